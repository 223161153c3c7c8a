import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/assess/assessment.ts';
import { surroundingsOf } from '../../src/assess/surroundings.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { judge } from './judge-world.ts';
import { division, facility, from, heatSource, HOME, pack, rule, square, zone } from './tiny.ts';

const COAL = { word: 'fuel', in: ['coal'] } as const;
const REACH = rule({ id: 'REACH', subject: COAL, when: { withinReach: 'big' }, duty: 'close-or-consolidate' });
const BAN = rule({ id: 'BAN', subject: COAL, when: { inZone: ['coalBan'] } });
const SMALL = rule({ id: 'SMALL', subject: COAL, when: { number: 'capacityTph', op: 'lte', limit: 35 }, deadline: { origin: 'stated', day: '2024-01-31' } });

describe('assess: reach of a heat source', () => {
  const world = (metres: number, more: Partial<Facility> = {}, source = {}) => ({
    facilities: [facility({ lngLat: from(HOME, metres), ...more })],
    heatSources: [heatSource(source)],
  });

  it.each([
    [29_999.999, 'applies'],
    [30_000.001, 'outside'],
  ])('decides by the geodesic to the millimetre: %d m', (metres, outcome) => {
    expect(judge(world(metres), [pack([REACH])]).findings[0]).toMatchObject({ outcome, marginM: expect.closeTo(30_000 - metres, 4) });
  });

  it.each([
    [29_950, 100, 'review'],
    [30_050, 100, 'review'],
    [29_899, 100, 'applies'],
    [30_101, 100, 'outside'],
  ])('is review when the margin is smaller than the accuracies together: %d m, known to %d m', (metres, accuracyM, outcome) => {
    const { findings } = judge(world(metres, { locationAccuracyM: accuracyM / 2 }, { locationAccuracyM: accuracyM / 2 }), [pack([REACH])]);
    expect(findings[0]).toMatchObject({ outcome, evidence: [expect.objectContaining({ test: outcome === 'outside' ? 'reach' : expect.any(String) }), ...(outcome === 'outside' ? [] : [expect.anything()])] });
  });

  it('assumes an accuracy where none is stated, and says so', () => {
    const { findings } = judge(world(29_990, { locationAccuracyM: null }), [pack([REACH])]);
    expect(findings[0]?.outcome).toBe('review');
    expect(findings[0]?.evidence).toContainEqual(expect.objectContaining({ test: 'reach', accuracyM: 100, accuracyAssumed: true }));
  });

  it('names what is missing of a source that may count', () => {
    const { scene, book, findings, verdict, assessment } = judge(world(1000, {}, { kind: null }), [pack([REACH])]);
    expect(findings[0]).toMatchObject({ outcome: 'review', missing: ['heatSource.kind'] });
    expect(verdict).toMatchObject({ duty: 'none', possibleDuty: 'close-or-consolidate', certainty: 'review' });
    expect(surroundingsOf(scene, book, 0).nearest?.source).toBe(0);
    expect(assessment.nearestEligible[0]).toBe(-1);
  });

  it('lets an ineligible source decide nothing, yet lists it as within reach', () => {
    const { scene, book, findings } = judge(world(1000, {}, { unitMW: 299 }), [pack([REACH])]);
    expect(findings[0]).toMatchObject({ outcome: 'outside' });
    expect(surroundingsOf(scene, book, 0).reach).toMatchObject([{ source: 0 }]);
  });

  it('asks for the coordinates when a source could count, not when none can', () => {
    const unlocated = { facilities: [facility()], heatSources: [heatSource()] };
    expect(judge(unlocated, [pack([REACH])]).findings[0]).toMatchObject({ outcome: 'unknown', missing: ['lngLat'] });
    expect(judge({ facilities: [facility()] }, [pack([REACH])]).findings[0]).toMatchObject({ outcome: 'outside' });
  });

  it("respects a source's own reach", () => {
    expect(judge(world(1000, {}, { reachM: 999 }), [pack([REACH])]).findings[0]?.outcome).toBe('outside');
  });

  it('measures to the nearest point of an area or a line, 0 inside the area', () => {
    const area = { kind: 'area', polygons: square(HOME, 0.1) } as const;
    const line = { kind: 'line', lines: [[HOME, [HOME[0], HOME[1] + 0.5]]] } as const;
    const distanceTo = (shape: HeatSource['shape'], at: LngLat) => {
      const { scene, book, assessment } = judge({ facilities: [facility({ lngLat: at })], heatSources: [heatSource({ id: 'P', lngLat: [100, 30] }), heatSource({ shape, lngLat: [80, 20] })] }, [pack([REACH])]);
      const { reach, nearest } = surroundingsOf(scene, book, 0);
      return [reach.map(({ source }) => source), nearest?.source, assessment.nearestEligibleDistanceM[0]];
    };
    expect(distanceTo(area, HOME)).toEqual([[1], 1, 0]);
    expect(distanceTo(area, from([HOME[0] + 0.1, HOME[1]], 29_999))).toEqual([[1], 1, expect.closeTo(29_999, 3)]);
    expect(distanceTo(line, from([HOME[0], HOME[1] + 0.5], 30_001, 0))).toEqual([[], 1, expect.closeTo(30_001, 3)]);
    expect(distanceTo(line, [HOME[0], HOME[1] + 0.25])).toEqual([[1], 1, 0]);
  });

  it('adds the demands of the city where the source lies', () => {
    const demand = { id: 'Q', article: '3', phrase: '', inForce: { from: null, until: null }, standing: false, appliesTo: { always: true }, require: { word: 'performanceGrade', in: ['A', 'B'] } } as const;
    const city = pack([], { id: 'city', sourceRequirements: [demand] });
    expect(judge(world(1000, {}, { performanceGrade: 'C' }), [pack([REACH]), city]).findings[0]?.outcome).toBe('outside');
    expect(judge(world(1000, {}, { performanceGrade: null }), [pack([REACH]), city]).findings[0]).toMatchObject({ outcome: 'review', missing: ['heatSource.performanceGrade'] });
    expect(judge(world(1000, {}, { performanceGrade: 'C', divisionCode: '410000' }), [pack([REACH]), city]).findings[0]?.outcome).toBe('applies');
  });

  it("exempts the source's own units, but not from the reach of others when the law says so", () => {
    const own = { enterprise: '别的公司;某热电有限公司' };
    const exempting = rule({ ...REACH, unless: [{ clause: { zh: '自有', en: 'own' }, article: '9', condition: { ownUnit: 'big' } }] });
    const sites = { facilities: [facility({ lngLat: HOME, enterprise: '某热电有限责任公司' })], heatSources: [heatSource(own)] };
    expect(judge(sites, [pack([exempting])]).findings[0]).toMatchObject({ outcome: 'exempt', clause: { en: 'own' } });
    const small = { ...sites, heatSources: [heatSource({ ...own, unitMW: 50 }), heatSource({ id: 'S2' })] };
    expect(judge(small, [pack([exempting])]).findings[0]?.outcome).toBe('applies');
    const byOthers = rule({ ...REACH, when: { withinReach: 'big', byOthers: true } });
    expect(judge(sites, [pack([byOthers])]).findings[0]?.outcome).toBe('outside');
  });
});

describe('assess: zones', () => {
  const at = (offsetDeg: number, accuracyM = 0) => [facility({ lngLat: [HOME[0] + offsetDeg, HOME[1]], locationAccuracyM: accuracyM })];

  it('counts the edge as inside', () => {
    const { findings, assessment } = judge({ facilities: at(0.01), zones: [zone({ polygons: square([0, 0], 1) }), zone({ id: 'Z2', polygons: [[[[112, 35], [HOME[0] + 0.01, 35], [HOME[0] + 0.01, 36], [112, 36], [112, 35]]]] })] }, [pack([BAN])]);
    expect(findings[0]).toMatchObject({ outcome: 'applies', marginM: 0 });
    expect([...assessment.zones.items]).toEqual([1]);
  });

  it('is review near the edge on either side, and names the zone', () => {
    for (const offset of [0.0099, 0.0101]) {
      const { findings } = judge({ facilities: at(offset, 50), zones: [zone()] }, [pack([BAN])]);
      expect(findings[0]).toMatchObject({ outcome: 'review' });
      expect(findings[0]?.evidence).toContainEqual(expect.objectContaining({ test: 'zone', zone: 'Z1', accuracyM: 50 }));
    }
  });

  it('says how far outside the nearest zone is', () => {
    const { findings } = judge({ facilities: at(0.02), zones: [zone({ id: 'far', polygons: square([114, 36], 0.1) }), zone()] }, [pack([BAN])]);
    expect(findings[0]).toMatchObject({ outcome: 'outside', evidence: [{ test: 'zone', zone: 'Z1' }] });
    expect(findings[0]?.marginM).toBeCloseTo(-907.6, 0);
  });

  it('does not count a zone before or after its own dates', () => {
    const later = zone({ inForce: { from: '2025-01-01', until: null } });
    expect(judge({ facilities: at(0), zones: [later] }, [pack([BAN])]).findings[0]?.outcome).toBe('outside');
    expect(judge({ facilities: at(0), zones: [later] }, [pack([BAN])], '2025-01-01').findings[0]?.outcome).toBe('applies');
  });

  it('treats a missing class as review and names it', () => {
    const second = rule({ when: { inZone: ['noBurn'], class: 2 } });
    const found = judge({ facilities: at(0), zones: [zone({ kind: 'noBurn' })] }, [pack([second])]).findings[0];
    expect(found).toMatchObject({ outcome: 'review', missing: ['zone.class'] });
  });

  it('takes other zones out', () => {
    const minus = rule({ when: { inZone: ['planning'], minus: ['development'] } });
    const zones = [zone({ kind: 'planning', polygons: square(HOME, 0.1) }), zone({ id: 'D', kind: 'development' })];
    expect(judge({ facilities: at(0), zones }, [pack([minus])]).findings[0]?.outcome).toBe('outside');
    expect(judge({ facilities: at(0.05), zones }, [pack([minus])]).findings[0]?.outcome).toBe('applies');
  });
});

describe('assess: unknown is an answer', () => {
  it('says at least and possibly', () => {
    const retrofit = rule({ id: 'ULE', duty: 'retrofit' });
    const { verdict, findings } = judge({ facilities: [facility()] }, [pack([SMALL, retrofit])]);
    expect(verdict).toEqual({ duty: 'retrofit', possibleDuty: 'close', certainty: 'unknown', deadline: null, deadlineOrigin: 'none', overdue: false });
    expect(findings[0]).toMatchObject({ outcome: 'unknown', missing: ['capacityTph'] });
  });

  it('lets a sure no win over an unknown', () => {
    expect(judge({ facilities: [facility({ fuel: 'gas' })] }, [pack([SMALL])]).findings[0]).toMatchObject({
      outcome: 'outside',
      missing: [],
      evidence: [{ test: 'word', field: 'fuel', value: 'gas', truth: 'no' }],
    });
  });

  it('is certain when nothing stronger is possible', () => {
    const weaker = rule({ id: 'WEAK', duty: 'inspect', when: { number: 'stackM', op: 'gt', limit: 45 } });
    expect(judge({ facilities: [facility({ capacityTph: 1 })] }, [pack([SMALL, weaker])]).verdict).toMatchObject({ duty: 'close', certainty: 'certain', overdue: true, deadline: '2024-01-31' });
  });

  it('does not call a closed facility overdue', () => {
    expect(judge({ facilities: [facility({ capacityTph: 1, status: 'closed' })] }, [pack([SMALL])]).verdict).toMatchObject({ duty: 'close', overdue: false });
  });
});

describe('assess: jurisdiction', () => {
  const block = (west: number, east: number): MultiPolygon => [[[[west, 35.4], [east, 35.4], [east, 35.6], [west, 35.6], [west, 35.4]]]];
  const HALVES = [division('140525', block(112.7, 112.9)), division('140581', block(112.9, 113.1))];
  const outcomeAt = (lng: number, divisions = HALVES) => {
    const located = facility({ divisionCode: null, lngLat: [lng, 35.5], capacityTph: 1, locationAccuracyM: 30 });
    return judge({ facilities: [located], divisions }, [pack([SMALL])]).findings[0]?.outcome ?? 'unbound';
  };

  it('follows the code of the ledger', () => {
    for (const [code, outcome] of [['140525', 'applies'], ['140500', 'applies'], ['140000', 'unknown'], ['140200', 'unbound'], ['410825', 'unbound']] as const) {
      const { assessment } = judge({ facilities: [facility({ divisionCode: code, capacityTph: 1 })] }, [pack([SMALL])]);
      expect([code, OUTCOMES[assessment.outcomes[0] ?? 0]]).toEqual([code, outcome]);
    }
  });

  it('follows the position without a code; an inner border decides nothing, the outer border is review', () => {
    expect(outcomeAt(112.85)).toBe('applies');
    expect(outcomeAt(112.9)).toBe('applies');
    expect(outcomeAt(112.9001)).toBe('applies');
    expect(outcomeAt(113.0999)).toBe('review');
    expect(outcomeAt(113.2)).toBe('unbound');
  });

  it('is review when the code and the position contradict each other', () => {
    const strayed = facility({ divisionCode: '140200', lngLat: [112.85, 35.5], capacityTph: 1 });
    expect(judge({ facilities: [strayed], divisions: HALVES }, [pack([SMALL])]).findings[0]).toMatchObject({ outcome: 'review' });
  });

  it('asks for the county when neither is known', () => {
    const { findings } = judge({ facilities: [facility({ divisionCode: null, capacityTph: 1 })], divisions: HALVES }, [pack([SMALL])]);
    expect(findings[0]).toMatchObject({ outcome: 'unknown', missing: ['divisionCode'] });
  });
});

describe('assess: holds', () => {
  const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['close'], when: { word: 'use', in: ['homeHeating'] } });
  const withUse = (use: Facility['use']) => judge({ facilities: [facility({ capacityTph: 1, use })] }, [pack([SMALL, hold])]);

  it('holds back what it names and shows itself beside it', () => {
    const { findings, verdict } = withUse('homeHeating');
    expect(findings[0]).toMatchObject({ outcome: 'exempt', clause: { en: 'rule', article: '1' } });
    expect(verdict).toMatchObject({ duty: 'none', certainty: 'certain' });
  });

  it('turns a closing into a question when it only may hold', () => {
    expect(withUse(null).findings[0]).toMatchObject({ outcome: 'unknown', missing: ['use'] });
    expect(withUse('process').findings[0]?.outcome).toBe('applies');
  });
});
