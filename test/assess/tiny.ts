import type { Division } from '../../src/domain/division.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import type { Project } from '../../src/domain/project.ts';
import type { Zone } from '../../src/domain/zone.ts';
import { geodesicDestination } from '../../src/geometry/geodesic.ts';
import type { Rule, RulePack, SourceSet } from '../../src/policy/rule.ts';

/** Small worlds for tests: everything unknown unless said. */

export const HOME: LngLat = [112.9, 35.5];

export function facility(parts: Partial<Facility> = {}): Facility {
  return {
    id: 'F1', name: '', enterprise: null, creditCode: null, kind: 'boiler', fuel: 'coal', use: null, status: null, count: 1,
    capacityTph: null, unitMW: null, divisionCode: '140525', park: null, lngLat: null, locationAccuracyM: 0, cleanHeating: null,
    ultraLowEmission: null, monitored: null, dedicatedBiomass: null, bagFilter: null, outdated: null, fixedBedIntermittent: null,
    performanceGrade: null, stackM: null, hearthM: null, synthetic: false, source: { file: 'test', row: 1 }, original: {}, issues: [],
    ...parts,
  };
}

export function heatSource(parts: Partial<HeatSource> = {}): HeatSource {
  return {
    id: 'S1', name: 'source', kind: 'chp', kindEvidence: '', unitMW: 300, plantMW: 600, units: '2x300', large: null, performanceGrade: null,
    listedForExit: null, spareHeatMW: null, enterprise: null, creditCode: null, divisionCode: '140525', lngLat: HOME, shape: null, locationAccuracyM: 0,
    reachM: null, synthetic: false, original: {},
    ...parts,
  };
}

export function square([lng, lat]: LngLat, half: number): MultiPolygon {
  return [[[[lng - half, lat - half], [lng + half, lat - half], [lng + half, lat + half], [lng - half, lat + half], [lng - half, lat - half]]]];
}

export function zone(parts: Partial<Zone> = {}): Zone {
  return {
    id: 'Z1', name: 'zone', kind: 'coalBan', class: null, divisionCode: null, notice: null, inForce: { from: null, until: null },
    statedAreaKm2: null, polygons: square(HOME, 0.01), areaM2: 0, accuracyM: 0, illustrative: false, original: {},
    ...parts,
  };
}

export function division(code: string, polygons: MultiPolygon, parts: Partial<Division> = {}): Division {
  return { code, name: code, nameEn: code, level: 'county', polygons, accuracyM: 0, ...parts };
}

export function project(parts: Partial<Project> = {}): Project {
  return {
    facilities: [], heatSources: [], zones: [], skippedZones: [], parks: [], stations: [], airReadings: [], divisions: [], inputs: [], quarantine: [],
    ignored: [], messages: [], sample: false,
    ...parts,
  };
}

/** A point at a distance and an azimuth from home. */
export function from(home: LngLat, metres: number, azimuth = 90): LngLat {
  return geodesicDestination(home[0], home[1], azimuth, metres);
}

export function rule(parts: Partial<Rule> = {}): Rule {
  return {
    id: 'R1', title: { zh: '规则', en: 'rule' }, article: '1', phrase: '', topic: 'topic', inForce: { from: null, until: null }, standing: false,
    subject: { always: true }, when: { always: true }, unless: [], duty: 'close', holds: [], deadline: { origin: 'none', day: null },
    departments: { lead: [], share: ['局'] },
    ...parts,
  };
}

export const BIG_CHP: SourceSet = {
  id: 'big', article: '9', phrase: '', radiusM: 30_000,
  eligible: { all: [{ word: 'kind', in: ['chp'] }, { number: 'unitMW', op: 'gte', limit: 300 }] },
};

export function pack(rules: readonly Rule[], parts: Partial<RulePack> = {}): RulePack {
  return {
    format: 'coal-ban-map/rule-pack@1', id: 'P', version: '1', title: { zh: '包', en: 'pack' }, shortTitle: { zh: '包', en: 'pack' }, documentNumber: 'No. 1', issued: null,
    jurisdiction: '140500', inForce: { from: null, until: null }, supersedes: [], readings: [], sourceSets: [BIG_CHP], sourceRequirements: [],
    lists: [], rules, siting: [], areaDuties: [], targets: [], controlTotals: [], coverage: [],
    ...parts,
  };
}
