import fc from 'fast-check';
import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES, type Facility } from '../../src/domain/facility.ts';
import { HEAT_SOURCE_KINDS, type HeatSource } from '../../src/domain/heat-source.ts';
import type { LngLat } from '../../src/domain/place.ts';
import type { Project } from '../../src/domain/project.ts';
import { ZONE_KINDS, type Zone } from '../../src/domain/zone.ts';
import { division, facility, from, heatSource, project, square, zone } from './tiny.ts';

/** Three counties of three cities, and one beyond the province, each with a place in its middle. */
const COUNTIES: readonly { readonly code: string; readonly at: LngLat }[] = [
  { code: '140525', at: [112.9, 35.5] },
  { code: '140212', at: [113.3, 40.1] },
  { code: '140321', at: [113.6, 37.8] },
  { code: '140311', at: [113.6, 38.8] },
  { code: '410825', at: [113.1, 34.4] },
];
const PARK = { id: 'P', name: '巴公工业园区', divisionCodes: ['140525'], lngLat: [112.9, 35.5] as LngLat, accuracyM: 5000, note: '' };

/** Mostly known: with many unknown facts hardly any rule would surely apply. */
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null, freq: 9 });
const size = fc.constantFrom(0.5, 4, 4.1, 10, 20, 34.9, 35, 35.1, 64.9, 65, 66, 80);

/** A record whose facts do not contradict each other: its point lies in the county of its code, its park is where it is. */
export const anyFacility: fc.Arbitrary<Facility> = fc
  .record({
    county: fc.constantFrom(...COUNTIES),
    stray: fc.tuple(fc.double({ min: -0.2, max: 0.2, noNaN: true }), fc.double({ min: -0.2, max: 0.2, noNaN: true })),
    knows: fc.constantFrom('code', 'point', 'both', 'both', 'both', 'both', 'neither'),
    inPark: fc.boolean(),
    facts: fc.record({
      kind: maybe(fc.oneof({ weight: 2, arbitrary: fc.constant('boiler' as const) }, { weight: 1, arbitrary: fc.constantFrom(...FACILITY_KINDS) })),
      fuel: maybe(fc.oneof({ weight: 2, arbitrary: fc.constant('coal' as const) }, { weight: 1, arbitrary: fc.constantFrom(...FUELS) })),
      use: maybe(fc.constantFrom(...USES)),
      status: maybe(fc.constantFrom(...STATUSES)),
      performanceGrade: maybe(fc.constantFrom(...GRADES)),
      capacityTph: maybe(size),
      unitMW: maybe(fc.constantFrom(50, 299, 300, 350)),
      stackM: maybe(fc.constantFrom(45, 46)),
      hearthM: maybe(fc.constantFrom(2.9, 3, 3.1)),
      enterprise: maybe(fc.constantFrom('山西晋丰煤化工有限责任公司', '某厂')),
      cleanHeating: maybe(fc.boolean()),
      ultraLowEmission: maybe(fc.boolean()),
      monitored: maybe(fc.boolean()),
      dedicatedBiomass: maybe(fc.boolean()),
      bagFilter: maybe(fc.boolean()),
      outdated: maybe(fc.boolean()),
      fixedBedIntermittent: maybe(fc.boolean()),
      count: fc.integer({ min: 1, max: 3 }),
      locationAccuracyM: fc.constantFrom(null, 0, 20, 3000),
    }),
  })
  .map(({ county, stray, knows, inPark, facts }) => {
    const home = county.code === '140525' && inPark;
    const at: LngLat = home ? county.at : [county.at[0] + stray[0], county.at[1] + stray[1]];
    return facility({
      ...facts,
      divisionCode: knows === 'code' || knows === 'both' ? county.code : null,
      lngLat: knows === 'point' || knows === 'both' ? at : null,
      park: home ? PARK.name : null,
    });
  });

export const anySource: fc.Arbitrary<HeatSource> = fc
  .record({
    county: fc.constantFrom(...COUNTIES),
    metres: fc.constantFrom(0, 1000, 15_000, 29_000, 31_000),
    facts: fc.record({
      kind: maybe(fc.constantFrom(...HEAT_SOURCE_KINDS)),
      unitMW: maybe(fc.constantFrom(200, 299, 300, 600)),
      plantMW: maybe(fc.constantFrom(299, 300, 600)),
      large: maybe(fc.boolean()),
      performanceGrade: maybe(fc.constantFrom(...GRADES)),
      listedForExit: maybe(fc.boolean()),
      enterprise: maybe(fc.constantFrom('某厂', '别厂')),
    }),
    knowsCode: fc.boolean(),
  })
  .map(({ county, metres, facts, knowsCode }) => heatSource({ ...facts, lngLat: from(county.at, metres, 0), divisionCode: knowsCode ? county.code : null }));

export const anyZone: fc.Arbitrary<Zone> = fc
  .record({ county: fc.constantFrom(...COUNTIES), half: fc.constantFrom(0.02, 0.1, 0.3), kind: fc.constantFrom(...ZONE_KINDS), zoneClass: fc.constantFrom(1, 2, 3, null) })
  .map(({ county, half, kind, zoneClass }) => zone({ kind, class: zoneClass, polygons: square(county.at, half) }));

/** Facts and shapes around one facility. */
export interface AnyWorld {
  readonly one: Facility;
  readonly project: Project;
}

export const anyWorld: fc.Arbitrary<AnyWorld> = fc
  .record({ one: anyFacility, heatSources: fc.array(anySource, { maxLength: 3 }), zones: fc.array(anyZone, { maxLength: 6 }) })
  .map(({ one, heatSources, zones }) => ({
    one,
    project: project({
      facilities: [one],
      heatSources: heatSources.map((source, k) => ({ ...source, id: `S${k}` })),
      zones: zones.map((each, k) => ({ ...each, id: `Z${k}` })),
      parks: [PARK],
      divisions: COUNTIES.map(({ code, at }) => division(code, square(at, 0.45))),
    }),
  }));

/** Days on which different documents are in force. */
export const anyDay = fc.constantFrom('2019-06-01', '2020-12-01', '2021-08-01', '2024-07-01', '2024-12-31', '2026-01-01');
