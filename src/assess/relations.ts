import { areaRuns } from '../geometry/area-runs.ts';
import { boundaryRuns } from '../geometry/boundaries-near.ts';
import type { PointIndex } from '../geometry/point-index.ts';
import { pointIndex } from '../geometry/point-index.ts';
import type { PolygonTable } from '../geometry/rings.ts';
import type { Runs } from '../geometry/runs.ts';
import { listsOfRuns, replaceHolder } from '../geometry/runs.ts';
import type { Lists } from './assessment.ts';
import type { Columns } from './columns.ts';
import type { Scene } from './scene.ts';
import type { SourcesNear } from './source-distance.ts';
import { sourcesNear } from './source-distance.ts';

/**
 * Where each record of a range stands towards the shapes of the scene. Lists are numbered from the start of the range.
 * Everything is worked out at the first question, so that rules that ask nothing of a shape cost nothing.
 */
export interface Relations {
  /** The positions, sorted for the kernels. */
  readonly index: () => PointIndex;
  /** The two lists that follow, as runs of the index. */
  readonly zoneRuns: () => ZoneRuns;
  /** Zones that contain the position, boundary included. */
  readonly zonesAround: () => Lists;
  /** Zones whose boundary is nearer than the position and the boundary are known: inside or not is `review`. */
  readonly zonesNear: () => Lists;
  readonly divisionsAround: () => Lists;
  readonly divisionsNear: () => Lists;
  /** The smallest division that contains the position so far inside that accuracy does not matter, by index; -1 when none does. */
  readonly divisionSure: () => Int32Array;
  /** 1 where the position may lie beyond all loaded divisions. */
  readonly mayLieBeyond: () => Uint8Array;
  /** Where each position may lie: many rows, few different answers. */
  readonly places: () => Places;
  /** Heat sources that count and are near enough to matter: within their reach, or beyond it by less than the accuracies. */
  readonly sourcesNear: () => SourcesNear;
}

export interface ZoneRuns {
  readonly around: Runs;
  readonly near: Runs;
}

/** What is known of a place by position alone. */
export interface Place {
  /** GB/T 2260 codes of the smallest loaded divisions in which it may lie; none when it lies in none. */
  readonly codes: readonly number[];
  /** It may also lie beyond all of them. */
  readonly mayLieBeyond: boolean;
}

export interface Places {
  /** Per row an index into `list`. */
  readonly of: Uint16Array;
  readonly list: readonly Place[];
}

/** How far heat sources matter. */
export interface SourceReach {
  /** How far a heat source reaches unless it says otherwise, m; `null` when no rule names a radius. */
  readonly reachM: number | null;
  /** Per source as a truth, whether it may count at all; those that surely do not are left out. */
  readonly counts: Uint8Array;
}

export function relate(scene: Scene, columns: Columns, from: number, to: number, reach: SourceReach | null): Relations {
  const lng = columns.lng.subarray(from, to);
  const lat = columns.lat.subarray(from, to);
  const accuracyM = columns.accuracyM.subarray(from, to);
  const index = once(() => pointIndex(lng, lat));
  const around = (shapes: PolygonTable) => listsOfRuns(index(), areaRuns(index(), shapes));
  const near = (shapes: PolygonTable, shapeAccuracyM: readonly number[]) =>
    listsOfRuns(index(), boundaryRuns(index(), accuracyM, shapes, Float64Array.from(shapeAccuracyM)));

  const divisionsAround = once(() => around(scene.divisionShapes));
  const divisionsNear: () => Lists = once(() => near(scene.divisionShapes, scene.divisions.map((division) => division.accuracyM)));
  const sure = once(() => divisionSure(scene, divisionsAround(), divisionsNear()));
  const mayLieBeyond = once(() => {
    const border = near(scene.outerBorder, [scene.outerBorderAccuracyM]);
    const inside = divisionsAround();
    const beyond = new Uint8Array(lng.length);
    for (let row = 0; row < beyond.length; row++) beyond[row] = listLength(border, row) > 0 || listLength(inside, row) === 0 ? 1 : 0;
    return beyond;
  });
  const zoneRuns = once((): ZoneRuns => {
    const zoneAccuracyM = Float64Array.from(scene.zones, (zone) => zone.accuracyM);
    const laid = { around: areaRuns(index(), scene.zoneShapes), near: boundaryRuns(index(), accuracyM, scene.zoneShapes, zoneAccuracyM) };
    return [...scene.redrawn].reduce((runs, [zone, table]) => redrawnRuns(runs, zone, zoneRunsOf(index(), accuracyM, table, zoneAccuracyM[zone] as number)), laid);
  });
  return {
    index,
    zoneRuns,
    zonesAround: once(() => listsOfRuns(index(), zoneRuns().around)),
    zonesNear: once(() => listsOfRuns(index(), zoneRuns().near)),
    divisionsAround,
    divisionsNear,
    divisionSure: sure,
    mayLieBeyond,
    places: once(() => placesOf(scene, sure(), divisionsAround(), divisionsNear(), mayLieBeyond)),
    sourcesNear: once(() => {
      const { sources, sourceList } = scene;
      const widest = accuracyM.reduce((widest, accuracy) => Math.max(widest, accuracy), 0);
      const radiusM = Float64Array.from(sourceList, (source, s) =>
        reach === null || reach.counts[s] === 0 ? NaN : (source.reachM ?? reach.reachM ?? 0) + widest + (sources.accuracyM[s] as number),
      );
      return sourcesNear(scene, columns, from, index(), radiusM);
    }),
  };
}

/** The same relations for the rows `from` up to `to` of theirs: views, nothing is worked out twice. */
export function relationsWithin(whole: Relations, from: number, to: number): Relations {
  const cut = (lists: Lists): Lists => ({ offsets: lists.offsets.subarray(from, to + 1), items: lists.items });
  return {
    index: whole.index,
    zoneRuns: whole.zoneRuns,
    zonesAround: once(() => cut(whole.zonesAround())),
    zonesNear: once(() => cut(whole.zonesNear())),
    divisionsAround: once(() => cut(whole.divisionsAround())),
    divisionsNear: once(() => cut(whole.divisionsNear())),
    divisionSure: once(() => whole.divisionSure().subarray(from, to)),
    mayLieBeyond: once(() => whole.mayLieBeyond().subarray(from, to)),
    places: once(() => ({ of: whole.places().of.subarray(from, to), list: whole.places().list })),
    sourcesNear: once(() => {
      const near = whole.sourcesNear();
      return { ...cut(near), straightM: near.straightM };
    }),
  };
}

/** The runs of one zone by its own table. */
export function zoneRunsOf(index: PointIndex, accuracyM: Float64Array, table: PolygonTable, zoneAccuracyM: number): ZoneRuns {
  return { around: areaRuns(index, table), near: boundaryRuns(index, accuracyM, table, Float64Array.of(zoneAccuracyM)) };
}

/** All runs with those of one zone replaced. */
export function redrawnRuns(runs: ZoneRuns, zone: number, own: ZoneRuns): ZoneRuns {
  return { around: replaceHolder(runs.around, zone, own.around), near: replaceHolder(runs.near, zone, own.near) };
}

function divisionSure(scene: Scene, around: Lists, near: Lists): Int32Array {
  const sure = new Int32Array(around.offsets.length - 1).fill(-1);
  for (let row = 0; row < sure.length; row++) {
    for (let k = around.offsets[row] as number; k < (around.offsets[row + 1] as number); k++) {
      const division = around.items[k] as number;
      if (scene.divisions[division]?.finest !== true || isListed(near, row, division)) continue;
      sure[row] = division;
      break;
    }
  }
  return sure;
}

/** Of a sure row the one division where it lies; of another all in which it may. */
function placesOf(scene: Scene, sure: Int32Array, around: Lists, near: Lists, mayLieBeyond: () => Uint8Array): Places {
  const list: Place[] = [];
  const known = new Map<string, number>();
  const ofSure: number[] = [];
  let ofNowhere = -1;
  const of = new Uint16Array(sure.length);
  const add = (key: string, place: Place): number => {
    known.set(key, list.length);
    return list.push(place) - 1;
  };
  for (let row = 0; row < of.length; row++) {
    const division = sure[row] as number;
    if (division !== -1) {
      of[row] = ofSure[division] ??= list.push({ codes: [scene.divisions[division]?.code ?? 0], mayLieBeyond: false }) - 1;
      continue;
    }
    if (listLength(around, row) === 0 && listLength(near, row) === 0) {
      // Beyond the divisions, it may lie beyond them.
      if (ofNowhere === -1) ofNowhere = list.push({ codes: [], mayLieBeyond: true }) - 1;
      of[row] = ofNowhere;
      continue;
    }
    const beyond = mayLieBeyond()[row] === 1;
    const found = new Set([...listOf(around, row), ...listOf(near, row)]);
    const finest = [...found].filter((candidate) => scene.divisions[candidate]?.finest);
    const key = `${beyond ? '+' : '-'}${finest.join()}`;
    of[row] = known.get(key) ?? add(key, { codes: finest.map((candidate) => scene.divisions[candidate]?.code ?? 0), mayLieBeyond: beyond });
  }
  return { of, list };
}

export function listLength(lists: Lists, row: number): number {
  return (lists.offsets[row + 1] as number) - (lists.offsets[row] as number);
}

export function listOf(lists: Lists, row: number): Uint32Array {
  return lists.items.subarray(lists.offsets[row], lists.offsets[row + 1]);
}

export function isListed({ offsets, items }: Lists, row: number, item: number): boolean {
  for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) if (items[k] === item) return true;
  return false;
}

/** Works a value out at the first call and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
