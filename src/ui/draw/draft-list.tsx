import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { draftRowsOf } from '../../state/selectors/draft-effects.ts';
import { useSession } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { useWords } from '../parts/words.ts';
import { DraftItem } from './draft-item.tsx';

/** The candidates of the open scenario, each with its area and whom it holds. */
export function DraftList() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const all = useSession(draftRowsOf);
  const inHand = all.filter(({ isInHand }) => isInHand);
  const rows = inHand.length > 0 ? inHand : all;
  const scenario = useSession(({ drafts }) => openScenarioOf(drafts));
  if (scenario === null) return null;
  return (
    <section className="draft-zones" aria-label={w.drafts}>
      <h3>{w.drafts}</h3>
      {rows.length === 0 ? (
        <p className="hint">{w.noDrafts}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <DraftItem key={row.draft.id} row={row} scenario={scenario.id} isFrozen={scenario.frozen} />
          ))}
        </ul>
      )}
    </section>
  );
}
