import { useEffect, useState } from 'react';
import { BANNING_KINDS } from '../../assess/replacement-first.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import type { Ledger } from '../../state/selectors/ledger.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { replacementOf, type Replacement, type Wanting } from '../../state/selectors/replacement.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { evidenceSentence } from '../../text/evidence.ts';
import { formatCount } from '../../text/formats.ts';
import type { Lang } from '../../text/lang.ts';
import { planWords } from '../../text/plan.ts';
import { fieldNames } from '../parts/field-names.ts';
import { PickButton } from '../parts/pick-button.tsx';
import { useWords } from '../parts/words.ts';
import '../plan/plan.css';

/** After the last step: the check is a pass over the whole ledger. */
const CALM_MS = 400;
/** As many as a panel on a map has room for; the ledger lists all. */
const LISTED = 6;

/** 先立后破 over the open scenario: whose homes' heating stands in its way, by which clause, and what is not known. */
export function ReplacementList() {
  const { lang } = useWords();
  const w = planWords[lang];
  const scenario = useSession(({ drafts }) => openScenarioOf(drafts));
  const ledger = useSession(ledgerOf);
  const isLive = useSession(({ live }) => live !== null);
  const [known, setKnown] = useState<{ readonly of: Ledger; readonly replacement: Replacement } | null>(null);
  useEffect(() => {
    if (scenario === null || ledger === null || isLive) return;
    const timer = setTimeout(() => {
      setKnown({ of: ledger, replacement: replacementOf(ledger, scenario) });
    }, CALM_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [scenario, ledger, isLive]);
  if (scenario === null) return null;
  const isAsked = scenario.zones.some(({ kind }) => BANNING_KINDS.some((one) => one === kind)) || Object.keys(scenario.plans).length > 0;
  return (
    <section className="draft-replacement" aria-label={w.listTitle}>
      <h3>{w.listTitle}</h3>
      {!isAsked ? <p className="hint">{w.noZone}</p> : known !== null && <Listed replacement={known.replacement} />}
    </section>
  );
}

function Listed({ replacement }: { readonly replacement: Replacement }) {
  const { lang } = useWords();
  const w = planWords[lang];
  const { wanting } = replacement;
  const units = (state: Wanting['state']): number => wanting.filter((one) => one.state === state).reduce((sum, { row }) => sum + row.facility.count, 0);
  const [blocking, open] = [units('blocking'), units('open')];
  if (wanting.length === 0) return <p className="hint">{w.nothing}</p>;
  const label = (of: Lang): string => planWords[of].listTitle;
  return (
    <>
      <p className="hint">{w.listHint}</p>
      {blocking > 0 && (
        <p className="replacement-count" role="status">
          <strong>{w.blocking(formatCount(lang, blocking))}</strong>
        </p>
      )}
      {open > 0 && <p className="replacement-count">{w.open(formatCount(lang, open))}</p>}
      <ul>
        {wanting.slice(0, LISTED).map((one) => (
          <WantingItem key={one.row.key} wanting={one} explain={replacement.explain} />
        ))}
      </ul>
      {wanting.length > LISTED && (
        <PickButton className="button button-link" filters={{ picked: { label: { zh: label('zh'), en: label('en') }, indices: wanting.map(({ row }) => row.index) } }} title={w.all}>
          {w.more(formatCount(lang, wanting.length - LISTED))}
        </PickButton>
      )}
    </>
  );
}

function WantingItem({ wanting, explain }: { readonly wanting: Wanting; readonly explain: Replacement['explain'] }) {
  const { lang, w: page, t } = useWords();
  const w = planWords[lang];
  const apply = useApply();
  const { row, state, by } = wanting;
  const { evidence, clauses } = explain(wanting);
  const missing = fieldNames(t, evidence.flatMap((one) => one.missing));
  const isMaybeHome = evidence.some(({ test }) => test === 'undecided');
  const measured = evidence.filter(({ test, truth }) => test === 'zone' && truth === 'review');
  const facts = evidence.filter((one) => one.test === 'flag' || (one.test === 'word' && one.field === 'use'));
  const reasons = [
    ...(isMaybeHome ? [w.why.homeUnknown] : []),
    ...(missing.length > 0 ? [w.missing(missing.join(page.listSeparator))] : []),
    ...(state === 'blocking' ? facts : measured).map((one) => evidenceSentence(lang, one)),
  ];
  return (
    <li className={state === 'blocking' ? 'replacement-item' : 'replacement-item replacement-open'}>
      <button
        type="button"
        onClick={() => {
          apply(selectFacility(row.key));
        }}
      >
        {row.facility.name}
      </button>
      {by === 'plan' && <p>{w.why.planned}</p>}
      <p>{reasons.join(page.listSeparator)}</p>
      <p>{clauses.length === 0 ? w.noClause : clauses.map(({ pack, article }) => w.clause(pack.shortTitle[lang], article)).join(page.listSeparator)}</p>
    </li>
  );
}
