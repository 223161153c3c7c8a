import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/assess/assessment.ts';
import { explain } from '../../src/assess/explain.ts';
import { summarise } from '../../src/assess/summary.ts';
import type { Facility } from '../../src/domain/facility.ts';
import { judgeAlone as judge } from './judge-world.ts';
import { division, facility, heatSource, HOME, pack, rule, square, zone } from './tiny.ts';

const COAL = { word: 'fuel', in: ['coal'] } as const;
const REACH = rule({ id: 'REACH', subject: COAL, when: { withinReach: 'big' }, duty: 'close-or-consolidate' });
const BAN = rule({ id: 'BAN', subject: COAL, when: { inZone: ['coalBan'] } });
const SMALL = rule({ id: 'SMALL', subject: COAL, when: { number: 'capacityTph', op: 'lte', limit: 35 }, deadline: { origin: 'stated', day: '2024-01-31' } });

describe('assess: properties', () => {
  const anyFacility: fc.Arbitrary<Facility> = fc
    .record({
      fuel: fc.constantFrom('coal', 'gas', null),
      use: fc.constantFrom('homeHeating', 'process', null),
      capacityTph: fc.constantFrom(null, 1, 35, 35.1, 80),
      divisionCode: fc.constantFrom('140525', '140200', null),
      lngLat: fc.option(fc.tuple(fc.double({ min: 112.5, max: 113.4, noNaN: true }), fc.double({ min: 35.2, max: 35.9, noNaN: true })), { nil: null }),
      locationAccuracyM: fc.constantFrom(null, 0, 20, 4000),
      count: fc.integer({ min: 1, max: 3 }),
    })
    .map((parts) => facility(parts as Partial<Facility>));
  const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['close'], when: { word: 'use', in: ['homeHeating'] } });
  const packs = [pack([SMALL, BAN, REACH, hold]), pack([{ ...SMALL, id: 'OTHER', duty: 'retrofit' }], { id: 'P2', jurisdiction: '140000' })];
  const world = { heatSources: [heatSource(), heatSource({ id: 'S2', kind: null, lngLat: [113.3, 35.8] })], zones: [zone()], divisions: [division('140525', square(HOME, 0.2))] };

  it('explain says of each facility what assess says of all', () => {
    fc.assert(
      fc.property(fc.array(anyFacility, { minLength: 1, maxLength: 20 }), (facilities) => {
        const { scene, book, assessment } = judge({ ...world, facilities }, packs);
        for (const index of facilities.keys()) {
          const outcomes = new Map(explain(scene, book, index).map((finding) => [finding.rule, finding.outcome]));
          for (const [r, bound] of assessment.rules.entries()) {
            expect(outcomes.get(bound.rule.id) ?? 'unbound').toBe(OUTCOMES[assessment.outcomes[r * assessment.count + index] ?? 0]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every facility has one verdict and the groups sum to the ledger', () => {
    fc.assert(
      fc.property(fc.array(anyFacility, { minLength: 1, maxLength: 30 }), (facilities) => {
        const { assessment } = judge({ ...world, facilities }, packs);
        const summary = summarise(assessment, facilities);
        const units = facilities.reduce((sum, one) => sum + one.count, 0);
        const sum = (tallies: Iterable<{ count: number }>) => [...tallies].reduce((so, tally) => so + tally.count, 0);
        expect([summary.total.count, sum(Object.values(summary.byDuty)), sum(summary.byCounty.values()), sum(summary.byFuel.values())]).toEqual([units, units, units, units]);
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the packs changes no verdict', () => {
    fc.assert(
      fc.property(anyFacility, (one) => {
        const forth = judge({ ...world, facilities: [one] }, packs).verdict;
        const back = judge({ ...world, facilities: [one] }, [...packs].reverse()).verdict;
        expect(back).toEqual(forth);
      }),
      { numRuns: 100 },
    );
  });

  it('removing a fact never turns a no into a yes', () => {
    const FIELDS = ['fuel', 'use', 'capacityTph', 'lngLat', 'divisionCode'] as const;
    fc.assert(
      fc.property(anyFacility, fc.constantFrom(...FIELDS), (one, field) => {
        const before = judge({ ...world, facilities: [one] }, packs).assessment;
        const after = judge({ ...world, facilities: [{ ...one, [field]: null }] }, packs).assessment;
        for (const r of before.rules.keys()) {
          const was = OUTCOMES[before.outcomes[r] ?? 0];
          const is = OUTCOMES[after.outcomes[r] ?? 0];
          if (was === 'outside' || was === 'unbound') expect([was, is]).not.toEqual([was, 'applies']);
        }
      }),
      { numRuns: 200 },
    );
  });
});
