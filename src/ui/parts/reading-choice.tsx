import { Suspense, lazy, useId } from 'react';
import type { Reading, RulePack } from '../../policy/rule.ts';
import { chooseReading } from '../../state/commands/choose-reading.ts';
import { switchedReadings } from '../../state/selectors/moved.ts';
import { packsOf } from '../../state/selectors/packs.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { useWords } from './words.ts';

const MovedList = lazy(() => import('./moved-list.tsx'));

/** An ambiguity of the text: the question, the ways to read it, the reason for the default; after a switch, what it moved. */
export function ReadingChoice({ reading, pack }: { readonly reading: Reading; readonly pack: RulePack }) {
  const { lang, w } = useWords();
  const apply = useApply();
  const group = useId();
  const chosen = useSession(({ scenario }) => scenario.choices[reading.id]) ?? reading.chosen;
  const switched = useSession((session) => switchedReadings(session.run).includes(reading.id));
  const packs = useSession(packsOf) ?? [];
  const sharing = packs.filter(({ id, readings }) => id !== pack.id && readings.some((other) => other.id === reading.id));
  return (
    <fieldset className="reading">
      <legend>{reading.question[lang]}</legend>
      {reading.options.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name={group}
            checked={option.id === chosen}
            onChange={() => {
              apply(chooseReading(reading.id, option.id));
            }}
          />
          <span>
            {option.label[lang]}
            {option.id === reading.chosen && <em>{w.policies.ownChoice}</em>}
          </span>
        </label>
      ))}
      <p className="hint">{reading.why[lang]}</p>
      {sharing.length > 0 && <p className="hint">{w.policies.sharedReading(sharing.map(({ shortTitle }) => shortTitle[lang]).join(w.listSeparator))}</p>}
      {switched && (
        <Suspense fallback={null}>
          <MovedList />
        </Suspense>
      )}
    </fieldset>
  );
}
