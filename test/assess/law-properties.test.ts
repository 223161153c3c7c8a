import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { summarise } from '../../src/assess/summary.ts';
import type { Finding } from '../../src/assess/finding.ts';
import { lies } from '../../src/domain/division.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { Project } from '../../src/domain/project.ts';
import { nodesOf } from '../../src/policy/conditions.ts';
import type { Duty } from '../../src/policy/duty.ts';
import { DUTIES, dutyRank } from '../../src/policy/duty.ts';
import type { Rule, RulePack } from '../../src/policy/rule.ts';
import { loadPacks } from '../policy/packs.ts';
import { anyDay, anyWorld } from './any-world.ts';
import { judgeAlone as judge } from './judge-world.ts';
import { pack, rule as everybody } from './tiny.ts';

/** Thousands of worlds; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const packs = loadPacks();
const rules = packs.flatMap((one) => one.rules.map((rule) => ({ pack: one.id, rule })));
const dutyOf = new Map(rules.map(({ rule }) => [rule.id, rule.duty]));

const said = (findings: readonly Finding[]) => new Map(findings.map((finding) => [`${finding.pack}/${finding.rule}`, finding.outcome]));
const SURE_NO: readonly string[] = ['unbound', 'outside', 'exempt'];

describe('the law held against any facility', () => {
  it('strictest wins: the verdict is the strongest duty that applies, and the strongest that may', () => {
    const strongest = (findings: readonly Finding[], ...outcomes: readonly string[]): Duty => {
      const ranks = findings.filter(({ outcome }) => outcomes.includes(outcome)).map(({ rule }) => dutyOf.get(rule) ?? 'none').filter((duty) => duty !== 'hold').map(dutyRank);
      return DUTIES[Math.min(...ranks, dutyRank('none'))] ?? 'none';
    };
    fc.assert(
      fc.property(anyWorld, anyDay, fc.boolean(), ({ project }, asOf, reversed) => {
        const { findings, verdict } = judge(project, reversed ? packs.map((each) => ({ ...each, rules: each.rules.toReversed() })).reverse() : packs, asOf);
        expect([verdict.duty, verdict.possibleDuty]).toEqual([strongest(findings, 'applies'), strongest(findings, 'applies', 'review', 'unknown')]);
      }),
      { numRuns: 150 },
    );
  });

  it('whatever the order of the documents and of their rules', () => {
    const order = fc.shuffledSubarray([...packs], { minLength: packs.length, maxLength: packs.length });
    fc.assert(
      fc.property(anyWorld, anyDay, order, fc.boolean(), ({ project }, asOf, shuffled, reversed) => {
        const [plain, other] = [judge(project, packs, asOf), judge(project, shuffled.map((one) => (reversed ? { ...one, rules: one.rules.toReversed() } : one)), asOf)];
        expect(other.verdict).toEqual(plain.verdict);
        expect(said(other.findings)).toEqual(said(plain.findings));
      }),
      { numRuns: 150 },
    );
  });

  it('is never weakened by one more rule, unless it is a hold', () => {
    const demands = DUTIES.filter((duty) => duty !== 'hold');
    const extra = fc.record({ from: fc.constantFrom(...rules), duty: fc.constantFrom(...demands), jurisdiction: fc.constantFrom('000000', '140000', '140300', '140500') });
    fc.assert(
      fc.property(anyWorld, anyDay, extra, ({ project }, asOf, { from, duty, jurisdiction }) => {
        const more = withRule(from.pack, { ...from.rule, id: 'EXTRA', duty, holds: [] }, jurisdiction);
        const [without, plus] = [judge(project, packs, asOf).verdict, judge(project, [...packs, more], asOf).verdict];
        expect(dutyRank(plus.duty)).toBeLessThanOrEqual(dutyRank(without.duty));
        expect(dutyRank(plus.possibleDuty)).toBeLessThanOrEqual(dutyRank(without.possibleDuty));
      }),
      { numRuns: 150 },
    );
  });

  it('is never made stricter by one more hold', () => {
    const holds = rules.filter(({ rule }) => rule.duty === 'hold');
    const whom = fc.oneof(fc.constantFrom(...rules), fc.constant({ pack: '', rule: everybody({}) }));
    fc.assert(
      fc.property(anyWorld, anyDay, whom, fc.constantFrom(...holds), ({ project }, asOf, from, hold) => {
        const more = withRule(from.pack, { ...from.rule, id: 'EXTRA', duty: 'hold', holds: hold.rule.holds }, '140000');
        const [without, plus] = [judge(project, packs, asOf).verdict, judge(project, [...packs, more], asOf).verdict];
        expect(dutyRank(plus.duty)).toBeGreaterThanOrEqual(dutyRank(without.duty));
        expect(dutyRank(plus.possibleDuty)).toBeGreaterThanOrEqual(dutyRank(without.possibleDuty));
      }),
      { numRuns: 150 },
    );
  });

  it('never turns a no into a yes, nor a yes into a no, when a fact is taken away', () => {
    fc.assert(
      fc.property(anyWorld, anyDay, fc.nat(), ({ one, project }, asOf, pick) => {
        const choices = waysToForget(one, project);
        const choice = choices[pick % choices.length];
        if (choice === undefined) throw new Error('got no fact to take away');
        const [before, after] = [said(judge(project, packs, asOf).findings), said(judge(choice.project, packs, asOf).findings)];
        for (const { pack: packId, rule } of rules) {
          // Whoever names no owner is taken to own no heat source: an owner is who one is, not a fact about a boiler.
          if (choice.what === 'enterprise' && asksForOwner(rule)) continue;
          const [was, is] = [before.get(`${packId}/${rule.id}`) ?? 'unbound', after.get(`${packId}/${rule.id}`) ?? 'unbound'];
          if (was === 'applies') expect([choice.what, rule.id, SURE_NO.includes(is)]).toEqual([choice.what, rule.id, false]);
          if (SURE_NO.includes(was)) expect([choice.what, rule.id, is]).not.toEqual([choice.what, rule.id, 'applies']);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("never hears of another city's law once its division is known", () => {
    fc.assert(
      fc.property(anyWorld, anyDay, ({ one, project }, asOf) => {
        if (one.divisionCode === null) return;
        const binding = new Set(judge(project, packs, asOf).findings.map(({ pack: id }) => packs.find((each) => each.id === id)?.jurisdiction));
        for (const jurisdiction of binding) expect(lies(one.divisionCode, jurisdiction ?? '')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every facility exactly one verdict, in one chunk or many', () => {
    fc.assert(
      fc.property(fc.array(anyWorld, { minLength: 1, maxLength: 8 }), anyDay, (worlds, asOf) => {
        const first = worlds[0]?.project;
        const project = { ...first, facilities: worlds.map(({ one }) => one) };
        const { assessment } = judge(project, packs, asOf);
        const { byDuty, total } = summarise(assessment, project.facilities);
        expect([assessment.duty.length, assessment.outcomes.length]).toEqual([worlds.length, worlds.length * assessment.rules.length]);
        expect(Object.values(byDuty).reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
        for (const [k, { one }] of worlds.entries()) {
          const alone = judge({ ...project, facilities: [one] }, packs, asOf).assessment;
          expect([assessment.duty[k], assessment.possibleDuty[k], assessment.certainty[k]]).toEqual([alone.duty[0], alone.possibleDuty[0], alone.certainty[0]]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The rule in a document of its own, with the lists, sources and readings that it hangs on. */
function withRule(home: string, rule: Rule, jurisdiction: string): RulePack {
  const own = packs.find(({ id }) => id === home) ?? pack([]);
  return { ...own, id: 'extra', jurisdiction, rules: [rule], sourceRequirements: [] };
}

function asksForOwner({ subject, when, unless }: Rule): boolean {
  const conditions = [subject, when, ...unless.map(({ condition }) => condition)];
  return conditions.some((condition) => [...nodesOf(condition)].some((node) => 'ownUnit' in node || ('byOthers' in node && node.byOthers)));
}

const OF_FACILITY = [
  'kind', 'fuel', 'use', 'status', 'capacityTph', 'unitMW', 'divisionCode', 'park', 'lngLat', 'locationAccuracyM', 'cleanHeating', 'ultraLowEmission', 'monitored',
  'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent', 'performanceGrade', 'stackM', 'hearthM', 'enterprise',
] as const satisfies readonly (keyof Facility)[];
const OF_SOURCE = ['kind', 'unitMW', 'plantMW', 'large', 'performanceGrade', 'listedForExit', 'divisionCode', 'locationAccuracyM', 'enterprise'] as const;

/** The same world with one known fact less, in every way. */
function waysToForget(one: Facility, project: Project): readonly { readonly what: string; readonly project: Project }[] {
  return [
    ...OF_FACILITY.filter((field) => one[field] !== null).map((field) => ({ what: field, project: { ...project, facilities: [{ ...one, [field]: null }] } })),
    ...project.heatSources.flatMap((source, s) =>
      OF_SOURCE.filter((field) => source[field] !== null).map((field) => ({ what: field, project: { ...project, heatSources: project.heatSources.with(s, { ...source, [field]: null }) } })),
    ),
    ...project.zones.flatMap((zone, z) => (zone.class === null ? [] : [{ what: 'class', project: { ...project, zones: project.zones.with(z, { ...zone, class: null }) } }])),
  ];
}
