import { finish, part, STRETCH, type Steps } from '../base/steps.ts';
import type { Division } from '../domain/division.ts';
import { lies } from '../domain/division.ts';
import type { Facility } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import type { PolygonTable } from '../geometry/rings.ts';
import { areaTable, measured, polygonTable } from '../geometry/rings.ts';
import type { ZoneKind } from '../domain/zone.ts';
import type { Bounds, MultiPolygon, Period } from '../domain/place.ts';
import type { Columns } from './columns.ts';
import { facilityColumns, heatSourceColumns } from './columns.ts';
import { enterpriseCore } from './enterprise-name.ts';
import { outerBorder } from './outer-border.ts';
import { DEFAULT_ACCURACY_M } from './location-accuracy.ts';
import { shapeOf } from './source-shape.ts';

/** What is needed of a zone to judge by it; its shape is area number i of `zoneShapes`. */
export interface SceneZone {
  readonly id: string;
  readonly name: string;
  readonly kind: ZoneKind;
  readonly class: 1 | 2 | 3 | null;
  readonly inForce: Period;
  readonly accuracyM: number;
}

/** A zone that could not be read; its box, if it has one, is area number i of `skippedBoxes`. */
export interface SceneSkippedZone {
  readonly id: string;
  readonly name: string;
  readonly kind: ZoneKind;
  readonly class: 1 | 2 | 3 | null;
  readonly divisionCode: string | null;
  readonly inForce: Period;
  readonly boxed: boolean;
}

export interface ScenePark {
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  readonly accuracyM: number;
}

export interface SceneDivision {
  /** GB/T 2260 as a number. */
  readonly code: number;
  readonly accuracyM: number;
  /** False when a smaller division inside it is loaded too: the smaller one then speaks for it. */
  readonly finest: boolean;
}

export interface SceneSource {
  readonly id: string;
  readonly name: string;
  /** The source's own reach, m, which overrides the rule's. */
  readonly reachM: number | null;
  /** Known by its outline or course (`sourceShapes`), not by its point alone. */
  readonly shaped: boolean;
}

/**
 * The world as the engine sees it: dense indices and typed arrays. Facility i of the scene is facility i of the
 * project. It survives structured cloning, so it can cross to a worker as it is.
 */
export interface Scene {
  readonly facilities: Columns;
  /** Ids of equal names of enterprises (by `enterpriseCore`) and of equal credit codes; -1 when unknown. */
  readonly enterprise: Int32Array;
  readonly creditCode: Int32Array;
  /** Index into `parkNames`, or -1 when the ledger does not name a park. */
  readonly park: Int32Array;
  readonly parkNames: readonly string[];
  readonly sources: Columns;
  readonly sourceList: readonly SceneSource[];
  /** One area a source, empty for those that are points. */
  readonly sourceShapes: PolygonTable;
  /** A plant may be run by several enterprises, written with semicolons between them. */
  readonly sourceEnterprises: readonly (readonly number[])[];
  readonly sourceCreditCode: Int32Array;
  /** Enterprise id → its core name, for named lists. */
  readonly enterpriseNames: readonly string[];
  readonly zones: readonly SceneZone[];
  readonly zoneShapes: PolygonTable;
  /** Zones redrawn since `zoneShapes` was laid: each the only area of a table of its own. */
  readonly redrawn: ReadonlyMap<number, PolygonTable>;
  readonly skippedZones: readonly SceneSkippedZone[];
  readonly skippedBoxes: PolygonTable;
  readonly parks: readonly ScenePark[];
  readonly divisions: readonly SceneDivision[];
  readonly divisionShapes: PolygonTable;
  /** One area: the border of all divisions of the largest loaded level together, beyond which no division is known. */
  readonly outerBorder: PolygonTable;
  readonly outerBorderAccuracyM: number;
}

export type SceneParts = Pick<Project, 'facilities' | 'heatSources' | 'zones' | 'parks' | 'divisions'> & Partial<Pick<Project, 'skippedZones'>>;

export function buildScene(parts: SceneParts): Scene {
  return finish(sceneSteps(parts));
}

/** The shares of the work, roughly. */
const LAID = 0.2;
const TURNED = 0.7;

/** The same in steps of a few milliseconds; the outlines of all zones are two longer ones. */
export function* sceneSteps({ facilities, ...others }: SceneParts): Steps<Scene> {
  const setting = yield* part(settingSteps(others), 0, LAID);
  return yield* part(peopledSteps(setting, facilities), LAID, 1);
}

/** A scene without its facilities: the same for any part of a ledger. */
export interface Setting {
  readonly scene: Omit<Scene, 'facilities' | 'enterprise' | 'creditCode' | 'park' | 'parkNames' | 'enterpriseNames'>;
  /** By id, of the heat sources. */
  readonly enterpriseNames: readonly string[];
  readonly creditCodes: readonly string[];
}

export function* settingSteps({ heatSources, zones, skippedZones = [], parks, divisions }: Omit<SceneParts, 'facilities'>): Steps<Setting> {
  const enterprises = interned();
  const creditCodes = interned();
  const largest = largestLevel(divisions);
  // Of a zone without a kind nobody can say which law it belongs to; it is named among the bad rows.
  const skipped = skippedZones.flatMap((zone) => (zone.kind === null ? [] : [{ ...zone, kind: zone.kind }]));
  const laid = areaTable(zones.map((zone) => zone.polygons));
  yield 0;
  const zoneShapes = measured(laid);
  yield 0;
  return {
    scene: {
      sources: yield* part(heatSourceColumns(heatSources, DEFAULT_ACCURACY_M.heatSource), 0, 1),
      sourceList: heatSources.map(({ id, name, reachM, shape }) => ({ id, name, reachM, shaped: shape !== null })),
      sourceShapes: polygonTable(heatSources.map(shapeOf)),
      sourceEnterprises: heatSources.map((row) => (row.enterprise?.split(/[;\uFF1B]/u) ?? []).map((name) => enterprises.id(enterpriseCore(name)))),
      sourceCreditCode: Int32Array.from(heatSources, (row) => creditCodes.id(row.creditCode)),
      zones: zones.map(({ id, name, kind, class: zoneClass, inForce, accuracyM }) => ({ id, name, kind, class: zoneClass, inForce, accuracyM })),
      zoneShapes,
      redrawn: new Map(),
      skippedZones: skipped.map(({ id, name, kind, class: zoneClass, divisionCode, inForce, bounds }) => ({ id, name, kind, class: zoneClass, divisionCode, inForce, boxed: bounds !== null })),
      skippedBoxes: polygonTable(skipped.map(({ bounds }) => (bounds === null ? [] : boxOf(bounds)))),
      parks: parks.map(({ name, lngLat, accuracyM }) => ({ name, lng: lngLat[0], lat: lngLat[1], accuracyM })),
      divisions: divisions.map(({ code, accuracyM }) => ({
        code: Number.parseInt(code, 10),
        accuracyM,
        finest: !divisions.some((other) => other.code !== code && lies(other.code, code)),
      })),
      divisionShapes: polygonTable(divisions.map((division) => division.polygons)),
      outerBorder: polygonTable([outerBorder(largest.map((division) => division.polygons))]),
      outerBorderAccuracyM: Math.max(0, ...largest.map((division) => division.accuracyM)),
    },
    enterpriseNames: enterprises.values,
    creditCodes: creditCodes.values,
  };
}

/** Facilities in their setting: all of a ledger, or some. */
export function* peopledSteps(setting: Setting, facilities: readonly Facility[]): Steps<Scene> {
  const enterprises = interned(setting.enterpriseNames);
  const parkNames = interned();
  const columns = yield* part(facilityColumns(facilities, DEFAULT_ACCURACY_M.facility), 0, TURNED);
  const names = yield* part(namesOf(facilities, enterpriseIds(enterprises), interned(setting.creditCodes), parkNames), TURNED, 1);
  return { ...setting.scene, facilities: columns, ...names, parkNames: parkNames.values, enterpriseNames: enterprises.values };
}

function boxOf({ west, south, east, north }: Bounds): MultiPolygon {
  return [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]];
}

/** The outline of a zone: an area of a table. */
export function outlineOf({ zoneShapes, redrawn }: Scene, zone: number): { readonly table: PolygonTable; readonly area: number } {
  const own = redrawn.get(zone);
  return own === undefined ? { table: zoneShapes, area: zone } : { table: own, area: 0 };
}

function largestLevel(divisions: readonly Division[]): readonly Division[] {
  const level = LEVELS_LARGEST_FIRST.find((candidate) => divisions.some((division) => division.level === candidate));
  return divisions.filter((division) => division.level === level);
}

const LEVELS_LARGEST_FIRST = ['province', 'prefecture', 'county'] as const;

interface Interned {
  readonly values: string[];
  readonly id: (value: string | null) => number;
}

function* namesOf(
  facilities: SceneParts['facilities'],
  enterpriseOf: (facility: Facility) => number,
  creditCodes: Interned,
  parkNames: Interned,
): Steps<Pick<Scene, 'enterprise' | 'creditCode' | 'park'>> {
  const [enterprise, creditCode, park] = [new Int32Array(facilities.length), new Int32Array(facilities.length), new Int32Array(facilities.length)];
  for (let i = 0; i < facilities.length; i++) {
    const facility = facilities[i] as Facility;
    enterprise[i] = enterpriseOf(facility);
    creditCode[i] = creditCodes.id(facility.creditCode);
    park[i] = parkNames.id(facility.park);
    if (i % STRETCH === STRETCH - 1) yield i / facilities.length;
  }
  return { enterprise, creditCode, park };
}

/** A name is folded once, however many facilities bear it. */
function enterpriseIds(enterprises: Interned): (facility: Facility) => number {
  const known = new Map<string, number>();
  return ({ enterprise }) => {
    if (enterprise === null) return -1;
    let id = known.get(enterprise);
    if (id === undefined) known.set(enterprise, (id = enterprises.id(enterpriseCore(enterprise))));
    return id;
  };
}

/** Gives equal texts the same small number, and the unknown -1. @param known has the first numbers. */
function interned(known: readonly string[] = []): Interned {
  const values = [...known];
  const ids = new Map(values.map((value, id) => [value, id]));
  const id = (value: string | null): number => {
    if (value === null) return -1;
    const found = ids.get(value);
    if (found !== undefined) return found;
    ids.set(value, values.length);
    return values.push(value) - 1;
  };
  return { values, id };
}
