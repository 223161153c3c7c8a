import { describe, expect, it } from 'vitest';
import type { Facility } from '../../src/domain/facility.ts';
import type { SkippedZone, Zone } from '../../src/domain/zone.ts';
import { judge } from './judge-world.ts';
import { division, facility, from, HOME, pack, project, rule, square, zone } from './tiny.ts';
import { gapsOf } from '../../src/assess/gaps.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';

const [lng, lat] = HOME;
const BOX = { west: lng - 0.01, south: lat - 0.01, east: lng + 0.01, north: lat + 0.01 };

function skipped(parts: Partial<SkippedZone> = {}): SkippedZone {
  return { id: 'BAD', name: '某区', kind: 'coalBan', class: null, divisionCode: null, inForce: { from: null, until: null }, bounds: BOX, code: 'ring-not-closed', params: {}, original: {}, ...parts };
}

const BAN = rule({ id: 'BAN', when: { inZone: ['coalBan'] } });

function finding(at: Partial<Facility>, zones: { skipped?: readonly SkippedZone[]; read?: readonly Zone[] }, law = BAN, asOf = '2024-06-01') {
  return judge({ facilities: [facility({ lngLat: HOME, ...at })], skippedZones: zones.skipped ?? [skipped()], zones: zones.read ?? [] }, [pack([law])], asOf).findings[0];
}

describe('a zone that could not be read', () => {
  it('leaves open whether a place inside its box lies in it, and says which zone it is', () => {
    expect(finding({}, {})).toMatchObject({
      outcome: 'review',
      missing: ['zone.shape'],
      marginM: null,
      evidence: [{ test: 'zone', zone: 'BAD', zoneName: '某区', skipped: true, truth: 'review' }],
    });
  });

  it('counts the edge of the box as inside, and a place known too badly to be outside', () => {
    const at = (metres: number, accuracyM: number) => finding({ lngLat: from([BOX.east, lat], metres), locationAccuracyM: accuracyM }, {})?.outcome;
    expect(finding({ lngLat: [BOX.east, lat] }, {})?.outcome).toBe('review');
    expect([at(1, 0), at(49, 50), at(51, 50)]).toEqual(['outside', 'review', 'outside']);
  });

  it('leaves a place beyond its box outside, and one in a sound zone of the kind inside', () => {
    expect(finding({ lngLat: [lng + 1, lat] }, {})).toMatchObject({ outcome: 'outside', evidence: [{ skipped: false }] });
    expect(finding({}, { read: [zone()] })).toMatchObject({ outcome: 'applies', evidence: [{ zone: 'Z1', skipped: false }] });
    expect(finding({}, { read: [zone({ polygons: square([lng + 0.5, lat], 0.1) })] })).toMatchObject({ outcome: 'review', evidence: [{ zone: 'BAD' }] });
  });

  it('lets the sound zone speak where both leave it open', () => {
    const near = zone({ polygons: square([lng + 0.1, lat], 0.1) });
    expect(finding({ locationAccuracyM: 50 }, { read: [near] })).toMatchObject({ outcome: 'review', missing: [], evidence: [{ zone: 'Z1', skipped: false, marginM: 0 }] });
  });

  it('asks for the coordinates of a facility that has none', () => {
    expect(finding({ lngLat: null }, {})).toMatchObject({ outcome: 'unknown', missing: ['lngLat'] });
  });

  it('concerns its own kind, class and days alone', () => {
    expect(finding({}, { skipped: [skipped({ kind: 'noBurn' })] })?.outcome).toBe('outside');
    expect(finding({}, { skipped: [skipped({ kind: null })] })?.outcome).toBe('outside');
    const second = rule({ when: { inZone: ['noBurn'], class: 2 } });
    for (const [zoneClass, outcome] of [[1, 'outside'], [2, 'review'], [null, 'review']] as const) {
      expect(finding({}, { skipped: [skipped({ kind: 'noBurn', class: zoneClass })] }, second)?.outcome).toBe(outcome);
    }
    const later = [skipped({ inForce: { from: '2025-01-01', until: null } })];
    expect([finding({}, { skipped: later })?.outcome, finding({}, { skipped: later }, BAN, '2025-01-01')?.outcome]).toEqual(['outside', 'review']);
  });

  it('without a box may lie anywhere in its division, or anywhere at all', () => {
    const of = (divisionCode: string | null, code: string | null) => finding({ divisionCode: code }, { skipped: [skipped({ bounds: null, divisionCode })] })?.outcome;
    expect([of('140525', '140525'), of('140500', '140525'), of('140581', '140525'), of('140581', '140500'), of(null, '140525')]).toEqual(['review', 'review', 'outside', 'review', 'review']);
    const byPlace = judge(
      { facilities: [facility({ lngLat: HOME, divisionCode: null })], skippedZones: [skipped({ bounds: null, divisionCode: '140581' })], divisions: [division('140525', square(HOME, 0.5)), division('140581', square([lng + 1, lat], 0.5))] },
      [pack([BAN])],
    );
    expect(byPlace.findings[0]?.outcome).toBe('outside');
  });

  it('may be the zone that is taken out', () => {
    const minus = rule({ when: { inZone: ['planning'], minus: ['coalBan'] } });
    expect(finding({}, { read: [zone({ kind: 'planning' })] }, minus)).toMatchObject({ outcome: 'review', missing: ['zone.shape'], evidence: [{ zone: 'BAD', skipped: true }] });
    expect(finding({ lngLat: [lng + 1, lat] }, { read: [zone({ kind: 'planning', polygons: square([lng + 1, lat], 0.1) })] }, minus)?.outcome).toBe('applies');
  });
});

describe('gapsOf', () => {
  const NEEDY = rule({ id: 'NEEDY', when: { any: [{ inZone: ['builtUp'] }, { withinReach: 'big' }] } });
  const elsewhere = (jurisdiction: string, when = NEEDY.when) => pack([rule({ id: jurisdiction, when })], { id: `p-${jurisdiction}`, jurisdiction });
  function gaps(world: Parameters<typeof project>[0], packs = [pack([NEEDY])]) {
    return gapsOf(buildScene(project(world)), openRuleBook(packs, '2024-06-01', {}));
  }

  it('names what the law asks for and nobody loaded, in an exemption too', () => {
    expect(gaps({ facilities: [facility()] })).toEqual({ zoneKinds: ['builtUp'], heatSources: true });
    const exempting = rule({ unless: [{ clause: { zh: '', en: '' }, article: '1', condition: { inZone: ['heatNetwork'] } }] });
    expect(gaps({ facilities: [facility()] }, [pack([exempting])])).toEqual({ zoneKinds: ['heatNetwork'], heatSources: false });
  });

  it('is content with a zone of the kind, even one that could not be read', () => {
    expect(gaps({ facilities: [facility()], zones: [zone({ kind: 'builtUp' })] }).zoneKinds).toEqual([]);
    expect(gaps({ facilities: [facility()], skippedZones: [skipped({ kind: 'builtUp' })] }).zoneKinds).toEqual([]);
  });

  it("misses nothing for another city's law alone", () => {
    const law = [elsewhere('140300', { inZone: ['planning'] }), elsewhere('140200')];
    expect(gaps({ facilities: [facility()] }, law)).toEqual({ zoneKinds: [], heatSources: false });
    expect(gaps({ facilities: [facility(), facility({ divisionCode: '140302' })] }, law).zoneKinds).toEqual(['planning']);
    expect(gaps({ facilities: [facility({ divisionCode: '140000' })] }, law).zoneKinds).toEqual(['planning', 'builtUp']);
    expect(gaps({ facilities: [facility()] }, [elsewhere('000000')]).zoneKinds).toEqual(['builtUp']);
    expect(gaps({ facilities: [] }, law).zoneKinds).toEqual([]);
  });

  it('follows the position of a facility without a code', () => {
    const divisions = [division('140525', square(HOME, 0.5)), division('140300', square([lng + 1, lat], 0.5), { level: 'prefecture' })];
    const law = [elsewhere('140300')];
    const crowd = Array.from({ length: 5000 }, () => facility());
    expect(gaps({ facilities: [...crowd, facility({ divisionCode: null, lngLat: HOME })], divisions }, law).zoneKinds).toEqual([]);
    expect(gaps({ facilities: [...crowd, facility({ divisionCode: null, lngLat: [lng + 1, lat] })], divisions }, law).zoneKinds).toEqual(['builtUp']);
    expect(gaps({ facilities: [facility({ divisionCode: null })] }, law).zoneKinds).toEqual(['builtUp']);
  });
});
