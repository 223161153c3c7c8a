import type { ComparedFacility, Comparison, World } from '../assess/compare.ts';
import { verdictOf } from '../assess/verdict.ts';
import type { Assessment, Verdict } from '../assess/assessment.ts';
import type { Facility } from '../domain/facility.ts';
import type { Plan, PlanChoice, Scenario } from '../domain/scenario.ts';
import type { CoverChange } from '../draft/cover-change.ts';
import { revisionOf } from '../draft/revision.ts';
import type { CompareWords } from '../text/compare-zh.ts';
import { compareWords } from '../text/compare.ts';
import { planWords } from '../text/plan.ts';
import type { Lang } from '../text/lang.ts';
import type { LedgerWords } from '../text/ledger.ts';
import { ledgerWords } from '../text/ledger.ts';
import { terms } from '../text/terms.ts';
import type { TableToWrite } from './csv.ts';
import { countyName, sayVerdict, tableLines } from './csv.ts';
import type { Cell } from './csv-text.ts';
import { demandWords, type DemandWords } from './demand-words.ts';
import { manifestOf } from './manifest.ts';

/** One of the two that are compared, with the name that it goes by. */
export interface ComparedSide {
  readonly name: string;
  /** `null`: the law as it stands. */
  readonly scenario: Scenario | null;
  readonly world: World;
}

export interface ComparisonRequest {
  readonly comparison: Comparison;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** `null` where the boundaries can't be compared. */
  readonly cover: CoverChange | null;
  readonly lang: Lang;
  /** Places in `comparison.facilities` to write, in this order. */
  readonly indices: readonly number[];
}

/** A facility on one side; `null` where that side's data does not have it. */
export interface Standing {
  readonly index: number;
  readonly facility: Facility;
  readonly verdict: Verdict;
  readonly plan: Plan | null;
}

export function standingOf({ world }: Pick<ComparedSide, 'world'>, assessment: Assessment, { key }: ComparedFacility, index: number | null): Standing | null {
  const facility = world.data.facilities[index ?? -1];
  if (index === null || facility === undefined) return null;
  return { index, facility, verdict: verdictOf(assessment, index), plan: Object.hasOwn(world.plans, key) ? (world.plans[key] ?? null) : null };
}

/** Both standings of a row. A facility that is gone is told of as the earlier side had it. */
export function standingsOf({ comparison, before, after }: ComparisonRequest, compared: ComparedFacility): { readonly was: Standing | null; readonly is: Standing | null } {
  return { was: standingOf(before, comparison.before, compared, compared.before), is: standingOf(after, comparison.after, compared, compared.after) };
}

/** Facility by facility: who, which change and why, then the verdict, its basis and the plan on either side. */
export function comparisonTable(request: ComparisonRequest): TableToWrite {
  const { comparison, before, after, lang, indices } = request;
  const [w, ledger, t] = [compareWords[lang], ledgerWords[lang], terms[lang]];
  const demands = { before: demandWords({ assessment: comparison.before, lang }), after: demandWords({ assessment: comparison.after, lang }) };
  const heads = SIDE_COLUMNS.map(({ head }) => w.heads[head]);
  const header = [
    ...WHO.map((name) => ledger[name]),
    w.heads.change,
    w.heads.causes,
    ...heads.map((head) => `${w.side.before(before.name)}：${head}`),
    ...heads.map((head) => `${w.side.after(after.name)}：${head}`),
    ...WHERE.map((name) => ledger[name]),
  ];
  const rows = function* (): Generator<readonly Cell[]> {
    for (const at of indices) {
      const compared = comparison.facilities[at];
      if (compared === undefined) throw new Error(`comparisonTable: got row ${at}, expected less than ${comparison.facilities.length}`);
      const { was, is } = standingsOf(request, compared);
      const known = is ?? was;
      if (known === null) throw new Error(`comparisonTable: got facility ${compared.key} on neither side`);
      const { facility, index } = known;
      const [side, assessment] = is === null ? [before, comparison.before] : [after, comparison.after];
      const [lng, lat] = facility.lngLat ?? [null, null];
      yield [
        facility.id,
        facility.name,
        facility.enterprise ?? '',
        facility.creditCode ?? '',
        countyName(index, { assessment, project: side.world.data }, lang),
        facility.kind === null ? t.unknown : t.kind[facility.kind],
        facility.fuel === null ? t.unknown : t.fuel[facility.fuel],
        facility.capacityTph,
        facility.count,
        w.change[compared.change],
        compared.causes.map((cause) => w.cause[cause]).join(ledger.listSeparator),
        ...SIDE_COLUMNS.map(({ write }) => (was === null ? w.absent : write(was, { lang, demands: demands.before }))),
        ...SIDE_COLUMNS.map(({ write }) => (is === null ? w.absent : write(is, { lang, demands: demands.after }))),
        lng,
        lat,
        facility.synthetic ? ledger.synthetic : ledger.asLedger,
      ];
    }
  };
  return { header, rows: rows() };
}

export function comparisonCsvLines(request: ComparisonRequest): Generator<string> {
  return tableLines(comparisonTable(request));
}

const WHO = ['id', 'name', 'enterprise', 'creditCode', 'county', 'kind', 'fuel', 'capacity', 'count'] as const satisfies readonly (keyof LedgerWords)[];
const WHERE = ['lng', 'lat', 'nature'] as const satisfies readonly (keyof LedgerWords)[];

interface SideColumn {
  readonly head: keyof CompareWords['heads'];
  readonly write: (standing: Standing, desk: { readonly lang: Lang; readonly demands: DemandWords }) => Cell;
}

const SIDE_COLUMNS: readonly SideColumn[] = [
  { head: 'verdict', write: ({ verdict }, { lang }) => sayVerdict(verdict, lang) },
  { head: 'certainty', write: ({ verdict }, { lang }) => terms[lang].certainty[verdict.certainty] },
  { head: 'deadline', write: ({ verdict }) => ({ day: verdict.deadline }) },
  { head: 'deadlineOrigin', write: ({ verdict }, { lang }) => (verdict.duty === 'none' ? '' : terms[lang].deadlineOrigin[verdict.deadlineOrigin]) },
  { head: 'overdue', write: ({ verdict }, { lang }) => (verdict.deadline === null ? '' : verdict.overdue ? terms[lang].yes : terms[lang].no) },
  { head: 'rules', write: ({ index }, { demands }) => demands(index).rules },
  { head: 'plan', write: ({ plan }, { lang }) => (plan === null ? '' : choiceWord(plan.choice, lang)) },
  { head: 'reason', write: ({ plan }) => plan?.reason ?? '' },
  { head: 'replacement', write: ({ plan }) => plan?.replacement ?? '' },
];

function choiceWord(choice: PlanChoice, lang: Lang): string {
  return planWords[lang].choice[choice];
}

/** What the two answers were made from: each side's scenario and manifest, and what the data was. */
export function comparisonManifest({ comparison, before, after, cover }: ComparisonRequest) {
  const of = ({ name, scenario, world }: ComparedSide, assessment: Assessment) => ({
    name,
    scenario: scenario && { id: scenario.id, name: scenario.name, description: scenario.description, frozen: scenario.frozen, madeOn: scenario.madeOn, madeFor: scenario.dataRevision },
    dataRevision: revisionOf(world.data),
    zones: world.zones.map(({ id, name: called, kind, class: zoneClass, replaces }) => ({ id, name: called, kind, class: zoneClass, replaces })),
    reachM: world.reachM,
    readings: scenario?.readings ?? {},
    plans: Object.keys(world.plans).length,
    ...manifestOf({ project: world.data, packs: world.packs, choices: world.choices, assessment }),
  });
  return {
    before: of(before, comparison.before),
    after: of(after, comparison.after),
    gainedM2: cover?.gainedM2 ?? null,
    lostM2: cover?.lostM2 ?? null,
  };
}

export type ComparisonManifest = ReturnType<typeof comparisonManifest>;
