import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { World } from '../../src/assess/compare.ts';
import { CHANGES, changeOf } from '../../src/assess/change.ts';
import { compareWorlds } from '../../src/assess/compare.ts';
import { totalsOf } from '../../src/assess/compare-totals.ts';
import type { Verdict } from '../../src/assess/assessment.ts';
import { isAffected } from '../../src/assess/verdict.ts';
import { seededRandom } from '../../src/base/random.ts';
import { PLAN_CHOICES } from '../../src/domain/scenario.ts';
import { areaChange } from '../../src/draft/area-change.ts';
import { areaM2 } from '../../src/draft/area-m2.ts';
import { subtract } from '../../src/draft/overlay.ts';
import type { MultiPolygon } from '../../src/domain/place.ts';
import { embeddedCity } from './embedded-city.ts';
import { randomArea } from '../draft/areas.ts';
import { draftZone } from '../state/workbooks.ts';
import { BIG_CHP, HOME, facility, from, heatSource, pack, project, rule, square, zone } from './tiny.ts';

const BAN = rule({ id: 'ban', when: { inZone: ['coalBan'] }, deadline: { origin: 'stated', day: '2024-12-31' } });
const REACH = rule({ id: 'reach', duty: 'close-or-consolidate', when: { withinReach: 'big' } });
const BIG = rule({ id: 'big', duty: 'retrofit', when: { number: 'capacityTph', op: 'gte', limit: 35 } });
const READ = rule({ id: 'read', duty: 'monitor', when: { reading: 'r', options: { wide: { always: true }, narrow: { number: 'capacityTph', op: 'gte', limit: 20 } } } });
const LAW = pack([BAN, REACH, BIG, READ], {
  readings: [{ id: 'r', question: { zh: '问', en: 'q' }, options: [{ id: 'wide', zh: '宽', en: 'wide' }, { id: 'narrow', zh: '窄', en: 'narrow' }], chosen: 'narrow', why: { zh: '因', en: 'why' } } as never],
  sourceSets: [BIG_CHP],
});

/** Facilities around home: some on the very edge of the zones, some without a place or a capacity. */
function data(seed: number, count = 30) {
  const random = seededRandom(seed);
  return project({
    facilities: Array.from({ length: count }, (_, i) =>
      facility({
        id: `F${i % 25}`,
        capacityTph: random() < 0.2 ? null : Math.round(random() * 60),
        fuel: random() < 0.7 ? 'coal' : 'gas',
        count: 1 + Math.floor(random() * 3),
        divisionCode: random() < 0.5 ? '140525' : '140502',
        lngLat: random() < 0.1 ? null : random() < 0.3 ? [HOME[0] + 0.01, HOME[1]] : [HOME[0] + 0.06 * random(), HOME[1] + 0.06 * random()],
        locationAccuracyM: random() < 0.2 ? 300 : 0,
      }),
    ),
    heatSources: [heatSource({ lngLat: from(HOME, 28_000) })],
    zones: [zone()],
  });
}

function world(seed: number, parts: Partial<World> = {}): World {
  return { data: data(seed), packs: [LAW], asOf: '2024-06-01', choices: {}, zones: [], reachM: {}, plans: {}, ...parts };
}

const draft = fc.record({ half: fc.constantFrom(0.01, 0.02, 0.03), replaces: fc.constantFrom(null, 'Z1'), east: fc.constantFrom(0, 0.01, 0.03) })
  .map(({ half, replaces, east }) => draftZone({ polygons: square([HOME[0] + east, HOME[1]], half), replaces }));
const change = fc.record({
  zones: fc.array(draft, { maxLength: 2 }).map((zones) => zones.map((one, i) => ({ ...one, id: `d${i}` }))),
  reachM: fc.constantFrom({}, { S1: 26_000 }, { S1: 40_000 }),
  choices: fc.constantFrom({}, { r: 'wide' }),
  asOf: fc.constantFrom('2024-06-01', '2025-06-01'),
  plans: fc.dictionary(fc.constantFrom('F0', 'F1', 'F2', 'F3'), fc.record({ choice: fc.constantFrom(...PLAN_CHOICES), reason: fc.constant('因'), replacement: fc.constant(null) })),
});

describe('compareWorlds', () => {
  it('puts every facility in one bucket, and the buckets reconcile with both totals', () => {
    fc.assert(
      fc.property(fc.nat(1000), change, change, (seed, one, two) => {
        const facts = data(seed);
        const [before, after] = [world(seed, { data: facts, ...one }), world(seed, { data: facts, ...two })];
        const compared = compareWorlds(before, after);
        expect(compared.facilities.map((each) => [each.before, each.after])).toEqual(facts.facilities.map((_, i) => [i, i]));
        const { all, byCounty, byFuel } = totalsOf(compared, facts, facts);
        for (const totals of [all, ...byCounty.values(), ...byFuel.values()]) {
          for (const part of ['count', 'tph', 'unknownTph'] as const) {
            expect(totals.affectedAfter[part]).toBeCloseTo(totals.affectedBefore[part] + totals.byChange.newlyAffected[part] - totals.byChange.released[part], 9);
          }
        }
        for (const groups of [byCounty, byFuel] as ReadonlyMap<unknown, typeof all>[]) {
          for (const kind of CHANGES) {
            expect([...groups.values()].reduce((sum, totals) => sum + totals.byChange[kind].count, 0)).toBe(all.byChange[kind].count);
          }
        }
        expect(CHANGES.reduce((sum, kind) => sum + all.byChange[kind].count, 0)).toBe(facts.facilities.reduce((sum, { count }) => sum + count, 0));
        // Against the two answers themselves.
        for (const [i, each] of compared.facilities.entries()) {
          expect(each.change === 'newlyAffected').toBe(!isAffected(compared.before, i) && isAffected(compared.after, i));
          expect(each.change === 'released').toBe(isAffected(compared.before, i) && !isAffected(compared.after, i));
          if (each.change !== 'unchanged') expect(each.causes.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('finds the one cause where only one thing differs', () => {
    const base = world(5);
    const moved = (parts: Partial<World>) => new Set(compareWorlds(base, { ...base, ...parts }).facilities.flatMap(({ causes }) => causes));
    expect(moved({})).toEqual(new Set());
    expect(moved({ zones: [draftZone({ polygons: square(HOME, 0.04) })] })).toEqual(new Set(['zone']));
    expect(moved({ choices: { r: 'wide' } })).toEqual(new Set(['reading']));
    expect(moved({ reachM: { S1: 20_000 } })).toEqual(new Set(['reach']));
    expect(moved({ packs: [] })).toEqual(new Set(['rule']));
    expect(moved({ data: project({ ...base.data, zones: [] }) })).toEqual(new Set(['data']));
  });

  it('takes another plan under the same duty for a changed duty, and lets it affect nobody', () => {
    const base = world(7);
    const plans = { F1: { choice: 'close', reason: '并网', replacement: null }, F2: { choice: 'hold', reason: '评估', replacement: null } } as const;
    const { facilities, before, after } = compareWorlds({ ...base, plans: { F2: plans.F2 } }, { ...base, plans });
    expect(after).toBe(before);
    expect(facilities.flatMap(({ key, change, causes }) => (change === 'unchanged' && causes.length === 0 ? [] : [[key, change, causes]]))).toEqual([['F1', 'dutyChanged', ['plan']]]);
  });

  it('tells apart which facility which step moved', () => {
    const facts = project({ facilities: [facility({ id: 'read', capacityTph: 10, lngLat: from(HOME, 60_000) }), facility({ id: 'drawn', capacityTph: 10, lngLat: HOME })] });
    const before: World = { data: facts, packs: [pack([BAN, READ], { readings: LAW.readings })], asOf: '2024-06-01', choices: {}, zones: [], reachM: {}, plans: {} };
    const { facilities } = compareWorlds(before, { ...before, choices: { r: 'wide' }, zones: [draftZone()] });
    expect(facilities.map(({ key, causes }) => [key, causes])).toEqual([['read', ['reading']], ['drawn', ['reading', 'zone']]]);
  });

  it('counts a facility of one data only', () => {
    const base = world(6);
    const more = { ...base, data: project({ ...base.data, facilities: [...base.data.facilities, facility({ id: 'new', capacityTph: 100, lngLat: HOME })] }) };
    const added = compareWorlds(base, more);
    expect(added.facilities.at(-1)).toEqual({ key: 'new', before: null, after: base.data.facilities.length, change: 'newlyAffected', causes: ['data'] });
    expect(compareWorlds(more, base).facilities.at(-1)).toMatchObject({ key: 'new', after: null, change: 'released', causes: ['data'] });
    expect(totalsOf(added, base.data, more.data).all.byChange.newlyAffected.count).toBe(1);
  });
});

describe('changeOf', () => {
  const verdict = (parts: Partial<Verdict> = {}): Verdict => ({ duty: 'close', possibleDuty: 'close', certainty: 'certain', deadline: null, deadlineOrigin: 'none', overdue: false, ...parts });
  const none = verdict({ duty: 'none', possibleDuty: 'none' });

  it.each([
    [none, verdict(), 'newlyAffected'],
    [verdict({ duty: 'none', certainty: 'review' }), none, 'released'],
    [verdict(), verdict({ duty: 'retrofit' }), 'dutyChanged'],
    [verdict(), verdict({ deadline: '2024-12-31', deadlineOrigin: 'stated' }), 'deadlineMoved'],
    [verdict({ duty: 'none', certainty: 'review' }), verdict({ duty: 'none', certainty: 'unknown' }), 'certaintyChanged'],
    [verdict({ duty: 'retrofit', possibleDuty: 'retrofit' }), verdict({ duty: 'retrofit', possibleDuty: 'close', certainty: 'review' }), 'certaintyChanged'],
    [verdict(), verdict({ overdue: true }), 'unchanged'],
    [null, none, 'unchanged'],
  ] as const)('%#', (was, is, expected) => {
    expect(changeOf(was, is)).toBe(expected);
  });
});

describe('areaChange', () => {
  it('is what the one covers and the other does not', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (a, b) => {
        const [one, two] = [randomArea(a), randomArea(b)];
        const moved = areaChange([one], [two]);
        if (!moved.ok) throw new Error('expected an answer');
        const rest = subtract(two, one);
        expect(moved.value.gainedM2).toBeCloseTo(rest.ok ? areaM2(rest.value) : 0, 2);
        expect(Math.abs(moved.value.gainedM2 - moved.value.lostM2 - (areaM2(two) - areaM2(one)))).toBeLessThan(1e-2);
      }),
      { numRuns: 20 },
    );
  });

  it('takes what rounding leaves along shared boundaries for no ground', () => {
    const enacted = embeddedCity().zones.filter(({ kind }) => kind === 'coalBan').map(({ polygons }) => polygons);
    const drawn: MultiPolygon = [[[[112.8, 35.45], [113, 35.45], [113, 35.65], [112.8, 35.6], [112.8, 35.45]]]];
    expect(areaChange(enacted, [...enacted, drawn])).toMatchObject({ ok: true, value: { gainedM2: expect.closeTo(284_252_904, 0) as number, lostM2: 0, lost: [] } });
    const copied = enacted.map((area) => structuredClone(area));
    expect(areaChange(enacted, copied)).toMatchObject({ ok: true, value: { gained: [], lost: [] } });
  });

  it('knows nothing gained and everything lost', () => {
    const area = randomArea(1);
    expect(areaChange([area], [area])).toMatchObject({ ok: true, value: { gainedM2: 0, lostM2: 0 } });
    expect(areaChange([area], [])).toMatchObject({ ok: true, value: { gainedM2: 0, lostM2: expect.closeTo(areaM2(area), 2) as number } });
    expect(areaChange([], [])).toMatchObject({ ok: true, value: { gainedM2: 0, lostM2: 0 } });
  });
});
