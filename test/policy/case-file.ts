import { readdirSync, readFileSync } from 'node:fs';
import type { SceneParts } from '../../src/assess/scene.ts';
import type { TruthWord } from '../../src/base/truth.ts';
import type { Candidate } from '../../src/domain/candidate.ts';
import { candidate } from '../../src/domain/candidate.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { Park } from '../../src/domain/park.ts';
import type { LngLat } from '../../src/domain/place.ts';
import type { Zone } from '../../src/domain/zone.ts';
import type { Outcome } from '../../src/assess/assessment.ts';
import type { Duty } from '../../src/policy/duty.ts';

/** One situation and what the rule says of it. What a case leaves out is unknown, and a location is exact. */
export interface RuleCase {
  readonly name: string;
  /** Another day than the file's. */
  readonly asOf?: string;
  /** What it is and where; a rule on what may be built asks for its industry too. */
  readonly facility: Partial<Candidate>;
  readonly zones?: readonly CaseZone[];
  readonly heatSources?: readonly Partial<HeatSource>[];
  readonly parks?: readonly Pick<Park, 'name' | 'lngLat' | 'accuracyM'>[];
  readonly choices?: Readonly<Record<string, string>>;
  /** A demand of another document on every coal facility of the city, and its day. */
  readonly late?: { readonly duty: Duty; readonly day: string };
  readonly outcome: Outcome;
  /** Exactly these facts are missing. */
  readonly missing?: readonly string[];
}

type CaseZone = Pick<Zone, 'kind' | 'class'> & { readonly square: { readonly at: LngLat; readonly halfDeg: number } };

/** The cases of one demand, or of one rule on what may be built. */
export interface CaseFile {
  readonly rule: string;
  readonly asOf: string;
  /** Why no facility can be exempt. */
  readonly noExempt?: string;
  /** Why the rule never surely applies. */
  readonly neverSure?: string;
  readonly cases: readonly RuleCase[];
}

/** One heat source, and whether it counts. What a case leaves out is unknown. */
export interface SourceCase {
  readonly name: string;
  readonly source: Partial<HeatSource>;
  readonly choices?: Readonly<Record<string, string>>;
  readonly eligible: TruthWord;
}

/** The cases of one requirement on heat sources. */
export interface RequirementFile {
  readonly requirement: string;
  readonly asOf: string;
  readonly cases: readonly SourceCase[];
}

const FOLDER = new URL('../cases/', import.meta.url);

function loadFiles(): readonly (CaseFile | RequirementFile)[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as CaseFile | RequirementFile);
}

export function loadCaseFiles(): readonly CaseFile[] {
  return loadFiles().filter((file) => 'rule' in file);
}

export function loadRequirementFiles(): readonly RequirementFile[] {
  return loadFiles().filter((file) => 'requirement' in file);
}

/** The world of a case; its facility is the first and only one. */
export function sceneParts({ facility, zones = [], heatSources = [], parks = [] }: Pick<RuleCase, 'facility' | 'zones' | 'heatSources' | 'parks'>): SceneParts & { readonly facilities: readonly Candidate[] } {
  return {
    facilities: [{ ...UNKNOWN_FACILITY, ...facility }],
    zones: zones.map((zone, index) => ({ ...PLAIN_ZONE, id: `zone-${index}`, kind: zone.kind, class: zone.class, polygons: [[square(zone.square)]] })),
    heatSources: heatSources.map((source, index) => ({ ...UNKNOWN_SOURCE, id: `source-${index}`, ...source })),
    parks: parks.map((park) => ({ id: park.name, divisionCodes: [], note: '', ...park })),
    divisions: [],
  };
}

function square({ at: [lng, lat], halfDeg }: CaseZone['square']): readonly LngLat[] {
  const [west, east, south, north] = [lng - halfDeg, lng + halfDeg, lat - halfDeg, lat + halfDeg];
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}

/** 泽州县, and nothing else is known. */
const UNKNOWN_FACILITY: Candidate = candidate({
  id: 'facility',
  name: 'facility',
  status: null,
  divisionCode: '140525',
  synthetic: true,
  source: { file: 'case', row: 1 },
});

const UNKNOWN_SOURCE: HeatSource = {
  id: 'source',
  name: 'source',
  kind: null,
  kindEvidence: '',
  unitMW: null,
  plantMW: null,
  units: '',
  large: null,
  performanceGrade: null,
  listedForExit: null,
  spareHeatMW: null,
  enterprise: null,
  creditCode: null,
  divisionCode: '140525',
  lngLat: [0, 0],
  shape: null,
  locationAccuracyM: 0,
  reachM: null,
  synthetic: true,
  original: {},
};

const PLAIN_ZONE: Omit<Zone, 'id' | 'kind' | 'class' | 'polygons'> = {
  name: 'zone',
  divisionCode: '140525',
  notice: null,
  inForce: { from: null, until: null },
  statedAreaKm2: null,
  areaM2: 0,
  accuracyM: 0,
  illustrative: true,
  original: {},
};
