import { Suspense, lazy } from 'react';
import { packsOf } from '../../state/selectors/packs.ts';
import { useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Dropdown } from '../parts/dropdown.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { PolicyPack } from './policy-pack.tsx';
import type { PolicyStanding } from './policy-standing.ts';
import { policyStanding } from './policy-standing.ts';

const OwnPacks = lazy(() => import('./own-packs.tsx'));

/** What binds first. */
const ORDER: readonly PolicyStanding['state'][] = ['inForce', 'notYet', 'lapsed'];

/** Which documents are asked, how they stand on the day, and how their ambiguous places are read. */
export function PolicyChooser() {
  const { lang, w } = useWords();
  const packs = useSession(packsOf);
  const own = useSession((session) => session.own);
  const { asOf, packs: chosen } = useSession((session) => session.scenario);
  if (packs === null) return null;
  const listed = [...packs].sort((a, b) => ORDER.indexOf(policyStanding(a, asOf).state) - ORDER.indexOf(policyStanding(b, asOf).state));
  const ticked = packs.filter(({ id }) => chosen === null || chosen.includes(id));
  return (
    <Dropdown
      className="policies"
      label={
        <>
          {w.policies.summary(formatCount(lang, ticked.length), formatCount(lang, packs.length))}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <h2>{w.policies.title}</h2>
      <p className="hint">{ticked.length === 0 ? w.policies.noneChosen : w.policies.hint}</p>
      <ul className="policy-list">
        {listed.map((pack) => (
          <PolicyPack key={pack.id} pack={pack} asOf={asOf} ticked={ticked.includes(pack)} own={own.find((known) => known.pack === pack) ?? null} />
        ))}
      </ul>
      <Suspense fallback={null}>
        <OwnPacks />
      </Suspense>
    </Dropdown>
  );
}
