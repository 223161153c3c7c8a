import { demandWords, type DemandWords } from '../../export/demand-words.ts';
import type { Standing } from '../../export/comparison.ts';
import { standingOf } from '../../export/comparison.ts';
import { openCompare } from '../../state/commands/open-compare.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import { memoiseLast } from '../../state/memoise.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { compareWords } from '../../text/compare.ts';
import type { Lang } from '../../text/lang.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { sideName } from './side-name.ts';
import { StandingCell } from './standing-cell.tsx';
import type { Done } from './use-comparison.ts';

interface Props {
  readonly done: Done;
  /** Place in the comparison. */
  readonly at: number;
  readonly onClose: () => void;
}

const basisOf = memoiseLast(({ comparison }: Done, lang: Lang): readonly [DemandWords, DemandWords] => [
  demandWords({ assessment: comparison.before, lang }),
  demandWords({ assessment: comparison.after, lang }),
]);

/** One facility on both sides, with the articles behind either verdict, and the door to its card. */
export function CompareDetail({ done, at, onClose }: Props) {
  const { lang } = useWords();
  const w = compareWords[lang];
  const apply = useApply();
  const compared = done.comparison.facilities[at];
  const key = compared?.key ?? '';
  const isHere = useSession((session) => ledgerOf(session)?.indexByKey.has(key) === true);
  if (compared === undefined) return null;
  const was = standingOf(done.sides[0], done.comparison.before, compared, compared.before);
  const is = standingOf(done.sides[1], done.comparison.after, compared, compared.after);
  const [before, after] = basisOf(done, lang);
  const name = (is ?? was)?.facility.name ?? '';
  return (
    <section className="compare-detail" aria-label={name} aria-live="polite">
      <header>
        <h3>{name}</h3>
        {isHere && (
          <button
            type="button"
            className="button"
            onClick={() => {
              apply(openCompare({ isOpen: false }));
              apply(selectFacility(key));
            }}
          >
            {w.openCard(name)}
          </button>
        )}
        <button type="button" className="button button-quiet button-icon" aria-label={w.close} title={w.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        <SideLine title={w.side.before(sideName(w, done.sides[0]))} standing={was} basis={before} />
        <SideLine title={w.side.after(sideName(w, done.sides[1]))} standing={is} basis={after} />
      </dl>
    </section>
  );
}

function SideLine({ title, standing, basis }: { readonly title: string; readonly standing: Standing | null; readonly basis: DemandWords }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <StandingCell standing={standing} />
        {standing !== null && <p className="hint">{basis(standing.index).rules}</p>}
        {standing !== null && standing.plan !== null && <p className="hint">{[standing.plan.reason, standing.plan.replacement ?? ''].filter(Boolean).join(' · ')}</p>}
      </dd>
    </div>
  );
}
