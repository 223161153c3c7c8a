import { describe, expect, it } from 'vitest';
import type { Facility } from '../../src/domain/facility.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { LngLat } from '../../src/domain/place.ts';
import type { Project } from '../../src/domain/project.ts';
import type { Condition } from '../../src/policy/condition.ts';
import { explain, explainRange } from '../../src/assess/explain.ts';
import { geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { judge } from './judge-world.ts';
import { BIG_CHP, division, facility, from, heatSource, HOME, pack, rule, square, zone } from './tiny.ts';

const [lng, lat] = HOME;
const close = (metres: number) => expect.closeTo(metres, 3) as number;
const EXACT = { accuracyM: 0, accuracyAssumed: false };

/** What was looked at for a rule of this condition, and what came of it. */
function found(when: Condition, one: Partial<Facility>, world: Partial<Project> = {}, law: Partial<RulePack> = {}) {
  const { outcome, evidence, missing } = judge({ facilities: [facility(one)], ...world }, [pack([rule({ when })], law)]).findings[0] ?? { outcome: 'unbound', evidence: [], missing: [] };
  return { outcome, evidence, missing };
}

describe('a number', () => {
  it.each([
    ['lt', 34.9, 35], ['lte', 35, 35.1], ['gt', 35.1, 35], ['gte', 35, 34.9], ['eq', 35, 34.9],
  ] as const)('%s 35 holds for %d, not for %d', (op, yes, no) => {
    const when = { number: 'capacityTph', op, limit: 35 } as const;
    const test = { test: 'number', field: 'capacityTph', op, limit: 35, missing: [] };
    expect(found(when, { capacityTph: yes })).toEqual({ outcome: 'applies', evidence: [{ ...test, value: yes, truth: 'yes' }], missing: [] });
    expect(found(when, { capacityTph: no })).toEqual({ outcome: 'outside', evidence: [{ ...test, value: no, truth: 'no' }], missing: [] });
    expect(found(when, {})).toEqual({ outcome: 'unknown', evidence: [{ ...test, value: null, truth: 'unknown', missing: ['capacityTph'] }], missing: ['capacityTph'] });
  });
});

it('a word', () => {
  const when = { word: 'use', in: ['heating', 'mixed'] } as const;
  const test = { test: 'word', field: 'use', accepts: ['heating', 'mixed'], missing: [] };
  expect(found(when, { use: 'mixed' }).evidence).toEqual([{ ...test, value: 'mixed', truth: 'yes' }]);
  expect(found(when, { use: 'process' }).evidence).toEqual([{ ...test, value: 'process', truth: 'no' }]);
  expect(found(when, {})).toEqual({ outcome: 'unknown', evidence: [{ ...test, value: null, truth: 'unknown', missing: ['use'] }], missing: ['use'] });
});

it('a flag, expected either way', () => {
  for (const is of [true, false]) {
    const when = { flag: 'bagFilter', is } as const;
    const test = { test: 'flag', field: 'bagFilter', expects: is, missing: [] };
    expect(found(when, { bagFilter: is })).toEqual({ outcome: 'applies', evidence: [{ ...test, value: is, truth: 'yes' }], missing: [] });
    expect(found(when, { bagFilter: !is })).toEqual({ outcome: 'outside', evidence: [{ ...test, value: !is, truth: 'no' }], missing: [] });
    expect(found(when, {})).toEqual({ outcome: 'unknown', evidence: [{ ...test, value: null, truth: 'unknown', missing: ['bagFilter'] }], missing: ['bagFilter'] });
  }
});

it('a named list, by any of its names', () => {
  const lists = [{ id: 'other', article: '4', entries: [{ enterprise: '乙', alsoKnownAs: [], count: 1, capacityTph: null }] }, { id: 'named', article: '4', entries: [{ enterprise: '山西甲有限公司', alsoKnownAs: ['甲化工'], count: 1, capacityTph: null }] }];
  const of = (enterprise: string | null) => found({ onList: 'named' }, { enterprise }, {}, { lists });
  const test = { test: 'list', list: 'named', missing: [] };
  expect(of('甲化工股份有限公司')).toEqual({ outcome: 'applies', evidence: [{ ...test, entry: '山西甲有限公司', truth: 'yes' }], missing: [] });
  expect(of('山西甲').outcome).toBe('applies');
  expect(of('乙')).toEqual({ outcome: 'outside', evidence: [{ ...test, entry: null, truth: 'no' }], missing: [] });
  expect(of(null)).toEqual({ outcome: 'unknown', evidence: [{ ...test, entry: null, truth: 'unknown', missing: ['enterprise'] }], missing: ['enterprise'] });
});

it('the units of a heat source itself', () => {
  const own = (source: Partial<HeatSource>, parts: Partial<Facility> = { enterprise: '某厂' }) => found({ ownUnit: 'big' }, parts, { heatSources: [heatSource({ enterprise: '某厂', ...source })] });
  expect(own({})).toEqual({ outcome: 'applies', evidence: [{ test: 'ownUnit', source: 'source', truth: 'yes', missing: [] }], missing: [] });
  expect(own({ unitMW: 299 })).toEqual({ outcome: 'outside', evidence: [{ test: 'ownUnit', source: 'source', truth: 'no', missing: [] }], missing: [] });
  expect(own({ unitMW: null })).toEqual({ outcome: 'review', evidence: [{ test: 'ownUnit', source: 'source', truth: 'review', missing: [] }], missing: [] });
  expect(own({}, {})).toEqual({ outcome: 'outside', evidence: [{ test: 'ownUnit', source: null, truth: 'no', missing: [] }], missing: [] });
  expect(own({ enterprise: null, creditCode: '91X' }, { creditCode: '91X' }).outcome).toBe('applies');
});

describe('a park', () => {
  const parks = [
    { id: 'P', name: '甲园', divisionCodes: [], lngLat: HOME, accuracyM: 5000, note: '' },
    { id: 'Q', name: '乙园', divisionCodes: [], lngLat: from(HOME, 20_000), accuracyM: 1000, note: '' },
    { id: 'R', name: '丙园', divisionCodes: [], lngLat: HOME, accuracyM: 5000, note: '' },
  ];
  const at = (parts: Partial<Facility>, names = ['甲园', '乙园']) => found({ inPark: names }, parts, { parks });
  const test = { test: 'park', parks: ['甲园', '乙园'], missing: [] };

  it('by the word of the ledger', () => {
    const byRecord = { ...test, by: 'record', marginM: null, accuracyM: null, accuracyAssumed: false };
    expect(at({ park: '甲园', lngLat: from(HOME, 90_000) })).toEqual({ outcome: 'applies', evidence: [{ ...byRecord, park: '甲园', truth: 'yes' }], missing: [] });
    expect(at({ park: '别园', lngLat: HOME, locationAccuracyM: null })).toEqual({ outcome: 'outside', evidence: [{ ...byRecord, park: '别园', truth: 'no' }], missing: [] });
  });

  it('by position, never surely, as far as the park and the position are known', () => {
    const near = { ...test, park: '甲园', by: 'position', accuracyAssumed: false };
    expect(at({ lngLat: from(HOME, 5000), locationAccuracyM: 0 }).outcome).toBe('review');
    expect(at({ lngLat: from(HOME, 5001), locationAccuracyM: 0 })).toEqual({ outcome: 'outside', evidence: [{ ...near, marginM: close(-1), accuracyM: 5000, truth: 'no' }], missing: [] });
    expect(at({ lngLat: from(HOME, 5009), locationAccuracyM: 10 })).toEqual({ outcome: 'review', evidence: [{ ...near, marginM: close(-9), accuracyM: 5010, truth: 'review' }], missing: [] });
    expect(at({ lngLat: from(HOME, 5009), locationAccuracyM: null }).evidence).toEqual([{ ...near, marginM: close(-9), accuracyM: 5100, accuracyAssumed: true, truth: 'review' }]);
    for (const azimuth of [0, 90, 180]) expect(at({ lngLat: from(HOME, 9000, azimuth), locationAccuracyM: 0 }, ['甲园']).outcome).toBe('outside');
    const place = from(HOME, 7000);
    const edge = [{ id: 'P', name: '甲园', divisionCodes: [], lngLat: HOME, accuracyM: geodesicDistanceM(place[0], place[1], lng, lat), note: '' }];
    expect(found({ inPark: ['甲园'] }, { lngLat: place }, { parks: edge }).outcome).toBe('review');
    expect(at({ lngLat: from(HOME, 19_500), locationAccuracyM: 0 }).evidence).toMatchObject([{ park: '乙园', marginM: close(500), truth: 'review' }]);
  });

  it('asks for the position or the park, unless no such park is known', () => {
    const nothing = { ...test, park: null, by: null, marginM: null, accuracyM: null, accuracyAssumed: false };
    expect(at({})).toEqual({ outcome: 'unknown', evidence: [{ ...nothing, truth: 'unknown', missing: ['lngLat', 'park'] }], missing: ['lngLat', 'park'] });
    expect(at({ lngLat: HOME, locationAccuracyM: null }, ['丁园'])).toEqual({ outcome: 'outside', evidence: [{ ...nothing, parks: ['丁园'], truth: 'no' }], missing: [] });
    expect(at({}, ['丁园']).outcome).toBe('outside');
  });
});

describe('a division', () => {
  const world = { divisions: [division('140525', square(HOME, 0.1), { accuracyM: 600 }), division('140581', square([lng + 0.2, lat], 0.1), { accuracyM: 600 }), division('140500', square([lng + 0.1, lat], 0.3), { level: 'prefecture', accuracyM: 600 })] };
  const inside = (codes: readonly string[], parts: Partial<Facility>) => found({ inDivision: codes }, parts, world, { jurisdiction: '000000' });
  const byCode = { test: 'division', by: 'code', marginM: null, accuracyM: null, accuracyAssumed: false, missing: [] };

  it('by the code of the record', () => {
    expect(inside(['140581', '140525'], { divisionCode: '140525' })).toEqual({ outcome: 'applies', evidence: [{ ...byCode, codes: ['140581', '140525'], found: '140525', truth: 'yes' }], missing: [] });
    expect(inside(['140500'], { divisionCode: '140302' })).toEqual({ outcome: 'outside', evidence: [{ ...byCode, codes: ['140500'], found: '140302', truth: 'no' }], missing: [] });
    expect(inside(['140000'], { divisionCode: '140525' }).outcome).toBe('applies');
    expect(inside(['000000'], { divisionCode: '410825' }).outcome).toBe('applies');
  });

  it('by the code alone, however badly the position is known', () => {
    expect(inside(['140500'], { lngLat: HOME, locationAccuracyM: null }).evidence).toEqual([{ ...byCode, codes: ['140500'], found: '140525', truth: 'yes' }]);
  });

  it('needs nothing for the nation', () => {
    expect(inside(['000000'], { divisionCode: null }).outcome).toBe('applies');
  });

  it('is sure in a county, however badly the outline of a neighbour is known', () => {
    const rough = { divisions: [division('140525', square(HOME, 0.1)), division('140400', square([lng + 0.2, lat], 0.1), { level: 'prefecture', accuracyM: 7000 })] };
    const at = (codes: readonly string[], east: number) => found({ inDivision: codes }, { divisionCode: null, lngLat: [lng + east, lat] }, rough, { jurisdiction: '000000' }).outcome;
    expect([at(['140400'], 0.09), at(['140500'], 0.09), at(['140525'], 0.09)]).toEqual(['outside', 'applies', 'applies']);
    expect([at(['140423'], 0.2), at(['140423'], 0)]).toEqual(['unknown', 'outside']);
  });

  it('a code too coarse to answer leaves it to the position, else open', () => {
    expect(inside(['140525'], { divisionCode: '140500' })).toEqual({ outcome: 'unknown', evidence: [{ ...byCode, codes: ['140525'], by: null, found: null, truth: 'unknown', missing: ['divisionCode'] }], missing: ['divisionCode'] });
    expect(inside(['140525'], { divisionCode: '140500', lngLat: HOME })).toMatchObject({ outcome: 'applies', evidence: [{ found: '140525', by: 'position', accuracyM: 600 }] });
    expect(inside(['140525'], { divisionCode: '140000' }).outcome).toBe('unknown');
    expect(inside(['410825', '140525'], { divisionCode: '140500' }).outcome).toBe('unknown');
    expect(inside(['140525'], { divisionCode: '140200' }).outcome).toBe('outside');
  });

  it('by position, as surely as the outline and the position are known', () => {
    const margin = 0.1;
    expect(inside(['140525'], { divisionCode: null, lngLat: HOME })).toMatchObject({ outcome: 'applies', evidence: [{ test: 'division', codes: ['140525'], found: '140525', by: 'position', accuracyM: 600, accuracyAssumed: false, truth: 'yes', missing: [] }] });
    expect(inside(['140525'], { divisionCode: null, lngLat: HOME }).evidence[0]).toHaveProperty('marginM', expect.closeTo(9065, -2));
    expect(inside(['140525'], { divisionCode: null, lngLat: [lng + margin - 0.001, lat] }).outcome).toBe('review');
    expect(inside(['140525'], { divisionCode: null, lngLat: [lng + margin + 0.001, lat] })).toMatchObject({ outcome: 'review', missing: [] });
    expect(inside(['140525'], { divisionCode: null, lngLat: [lng + margin + 0.01, lat] })).toMatchObject({ outcome: 'outside', evidence: [{ found: '140581', by: 'position' }] });
    expect(inside(['140525'], { divisionCode: null, lngLat: [lng + margin + 0.01, lat], locationAccuracyM: null }).evidence).toMatchObject([{ accuracyM: 700, accuracyAssumed: true }]);
    expect(inside(['140525', '140581'], { divisionCode: null, lngLat: [lng + margin, lat] }).outcome).toBe('applies');
  });

  it('beyond all outlines is outside what they show, and open for what they do not', () => {
    const far = { divisionCode: null, lngLat: [lng + 3, lat] as LngLat };
    expect(inside(['140525'], far)).toMatchObject({ outcome: 'outside', evidence: [{ found: null, by: null, marginM: null }] });
    expect(inside(['140300'], far)).toMatchObject({ outcome: 'unknown', missing: ['divisionCode'] });
    expect(inside(['140300'], { divisionCode: null, lngLat: HOME }).outcome).toBe('outside');
    expect(inside(['140525'], { divisionCode: null })).toMatchObject({ outcome: 'unknown', missing: ['divisionCode'] });
  });

  it('is for review where code and position contradict each other, and shows the position', () => {
    expect(inside(['140525'], { divisionCode: '140302', lngLat: HOME })).toMatchObject({ outcome: 'review', evidence: [{ found: '140525', by: 'position', truth: 'review' }] });
    expect(inside(['140525'], { divisionCode: '140302', lngLat: [lng + 0.2, lat] })).toMatchObject({ outcome: 'outside', evidence: [{ found: '140302', by: 'code' }] });
  });
});

describe('a zone', () => {
  const test = { test: 'zone', kinds: ['coalBan'], class: null, skipped: false, missing: [] };
  const at = (lngLat: LngLat | null, parts: Partial<Facility> = {}, zones = [zone({ polygons: square(HOME, 0.1), accuracyM: 5 })], when: Condition = { inZone: ['coalBan'] }) => found(when, { lngLat, ...parts }, { zones });

  it('names the one that contains the position, with the margin', () => {
    expect(at(HOME)).toEqual({ outcome: 'applies', evidence: [{ ...test, zone: 'Z1', zoneName: 'zone', marginM: expect.closeTo(9076, -2) as number, accuracyM: 5, accuracyAssumed: false, truth: 'yes' }], missing: [] });
    const two = [zone({ id: 'EDGE', polygons: square([lng - 0.0999, lat], 0.1) }), zone({ id: 'DEEP', polygons: square(HOME, 0.1) })];
    expect(at(HOME, {}, two).evidence).toMatchObject([{ zone: 'DEEP' }]);
    expect(at(HOME, {}, two.toReversed()).evidence).toMatchObject([{ zone: 'DEEP' }]);
  });

  it('names the nearest where it is outside of all', () => {
    const two = [zone({ id: 'FAR', polygons: square([lng + 2, lat], 0.1) }), zone({ id: 'NEAR', polygons: square([lng + 1, lat], 0.1) })];
    expect(at(HOME, { locationAccuracyM: null }, two)).toMatchObject({ outcome: 'outside', evidence: [{ ...test, zone: 'NEAR', accuracyM: 100, accuracyAssumed: true, truth: 'no' }] });
  });

  it('is none of another kind, and of any class when none is asked for', () => {
    expect(at(null, {}, [zone({ kind: 'builtUp' })])).toMatchObject({ outcome: 'outside', missing: [] });
    const first = [zone({ kind: 'noBurn', class: 1, polygons: square(HOME, 0.1) })];
    expect(at(HOME, {}, first, { inZone: ['noBurn'] })).toMatchObject({ outcome: 'applies', evidence: [{ zone: 'Z1' }] });
    expect(at([lng + 1, lat], {}, first, { inZone: ['noBurn'] })).toMatchObject({ outcome: 'outside', evidence: [{ zone: 'Z1' }] });
  });

  it('is the first of those that lie alike', () => {
    const twins = [zone({ id: 'FIRST', polygons: square(HOME, 0.1) }), zone({ id: 'SECOND', polygons: square(HOME, 0.1) })];
    expect(at(HOME, {}, twins).evidence).toMatchObject([{ zone: 'FIRST' }]);
    expect(at([lng + 1, lat], {}, twins).evidence).toMatchObject([{ zone: 'FIRST' }]);
    expect(at([lng + 0.1, lat], { locationAccuracyM: 10 }, twins).evidence).toMatchObject([{ zone: 'FIRST' }]);
  });

  it('of the right class goes before one of an unknown class that lies deeper', () => {
    const when = { inZone: ['noBurn'], class: 2 } as const;
    const both = [zone({ id: 'DEEP', kind: 'noBurn', polygons: square(HOME, 0.1) }), zone({ id: 'RIGHT', kind: 'noBurn', class: 2 })];
    for (const zones of [both, both.toReversed()]) expect(at(HOME, {}, zones, when)).toMatchObject({ outcome: 'applies', missing: [], evidence: [{ zone: 'RIGHT', missing: [] }] });
    expect(at([lng + 1, lat], {}, both, when)).toMatchObject({ outcome: 'outside', evidence: [{ zone: 'DEEP', missing: [] }] });
    expect(at([lng + 0.05, lat], {}, both, when)).toMatchObject({ outcome: 'review', evidence: [{ zone: 'DEEP', missing: ['zone.class'] }] });
  });

  it('says when none is loaded, and when there is no position', () => {
    const nothing = { ...test, zone: null, zoneName: null, marginM: null, accuracyM: null, accuracyAssumed: false };
    expect(at(HOME, { locationAccuracyM: null }, [])).toEqual({ outcome: 'outside', evidence: [{ ...nothing, truth: 'no' }], missing: [] });
    expect(at(null, {}, [])).toEqual({ outcome: 'outside', evidence: [{ ...nothing, truth: 'no' }], missing: [] });
    expect(at(null, { locationAccuracyM: null })).toEqual({ outcome: 'unknown', evidence: [{ ...nothing, truth: 'unknown', missing: ['lngLat'] }], missing: ['lngLat'] });
  });

  it('of a class: of another it is none, of an unknown one it is for review', () => {
    const when = { inZone: ['noBurn'], class: 2 } as const;
    const of = (zoneClass: 1 | 2 | null, at_: LngLat = HOME, parts: Partial<Facility> = {}) => at(at_, parts, [zone({ kind: 'noBurn', class: zoneClass, polygons: square(HOME, 0.1) })], when);
    expect(of(2)).toMatchObject({ outcome: 'applies', evidence: [{ kinds: ['noBurn'], class: 2, zone: 'Z1', missing: [] }] });
    expect(of(1)).toMatchObject({ outcome: 'outside', evidence: [{ zone: null, marginM: null }] });
    expect(of(null)).toMatchObject({ outcome: 'review', evidence: [{ zone: 'Z1', truth: 'review', missing: ['zone.class'] }] });
    expect(of(2, [lng + 0.1, lat], { locationAccuracyM: 10 })).toMatchObject({ outcome: 'review', missing: [] });
    expect(at(HOME, {}, [zone({ kind: 'noBurn', class: null, polygons: square(HOME, 0.1) })], { inZone: ['noBurn'] })).toMatchObject({ outcome: 'applies', missing: [] });
    expect(at([lng + 0.1, lat], { locationAccuracyM: 10 }, [zone({ kind: 'noBurn', class: null, polygons: square(HOME, 0.1) })], { inZone: ['noBurn'] })).toMatchObject({ outcome: 'review', missing: [] });
  });

  it('of several kinds, less others, of which near ones leave it open', () => {
    const when = { inZone: ['planning', 'builtUp'], minus: ['development', 'keyControl'] } as const;
    const zones = [zone({ kind: 'builtUp', polygons: square(HOME, 0.1) }), zone({ id: 'D', kind: 'development', polygons: square([lng + 0.05, lat], 0.02) })];
    expect(at(HOME, {}, zones, when)).toMatchObject({ outcome: 'applies', evidence: [{ kinds: ['planning', 'builtUp'], zone: 'Z1' }] });
    expect(at([lng + 0.05, lat], {}, zones, when).outcome).toBe('outside');
    expect(at([lng + 0.0301, lat], { locationAccuracyM: 50 }, zones, when).outcome).toBe('review');
    expect(at(null, {}, zones, when)).toMatchObject({ outcome: 'unknown', missing: ['lngLat'] });
  });
});

describe('the reach of a heat source', () => {
  const REACH: Condition = { withinReach: 'big' };
  const test = { test: 'reach', set: 'big', radiusM: 30_000, ...EXACT, missing: [] };
  const at = (metres: number | null, sources: readonly Partial<HeatSource>[] = [{}], parts: Partial<Facility> = {}, when = REACH) =>
    found(when, { lngLat: metres === null ? null : from(HOME, metres), ...parts }, { heatSources: sources.map((source, k) => heatSource({ id: `S${k}`, name: `source ${k}`, ...source })) });

  it('names the source, how far it is and by how much it is within', () => {
    expect(at(12_345)).toEqual({ outcome: 'applies', evidence: [{ ...test, source: 'S0', sourceName: 'source 0', distanceM: close(12_345), eligible: 'yes', marginM: close(17_655), truth: 'yes' }], missing: [] });
    expect(at(31_000)).toEqual({ outcome: 'outside', evidence: [{ ...test, source: 'S0', sourceName: 'source 0', distanceM: close(31_000), eligible: 'yes', marginM: close(-1000), truth: 'no' }], missing: [] });
  });

  it('shows the one with most margin among those that carry the answer', () => {
    const far = { lngLat: from(HOME, -40_000) };
    expect(at(1000, [{ lngLat: from(HOME, 9000) }, {}]).evidence).toMatchObject([{ source: 'S1' }]);
    expect(at(1000, [{}, { lngLat: from(HOME, 9000) }]).evidence).toMatchObject([{ source: 'S0' }]);
    expect(at(1000, [{ unitMW: 200 }, { lngLat: from(HOME, 9000) }]).evidence).toMatchObject([{ source: 'S1', eligible: 'yes' }]);
    expect(at(1000, [{ unitMW: null }, { lngLat: from(HOME, 9000) }]).evidence).toMatchObject([{ source: 'S1', eligible: 'yes' }]);
    expect(at(1000, [{ unitMW: 200 }, far])).toMatchObject({ outcome: 'outside', evidence: [{ source: 'S1', eligible: 'yes' }] });
    expect(at(1000, [{ unitMW: 200 }])).toMatchObject({ outcome: 'outside', evidence: [{ source: 'S0', eligible: 'no', truth: 'no', missing: [] }] });
  });

  it('is open where the source may not count, naming its fields, or where the distance is too near the limit', () => {
    expect(at(1000, [{ kind: null, unitMW: null }])).toMatchObject({ outcome: 'review', missing: ['heatSource.kind', 'heatSource.unitMW'], evidence: [{ eligible: 'unknown', truth: 'review' }] });
    expect(at(30_010, [{ locationAccuracyM: 5 }], { locationAccuracyM: 6 })).toMatchObject({ outcome: 'review', missing: [], evidence: [{ eligible: 'yes', accuracyM: 11 }] });
    expect(at(30_011.001, [{ locationAccuracyM: 5 }], { locationAccuracyM: 6 }).outcome).toBe('outside');
    expect(at(29_988.999, [{ locationAccuracyM: 5 }], { locationAccuracyM: 6 }).outcome).toBe('applies');
  });

  it('counts the limit itself as within, and a margin as large as what is known as sure', () => {
    const place = from(HOME, 12_345);
    const exactM = geodesicDistanceM(place[0], place[1], lng, lat);
    const by = (reachM: number, accuracyM: number) => found(REACH, { lngLat: place, locationAccuracyM: accuracyM }, { heatSources: [heatSource({ reachM })] }).outcome;
    expect(by(exactM, 0)).toBe('applies');
    expect(by(exactM + 16, exactM + 16 - exactM)).toBe('applies');
    expect(by(exactM + 16, 16.001)).toBe('review');
  });

  it('tells which accuracy is assumed', () => {
    expect(at(1000, [{ locationAccuracyM: null }]).evidence).toMatchObject([{ accuracyM: 100, accuracyAssumed: true }]);
    expect(at(1000, [{}], { locationAccuracyM: null }).evidence).toMatchObject([{ accuracyM: 100, accuracyAssumed: true }]);
    expect(at(1000, [{ locationAccuracyM: 3 }], { locationAccuracyM: 4 }).evidence).toMatchObject([{ accuracyM: 7, accuracyAssumed: false }]);
  });

  it('is by its own radius where the source has one', () => {
    expect(at(1000, [{ reachM: 999 }])).toMatchObject({ outcome: 'outside', evidence: [{ radiusM: 999, marginM: close(-1) }] });
    expect(at(31_000, [{ reachM: 31_000.5 }])).toMatchObject({ outcome: 'applies', evidence: [{ radiusM: 31_000.5 }] });
  });

  it('says when there is no source and when there is no position', () => {
    const nothing = { ...test, source: null, sourceName: null, distanceM: null, eligible: null, marginM: null, accuracyM: null };
    expect(at(1000, [], { locationAccuracyM: null })).toEqual({ outcome: 'outside', evidence: [{ ...nothing, truth: 'no' }], missing: [] });
    expect(at(null)).toEqual({ outcome: 'unknown', evidence: [{ ...nothing, truth: 'unknown', missing: ['lngLat'] }], missing: ['lngLat'] });
    expect(at(null, [{ unitMW: 200 }]).outcome).toBe('outside');
    expect(at(null, [{ unitMW: 200 }, { unitMW: null }]).outcome).toBe('unknown');
    expect(at(null, []).outcome).toBe('outside');
  });

  it('of others leaves out what is one’s own', () => {
    const others = { withinReach: 'big', byOthers: true } as const;
    const mine = { enterprise: '某厂' };
    expect(at(1000, [mine], mine, others)).toMatchObject({ outcome: 'outside', evidence: [{ source: 'S0', eligible: 'no' }] });
    expect(at(1000, [mine], mine).outcome).toBe('applies');
    expect(at(1000, [mine, {}], mine, others)).toMatchObject({ outcome: 'applies', evidence: [{ source: 'S1' }] });
    expect(at(1000, [mine], { enterprise: '别厂' }, others).outcome).toBe('applies');
  });

  it('is by the set that the rule names, of its own pack', () => {
    const small = { ...BIG_CHP, id: 'small', radiusM: 500 };
    const near = { facilities: [facility({ lngLat: from(HOME, 1000) })], heatSources: [heatSource()] };
    const of = (set: string) => judge(near, [pack([rule({ when: { withinReach: set } })], { sourceSets: [small, BIG_CHP] })]).findings[0];
    expect(of('small')).toMatchObject({ outcome: 'outside', evidence: [{ set: 'small', radiusM: 500, marginM: close(-500) }] });
    expect(of('big')).toMatchObject({ outcome: 'applies', evidence: [{ set: 'big', radiusM: 30_000 }] });
  });
});

it('a name is a name of its own pack, though the words of the condition are the same', () => {
  const entries = (enterprise: string) => [{ id: 'named', article: '4', entries: [{ enterprise, alsoKnownAs: [], count: 1, capacityTph: null }] }];
  const question = (words: string) => ({ zh: words, en: words });
  const reading = (words: string) => ({ id: 'how', question: question(words), options: [{ id: 'review', label: question('') }], chosen: 'review', why: question('') });
  const small = { ...BIG_CHP, eligible: { number: 'unitMW', op: 'lt', limit: 100 } } as const;
  const conditions: readonly Condition[] = [{ withinReach: 'big' }, { onList: 'named' }, { ownUnit: 'big' }, { undecided: 'how' }, { all: [{ word: 'fuel', in: ['coal'] }, { withinReach: 'big' }] }];
  const rules = conditions.map((when, k) => rule({ id: `R${k}`, when }));
  const packs = [pack(rules, { id: 'A', lists: entries('某厂'), readings: [reading('a')] }), pack(rules, { id: 'B', lists: entries('别厂'), readings: [reading('b')], sourceSets: [small] })];
  const { findings } = judge({ facilities: [facility({ lngLat: HOME, enterprise: '某厂' })], heatSources: [heatSource({ enterprise: '某厂' })] }, packs);
  const of = (id: string) => findings.filter((finding) => finding.pack === id).map(({ outcome }) => outcome);
  expect([of('A'), of('B')]).toEqual([['applies', 'applies', 'applies', 'review', 'applies'], ['outside', 'outside', 'outside', 'review', 'outside']]);
  expect(findings.flatMap(({ evidence }) => evidence.flatMap((one) => (one.test === 'undecided' ? [one.question?.en] : [])))).toEqual(['a', 'b']);
});

it('a text that does not say', () => {
  const question = { zh: '如何？', en: 'How?' };
  const reading = { id: 'how', question, options: [{ id: 'review', label: question }], chosen: 'review', why: question };
  expect(found({ undecided: 'how' }, {}, {}, { readings: [reading] })).toEqual({ outcome: 'review', evidence: [{ test: 'undecided', reason: 'how', question, truth: 'review', missing: [] }], missing: [] });
  expect(found({ undecided: 'plain words' }, {}, {}, { readings: [reading] }).evidence).toEqual([{ test: 'undecided', reason: 'plain words', question: null, truth: 'review', missing: [] }]);
});

it('is the same in whatever window of the ledger it is read', () => {
  const conditions: readonly Condition[] = [
    { number: 'capacityTph', op: 'lte', limit: 35 }, { word: 'use', in: ['heating'] }, { flag: 'bagFilter', is: true }, { inDivision: ['140525'] }, { inZone: ['coalBan'] },
    { inZone: ['planning'] }, { withinReach: 'big' }, { withinReach: 'big', byOthers: true }, { inPark: ['甲园'] }, { onList: 'named' }, { ownUnit: 'big' }, { overdue: true },
  ];
  const due = rule({ id: 'DUE', duty: 'monitor', when: { flag: 'monitored', is: false }, deadline: { origin: 'stated', day: '2024-01-31' } });
  const shown = rule({ id: 'SHOWN', duty: 'monitor', deadline: { origin: 'stated', day: '2024-02-29' } });
  const law = pack([due, shown, ...conditions.map((when, k) => rule({ id: `R${k}`, when }))], {
    lists: [{ id: 'named', article: '4', entries: [{ enterprise: '甲', alsoKnownAs: [], count: 1, capacityTph: null }] }],
  });
  const here = { lngLat: HOME, locationAccuracyM: null };
  const facilities = [
    facility({ capacityTph: 20, use: 'heating', bagFilter: true, monitored: false, status: 'inUse', enterprise: '甲', ...here }),
    facility({ divisionCode: null, enterprise: '乙' }),
    facility({ capacityTph: 40, use: 'process', bagFilter: false, monitored: true, status: 'closed', park: '甲园', lngLat: from(HOME, 500) }),
    facility({ divisionCode: null, ...here, enterprise: '某厂', monitored: false, status: null }),
    facility({ divisionCode: '140302', lngLat: from(HOME, 40_000), park: '别园', enterprise: '乙', bagFilter: null }),
    facility({ divisionCode: null, lngLat: from(HOME, 29_999), enterprise: '某厂', monitored: null }),
  ];
  const { scene, book } = judge(
    {
      facilities,
      heatSources: [heatSource({ enterprise: '某厂' })],
      zones: [zone(), zone({ id: 'Z2', kind: 'planning', polygons: square([lng + 0.1, lat], 0.05) })],
      skippedZones: [{ id: 'BAD', name: '', kind: 'planning', class: null, divisionCode: null, inForce: { from: null, until: null }, bounds: { west: lng, south: lat, east: lng + 0.01, north: lat }, code: '', params: {}, original: {} }],
      parks: [{ id: 'P', name: '甲园', divisionCodes: [], lngLat: HOME, accuracyM: 50, note: '' }],
      divisions: [division('140525', square(HOME, 0.2), { accuracyM: 600 })],
    },
    [law],
  );
  for (const start of facilities.keys()) {
    const read = explainRange(scene, book, start, facilities.length);
    for (let f = start; f < facilities.length; f++) expect([start, f, read(f)]).toEqual([start, f, explain(scene, book, f)]);
  }
});

describe('what carries an answer', () => {
  const fuel = { word: 'fuel', in: ['coal'] } as const;
  const small = { number: 'capacityTph', op: 'lte', limit: 35 } as const;
  const filter = { flag: 'bagFilter', is: true } as const;
  const open = { undecided: 'x' } as const;
  const tests = (when: Condition, parts: Partial<Facility>) => found(when, parts).evidence.map((one) => ('field' in one ? one.field : one.test));

  it('of "all" that fails: the first that fails, alone', () => {
    expect(tests({ all: [fuel, small, filter] }, { capacityTph: 40, bagFilter: false })).toEqual(['capacityTph']);
    expect(tests({ all: [open, small, fuel] }, { fuel: 'gas' })).toEqual(['fuel']);
  });

  it('of "all" that holds or is open: what is missing, then what is for review, then what holds', () => {
    expect(tests({ all: [fuel, small] }, { capacityTph: 20 })).toEqual(['fuel', 'capacityTph']);
    expect(tests({ all: [fuel, open, small] }, {})).toEqual(['capacityTph', 'undecided', 'fuel']);
    expect(tests({ all: [fuel, open] }, {})).toEqual(['undecided', 'fuel']);
  });

  it('of "any": the first that holds; all that fail; those that are open, judgement before want', () => {
    expect(tests({ any: [small, filter, fuel] }, { bagFilter: true })).toEqual(['bagFilter']);
    expect(tests({ any: [small, filter] }, { capacityTph: 40, bagFilter: false })).toEqual(['capacityTph', 'bagFilter']);
    expect(tests({ any: [small, filter, open] }, { bagFilter: false })).toEqual(['undecided', 'capacityTph']);
  });

  it('of "not": what it turns round, open questions staying open', () => {
    expect(found({ not: small }, { capacityTph: 40 })).toMatchObject({ outcome: 'applies', evidence: [{ test: 'number', truth: 'no' }] });
    expect(found({ not: small }, { capacityTph: 20 })).toMatchObject({ outcome: 'outside', evidence: [{ test: 'number', truth: 'yes' }] });
    expect(found({ not: small }, {})).toMatchObject({ outcome: 'unknown', missing: ['capacityTph'] });
    expect(found({ not: open }, {}).outcome).toBe('review');
  });

  it('of "always": nothing', () => {
    expect(found({ always: true }, {})).toEqual({ outcome: 'applies', evidence: [], missing: [] });
  });
});
