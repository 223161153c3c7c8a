import type { Doubles } from '../../ingest/add-ledger.ts';
import { asksDoubles, doublesOf, setDoubles } from '../../state/imports/import-commands.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

/** What becomes of facilities that a ledger which is added and the present one both have: asked as soon as there are any, and shown as answered while the answer is worked out. */
export function DoublesQuestion() {
  const { lang } = useWords();
  const words = useImportWords().difference;
  const apply = useApply();
  const imports = useSession((session) => session.imports);
  const isAsked = asksDoubles(imports);
  const said = doublesOf(imports);
  const ledger = imports.difference.kind === 'found' ? imports.difference.difference.ledger : null;
  const both = ledger === null ? null : ledger.changed + ledger.same;
  if (imports.plan.modes.facilities !== 'add' || both === 0 || (both === null && said === null && !isAsked)) return null;
  return (
    <section className="import-part" role={isAsked ? 'alert' : undefined}>
      <fieldset className="plan plan-question">
        <legend>{words.twice(both === null ? '…' : formatCount(lang, both))}</legend>
        <div className="plan-modes">
          {(['update', 'leave', 'add'] as const satisfies readonly Doubles[]).map((doubles) => (
            <label key={doubles}>
              <input
                type="radio"
                name="doubles"
                checked={said === doubles}
                onChange={() => {
                  apply(setDoubles(doubles));
                }}
              />
              <span>
                {words.doubles[doubles]}
                <span className="hint">{words.doublesHints[doubles]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {isAsked && <p className="import-warning">{words.twiceAsked}</p>}
    </section>
  );
}
