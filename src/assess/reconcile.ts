import { NATION } from '../domain/division.ts';
import type { Facility, Fuel } from '../domain/facility.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { ZoneKind } from '../domain/zone.ts';
import type { Choices } from '../policy/conditions.ts';
import { nodesOf } from '../policy/conditions.ts';
import type { ControlTotal, NamedList, Rule, RulePack } from '../policy/rule.ts';
import type { AppliedRule } from './apply-rules.ts';
import { applyRules } from './apply-rules.ts';
import { OUTCOME_INDEX } from './assessment.ts';
import { openCourt } from './court.ts';
import { enterpriseCore } from './enterprise-name.ts';
import { facilityFrame } from './frame.ts';
import { carryingEvidence } from './judge.ts';
import { openRuleBook } from './rule-book.ts';
import { sceneOf } from './scene-of.ts';

/** Machines (a group row counts each of its own) and their steam; those without a known capacity are counted apart. */
export interface Amount {
  readonly count: number;
  readonly tph: number;
  readonly unknownTph: number;
}

/** A published total held against the ledger. */
export interface Reconciled {
  readonly pack: RulePack;
  readonly total: ControlTotal;
  readonly counted: Amount;
  /** Records that may belong to it, with the facts that would tell. */
  readonly open: Amount & { readonly missing: readonly string[] };
  /** Kinds of zone that the total is about and of which none is loaded: nothing can be counted by them. */
  readonly unloaded: readonly ZoneKind[];
  /** Counted less published; `null` where nothing is published. */
  readonly difference: { readonly count: number | null; readonly tph: number | null };
  /** The counted and the open records, as indices into the project's facilities. */
  readonly records: { readonly counted: readonly number[]; readonly open: readonly number[] };
  /** Where the counted ones stand, by GB/T 2260 code, '' where unknown; and what they burn. */
  readonly byDivision: readonly (Amount & { readonly code: string })[];
  readonly byFuel: readonly (Amount & { readonly fuel: Fuel | null })[];
  /** For a total over enterprises that the document names: each of them. */
  readonly named: readonly (Amount & { readonly enterprise: string; readonly published: { readonly count: number; readonly tph: number | null } })[];
}

/** Facilities judged together. */
const CHUNK = 16_384;

/** Holds the ledger against every control total of the packs, whether the document is in force or not. */
export function reconcile(project: Project, packs: readonly RulePack[], asOf: IsoDay, choices: Choices = {}): readonly Reconciled[] {
  const scene = sceneOf(project);
  const book = openRuleBook(packs.map(totalsAsRules), asOf, choices);
  const { rules, eligibility } = openCourt(scene, book);
  const found = rules.map(() => ({ counted: [] as number[], open: [] as number[], missing: new Set<string>() }));
  for (let from = 0; from < project.facilities.length; from += CHUNK) {
    const frame = facilityFrame(scene, book, eligibility, from, Math.min(from + CHUNK, project.facilities.length));
    for (const [t, applied] of applyRules(rules, frame).entries()) sort(applied, from, found[t]);
  }
  return packs
    .flatMap((pack) => pack.controlTotals.map((total) => ({ pack, total })))
    .map(({ pack, total }, t) => reconciled(project, pack, total, found[t] ?? { counted: [], open: [], missing: new Set() }));
}

/** A total is judged like a demand on whoever counts in it: everywhere and always, since only its own words say whom. */
function totalsAsRules(pack: RulePack): RulePack {
  const always = { from: null, until: null };
  const rules = pack.controlTotals.map(
    ({ id, article, phrase, divisionCode, where }): Rule => ({
      id,
      title: pack.title,
      article,
      phrase,
      topic: id,
      inForce: always,
      standing: true,
      subject: divisionCode === NATION ? { always: true } : { inDivision: [divisionCode] },
      when: where,
      unless: [],
      duty: 'none',
      holds: [],
      deadline: { origin: 'none', day: null },
      departments: { lead: [], share: [] },
    }),
  );
  return { ...pack, jurisdiction: NATION, inForce: always, rules };
}

interface Found {
  readonly counted: number[];
  readonly open: number[];
  readonly missing: Set<string>;
}

function sort({ outcomes, demand, frame }: AppliedRule, from: number, found: Found | undefined): void {
  for (const [row, outcome] of outcomes.entries()) {
    if (outcome === OUTCOME_INDEX.applies) found?.counted.push(from + row);
    if (outcome !== OUTCOME_INDEX.review && outcome !== OUTCOME_INDEX.unknown) continue;
    found?.open.push(from + row);
    for (const field of carryingEvidence(demand, frame, row).flatMap((evidence) => evidence.missing)) found?.missing.add(field);
  }
}

function reconciled({ facilities, zones }: Project, pack: RulePack, total: ControlTotal, { counted, open, missing }: Found): Reconciled {
  const zoneKinds = [...nodesOf(total.where)].flatMap((node) => ('inZone' in node ? node.inZone : []));
  const rows = counted.flatMap((index) => facilities[index] ?? []);
  const amount = amountOf(rows);
  return {
    pack,
    total,
    counted: amount,
    open: { ...amountOf(open.flatMap((index) => facilities[index] ?? [])), missing: [...missing].sort() },
    unloaded: [...new Set(zoneKinds)].filter((kind) => !zones.some((zone) => zone.kind === kind)),
    difference: {
      count: total.count === null ? null : amount.count - total.count,
      tph: total.capacityTph === null ? null : amount.tph - total.capacityTph,
    },
    records: { counted, open },
    byDivision: grouped(rows, ({ divisionCode }) => divisionCode ?? '').map(([code, part]) => ({ code, ...part })),
    byFuel: grouped(rows, ({ fuel }) => fuel).map(([fuel, part]) => ({ fuel, ...part })),
    named: listsIn(total, pack).flatMap(({ entries }) =>
      entries.map(({ enterprise, alsoKnownAs, count, capacityTph }) => {
        const names = [enterprise, ...alsoKnownAs].map(enterpriseCore);
        const own = rows.filter((row) => row.enterprise !== null && names.includes(enterpriseCore(row.enterprise)));
        return { enterprise, ...amountOf(own), published: { count, tph: capacityTph === null ? null : capacityTph * count } };
      }),
    ),
  };
}

function listsIn({ where }: ControlTotal, { lists }: RulePack): readonly NamedList[] {
  const named = [...nodesOf(where)].flatMap((node) => ('onList' in node ? [node.onList] : []));
  return lists.filter(({ id }) => named.includes(id));
}

function amountOf(rows: readonly Facility[]): Amount {
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    tph: rows.reduce((sum, { count, capacityTph }) => sum + count * (capacityTph ?? 0), 0),
    unknownTph: rows.reduce((sum, { count, capacityTph }) => sum + (capacityTph === null ? count : 0), 0),
  };
}

function grouped<Key extends string | null>(rows: readonly Facility[], keyOf: (row: Facility) => Key): readonly (readonly [Key, Amount])[] {
  const groups = new Map<Key, Facility[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(row);
  }
  return [...groups].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)).map(([key, group]) => [key, amountOf(group)] as const);
}
