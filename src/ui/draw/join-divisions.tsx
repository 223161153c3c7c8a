import { useState } from 'react';
import { unite } from '../../draft/overlay.ts';
import { useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { countiesOf } from '../parts/counties.ts';
import { useWords } from '../parts/words.ts';
import { addZone } from './draft-acts.ts';

/** Counties joined into one candidate, without the borders between them. */
export function JoinDivisions({ onDone }: { readonly onDone: () => void }) {
  const { lang, w: page } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const divisions = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.divisions : null));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (divisions === null) return null;
  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        const joined = unite(divisions.filter(({ code }) => chosen.includes(code)).map(({ polygons }) => polygons));
        if (!joined.ok) return;
        addZone(store, joined.value);
        onDone();
      }}
    >
      {countiesOf(divisions, [], lang, page.unknown).map(({ code, name }) => (
        <label key={code} className="draft-check">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={() => {
              setChosen(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
            }}
          />
          {name}
        </label>
      ))}
      <button type="submit" className="button button-primary" disabled={chosen.length === 0}>
        {w.divisionsMake}
      </button>
    </form>
  );
}
