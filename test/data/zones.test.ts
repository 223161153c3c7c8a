import * as turf from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { ZONE_KINDS } from '../../src/domain/zone.ts';
import { preventsUse, ringProblems } from '../../src/geometry/ring-problems.ts';
import { readCountyRings } from '../../scripts/ledger/counties.ts';
import { drawZones } from '../../scripts/ledger/draw-zones.ts';
import { ILLUSTRATIVE_ZONES } from '../../scripts/ledger/illustrative-zones.ts';
import { cityText, counties, polygonsOf, zoneIds, zones } from './city-files.ts';

describe('illustrative zones', () => {
  it('are drawn anew to the same bytes', () => {
    expect(drawZones(ILLUSTRATIVE_ZONES, readCountyRings(cityText('counties.geojson')))).toBe(cityText('zones.geojson'));
  });

  it('say in every feature that they are no official border', () => {
    for (const { properties } of zones) {
      expect(properties['name']).toContain('示意');
      expect(properties['note']).toContain('示意,非官方边界');
      expect(properties).toMatchObject({ illustrative: true, notice: null, effectiveFrom: null, accuracyM: 0 });
      expect(ZONE_KINDS).toContain(properties['kind']);
    }
    expect(new Set(zoneIds).size).toBe(zones.length);
  });

  it('cover each county seat, the networks, the built-up areas, the control area and both kinds of 禁燃区', () => {
    const of = (kind: string) => zones.filter(({ properties }) => properties['kind'] === kind);
    expect(of('coalBan').map(({ properties }) => properties['divisionCode'])).toEqual([
      '140502', '140525', '140581', '140522', '140524', '140521',
    ]);
    expect(of('noBurn').map(({ properties }) => properties['class'])).toEqual([2, null]);
    expect([of('heatNetwork'), of('builtUp'), of('keyControl')].map((list) => list.length)).toEqual([2, 5, 1]);
  });

  it('are sound, with holes and a multipolygon among them', () => {
    for (const zone of zones) {
      expect(polygonsOf(zone).flatMap(ringProblems).filter(preventsUse), String(zone.properties['id'])).toEqual([]);
      for (const polygon of polygonsOf(zone)) {
        // RFC 7946: outer rings counter-clockwise, holes clockwise.
        expect(polygon.map((ring) => turf.booleanClockwise(ring.map(([lng, lat]) => [lng, lat])))).toEqual(polygon.map((_, i) => i > 0));
      }
    }
    expect(zones.flatMap(polygonsOf).filter((polygon) => polygon.length > 1)).toHaveLength(2);
    expect(zones.filter(({ geometry }) => geometry.type === 'MultiPolygon')).toHaveLength(1);
  });

  it('keep a county’s zone within its county', () => {
    for (const zone of zones) {
      const county = counties.find(({ properties }) => properties['code'] === zone.properties['divisionCode']);
      if (county === undefined) continue;
      const [own, around] = [zone, county].map((each) => turf.multiPolygon(polygonsOf(each).map(mutable)));
      const over = own && around ? turf.difference(turf.featureCollection([own, around])) : null;
      expect(over, String(zone.properties['id'])).toBeNull();
    }
  });
});

function mutable(polygon: readonly (readonly (readonly [number, number])[])[]): number[][][] {
  return polygon.map((ring) => ring.map(([lng, lat]) => [lng, lat]));
}
