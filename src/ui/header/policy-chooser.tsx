import { Suspense, lazy } from 'react';
import { packsOf } from '../../state/selectors/packs.ts';
import { useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Dropdown } from '../parts/dropdown.tsx';
import { Icon } from '../parts/icon.tsx';
import { orderPacks } from '../parts/order-packs.ts';
import { useWords } from '../parts/words.ts';
import { PolicyPack } from './policy-pack.tsx';

const OwnPacks = lazy(() => import('./own-packs.tsx'));

/** Which documents are asked, how they stand on the day, and how their ambiguous places are read. */
export function PolicyChooser() {
  const { lang, w } = useWords();
  const packs = useSession(packsOf);
  const city = useSession((session) => session.city);
  const own = useSession((session) => session.own);
  const { asOf, packs: chosen } = useSession((session) => session.scenario);
  if (packs === null) return null;
  const listed = orderPacks(packs, city.kind === 'ready' ? city.city.project : { divisions: [] }, asOf);
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
