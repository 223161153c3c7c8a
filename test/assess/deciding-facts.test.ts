import { describe, expect, it } from 'vitest';
import { missingSets } from '../../src/assess/deciding-facts.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { Rule } from '../../src/policy/rule.ts';
import { judge } from './judge-world.ts';
import { facility, from, heatSource, HOME, pack, rule, square, zone } from './tiny.ts';

const [lng, lat] = HOME;
const EDGE = 0.01;
/** A point so many metres inside the eastern edge of the ban, negative: outside. */
const inside = (metres: number) => from([lng + EDGE, lat], -metres);
const world = {
  heatSources: [heatSource({ lngLat: from([lng + EDGE, lat], 29_500) })],
  zones: [zone({ polygons: square(HOME, EDGE) }), zone({ id: 'WIDE', kind: 'builtUp', polygons: square(HOME, 1) })],
};
const COAL = { word: 'fuel', in: ['coal'] } as const;
const BAN = rule({ id: 'BAN', subject: COAL, when: { inZone: ['coalBan'] } });
const REACH = rule({ id: 'REACH', subject: COAL, when: { withinReach: 'big' } });
const SMALL = rule({ id: 'SMALL', when: { number: 'capacityTph', op: 'lte', limit: 35 } });

/** The margin and the missing fields that the assessment keeps of the first facility; `judge` holds them against the findings. */
function kept(rules: readonly Rule[], parts: Partial<Facility>, jurisdiction = '140500') {
  const { assessment } = judge({ ...world, facilities: [facility(parts)] }, [pack(rules, { jurisdiction })]);
  const marginM = assessment.marginM[0] ?? NaN;
  return [Number.isNaN(marginM) ? null : Math.round(marginM), assessment.missingSets[assessment.missing[0] ?? -1]] as const;
}

describe('the margin that an assessment keeps', () => {
  it('is the one nearest to flipping among the rules that make the verdict, whatever their order', () => {
    const at = { lngLat: inside(100), capacityTph: 1 };
    for (const rules of [[BAN, REACH, SMALL], [SMALL, REACH, BAN]]) expect(kept(rules, at)).toEqual([100, []]);
    expect(kept([BAN, REACH], { lngLat: inside(400) })).toEqual([100, []]);
  });

  it('is none where nothing is measured, or nothing is demanded', () => {
    expect(kept([SMALL], { lngLat: inside(100), capacityTph: 1 })).toEqual([null, []]);
    expect(kept([BAN], { lngLat: inside(-300) })).toEqual([null, []]);
    expect(kept([BAN], { lngLat: null })).toEqual([null, ['lngLat']]);
  });

  it('leaves out weaker demands, sure or open, and those as strong that are open', () => {
    const weaker = { ...BAN, id: 'WEAKER', duty: 'retrofit' } as const;
    expect(kept([weaker, REACH], { lngLat: inside(100) })).toEqual([400, []]);
    expect(kept([weaker, REACH], { lngLat: inside(10), locationAccuracyM: 50 })).toEqual([490, []]);
    expect(kept([BAN, REACH], { lngLat: inside(10), locationAccuracyM: 50 })).toEqual([490, []]);
  });

  it('counts a stronger demand that is open, on either side of its line', () => {
    const sure = { ...REACH, duty: 'retrofit' } as const;
    expect(kept([sure, BAN], { lngLat: inside(10), locationAccuracyM: 50 })).toEqual([10, []]);
    expect(kept([sure, BAN], { lngLat: inside(-10), locationAccuracyM: 50 })).toEqual([-10, []]);
    expect(kept([BAN, sure], { lngLat: inside(-10), locationAccuracyM: 50 })).toEqual([-10, []]);
  });

  it('is kept of a national law too, whose place is no measurement', () => {
    const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['close'], when: { inZone: ['coalBan'] } });
    const retrofit = rule({ id: 'RETROFIT', duty: 'retrofit' });
    expect(kept([BAN], { lngLat: inside(100) }, '000000')).toEqual([100, []]);
    for (const rules of [[retrofit, SMALL, hold], [hold, SMALL, retrofit]]) expect(kept(rules, { capacityTph: 1, lngLat: inside(10), locationAccuracyM: 50 }, '000000')).toEqual([10, []]);
  });

  it('is of a hold or an exemption where these are measured', () => {
    const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['close'], when: { inZone: ['coalBan'] } });
    expect(kept([SMALL, hold], { capacityTph: 1, lngLat: inside(10), locationAccuracyM: 50 })).toEqual([10, []]);
    expect(kept([hold], { lngLat: inside(10) })).toEqual([null, []]);
    const sparing = { ...SMALL, unless: [{ clause: { zh: '', en: '' }, article: '1', condition: { inZone: ['coalBan'] } }] } as const;
    expect(kept([sparing], { capacityTph: 1, lngLat: inside(-10), locationAccuracyM: 50 })).toEqual([-10, []]);
    expect(kept([{ ...SMALL, when: { not: BAN.when } }], { lngLat: inside(-300) })).toEqual([-300, []]);
  });
});

describe('the margin of a heat source', () => {
  const [near, far] = [heatSource({ id: 'NEAR', lngLat: from(HOME, 29_000), enterprise: '某厂' }), heatSource({ id: 'FAR', lngLat: from(HOME, -29_900) })];
  const others = { ...REACH, when: { withinReach: 'big', byOthers: true } } as const;
  const without = { ...REACH, when: { not: { withinReach: 'big' } } } as const;
  function marginOf(law: Rule, sources: readonly ReturnType<typeof heatSource>[], parts: Partial<Facility> = {}) {
    const of = (list: typeof sources) => {
      const { assessment } = judge({ heatSources: list, facilities: [facility({ lngLat: HOME, ...parts })] }, [pack([law])]);
      return [Math.round((assessment.marginM[0] ?? NaN) * 10) / 10, assessment.missingSets[assessment.missing[0] ?? -1]] as const;
    };
    expect(of(sources.toReversed())).toEqual(of(sources));
    return of(sources);
  }

  it('is that of the source that reaches farthest beyond, whatever their order', () => {
    expect(marginOf(REACH, [near, far])).toEqual([1000, []]);
    expect(marginOf(REACH, [near, heatSource({ lngLat: from(HOME, 29_000.004, 0) })])).toEqual([1000, []]);
    expect(marginOf(REACH, [near, heatSource({ unitMW: 50, lngLat: HOME }), far])).toEqual([1000, []]);
    expect(marginOf(REACH, [far, heatSource({ unitMW: null, lngLat: HOME })])).toEqual([100, []]);
  });

  it('leaves one’s own out where the law says so', () => {
    expect(marginOf(others, [near, far], { enterprise: '某厂' })).toEqual([100, []]);
    expect(marginOf(others, [near, far], { enterprise: '别厂' })).toEqual([1000, []]);
    expect(marginOf(others, [{ ...near, unitMW: null }, { ...far, kind: null }], { enterprise: '某厂' })).toEqual([100, ['heatSource.kind']]);
  });

  it('is negative beyond every reach, of the nearest that counts', () => {
    const [beyond, farther] = [heatSource({ id: 'B', lngLat: from(HOME, 30_250) }), heatSource({ id: 'C', lngLat: from(HOME, 30_700, 0) })];
    expect(marginOf(without, [beyond, farther])).toEqual([-250, []]);
    expect(marginOf(without, [{ ...beyond, unitMW: 50 }, farther])).toEqual([-700, []]);
  });

  it('with what is missing of the source that may count', () => {
    const open = heatSource({ id: 'OPEN', unitMW: null, lngLat: from(HOME, 20_000, 0) });
    expect(marginOf(REACH, [open, heatSource({ id: 'NO', unitMW: 50, kind: null, lngLat: HOME })])).toEqual([10_000, ['heatSource.unitMW']]);
    expect(marginOf(REACH, [open, { ...open, id: 'TOO', unitMW: 300, kind: null, lngLat: from(HOME, 25_000) }])).toEqual([10_000, ['heatSource.unitMW']]);
    expect(marginOf(REACH, [heatSource({ lngLat: from(HOME, 30_005) })], { locationAccuracyM: 10 })).toEqual([-5, []]);
  });
});

describe('the margin of a zone', () => {
  const classed = (wanted: 1 | 2 | 3) => rule({ when: { inZone: ['noBurn'], class: wanted } });
  function marginOf(when: Rule['when'], zones: readonly ReturnType<typeof zone>[], metres: number, parts: Partial<Facility> = {}) {
    const of = (list: typeof zones) => {
      const { assessment } = judge({ zones: list, facilities: [facility({ lngLat: inside(metres), ...parts })] }, [pack([rule({ when })])]);
      return [Math.round(assessment.marginM[0] ?? NaN), assessment.missingSets[assessment.missing[0] ?? -1]] as const;
    };
    expect(of(zones.toReversed())).toEqual(of(zones));
    return of(zones);
  }
  const home = (parts: Parameters<typeof zone>[0]) => zone({ polygons: square(HOME, EDGE), ...parts });

  it('is that of the deepest that contains the point, and of the nearest that does not', () => {
    const wide = home({ id: 'WIDER', polygons: square(HOME, EDGE + 0.003) });
    expect(marginOf({ inZone: ['coalBan'] }, [home({}), wide], 200)[0]).toBeGreaterThan(400);
    expect(marginOf({ not: { inZone: ['coalBan'] } }, [home({}), home({ id: 'AWAY', polygons: square([lng - 1, lat], EDGE) })], -500)).toEqual([-500, []]);
  });

  it('names the class that is missing, of the zone that decides', () => {
    expect(marginOf(classed(2).when, [home({ kind: 'noBurn', class: null }), home({ id: 'OTHER', kind: 'noBurn', class: 1 })], 300)).toEqual([300, ['zone.class']]);
    expect(marginOf({ not: classed(2).when }, [home({ kind: 'noBurn', class: 1 })], 300)).toEqual([NaN, []]);
    expect(marginOf({ inZone: ['noBurn'] }, [home({ kind: 'noBurn', class: null })], 5, { locationAccuracyM: 20 })).toEqual([5, []]);
  });
});

describe('the missing fields that an assessment keeps', () => {
  const heating = { ...BAN, id: 'HEATING', when: { all: [{ word: 'use', in: ['heating'] }, SMALL.when] } } as const;

  it('are those of every open demand that could make the verdict stronger, each once, in their order', () => {
    expect(kept([SMALL, heating], {})).toEqual([null, ['capacityTph', 'use']]);
    expect(kept([heating, SMALL], {})).toEqual([null, ['use', 'capacityTph']]);
    expect(kept([SMALL, { ...heating, duty: 'retrofit' }], { capacityTph: 1 })).toEqual([null, []]);
    expect(kept([{ ...SMALL, duty: 'retrofit' }, heating], { capacityTph: 1 })).toEqual([null, ['use']]);
  });

  it('are those of a hold that opened what was sure', () => {
    const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['close'], when: { word: 'use', in: ['homeHeating'] } });
    expect(kept([SMALL, hold], { capacityTph: 1 })).toEqual([null, ['use']]);
    expect(kept([SMALL, hold], { capacityTph: 1, use: 'process' })).toEqual([null, []]);
  });
});

it('sets of fields are numbered once each, in the order in which their fields came', () => {
  const { sets, with: add } = missingSets([[], ['a'], ['a', 'b']]);
  expect([add(0, 'a'), add(1, 'b'), add(2, 'a')]).toEqual([1, 2, 2]);
  expect([add(0, 'b'), add(3, 'a'), add(3, 'a'), add(2, 'c'), add(4, 'c')]).toEqual([3, 4, 4, 5, 6]);
  expect(sets).toEqual([[], ['a'], ['a', 'b'], ['b'], ['b', 'a'], ['a', 'b', 'c'], ['b', 'a', 'c']]);
  expect([missingSets().with(0, 'x'), missingSets().sets]).toEqual([1, [[]]]);
});
