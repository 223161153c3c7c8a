import { useState } from 'react';
import { setAsOf } from '../../state/commands/set-as-of.ts';
import { isIsoDay } from '../../state/iso-day.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { useWords } from '../parts/words.ts';

/** The day the question is asked for. What is being typed stays in the field until it is a real day. */
export function AsOf() {
  const { w } = useWords();
  const apply = useApply();
  const asOf = useSession((session) => session.scenario.asOf);
  const today = useSession((session) => session.today);
  const [halfTyped, setHalfTyped] = useState<string | null>(null);
  return (
    <div className="as-of">
      <label>
        <span className="field-label">{w.asOf}</span>
        <input
          type="date"
          required
          min="1990-01-01"
          max="2099-12-31"
          value={halfTyped ?? asOf}
          onChange={(event) => {
            setHalfTyped(isIsoDay(event.target.value) ? null : event.target.value);
            apply(setAsOf(event.target.value));
          }}
          onBlur={() => {
            setHalfTyped(null);
          }}
        />
      </label>
      {asOf !== today && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            apply(setAsOf(today));
          }}
        >
          {w.today}
        </button>
      )}
    </div>
  );
}
