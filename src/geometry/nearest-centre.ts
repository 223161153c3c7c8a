import { longestGeodesicM, shortestGeodesicM, writeEarthCentred } from './chord.ts';
import { geodesicDistanceM } from './geodesic.ts';
import { listsByKey } from './lists.ts';
import type { PointIndex } from './point-index.ts';
import type { Centres, MeridianBounds, RowStrips } from './row-strips.ts';
import { boundMeridian, centresAt, isPlace, rowStrips, turnBetween } from './row-strips.ts';

/*
 * The points are cut into boxes: bands of rows by columns of longitude, both of about equal count, so that neither a town
 * nor a stray point makes them many. Starting with the whole, a box keeps the centres that may be nearest to one of its
 * points: those whose least chord to it (row-strips.ts) does not prove them farther than another's greatest. A box that
 * keeps one centre is answered for all its points, any other is halved. So only the points in the smallest boxes, astride
 * the lines between two centres, are looked at, each by chords to a few centres; and the geodesic decides where chords are
 * too alike to prove the order.
 */

/** The smallest boxes hold about as many points as it pays to look at. */
const POINTS_PER_BOX = 4;
const SAMPLES_PER_COLUMN = 16;

/**
 * For each point, by its number, the centre that is nearest by geodesic; of equally near ones the lowest index. Only
 * centres with a 1 in `allowed` count, when it is given. -1 where the point is nowhere or no centre counts.
 */
export function nearestCentres(index: PointIndex, centreLng: Float64Array, centreLat: Float64Array, allowed?: Uint8Array): Int32Array {
  const nearest = new Int32Array(index.count).fill(-1);
  const centres = centresAt(centreLng, centreLat);
  const counting = differentCentres(centres, allowed);
  if (counting.length === 0 || index.point.length === 0) return nearest;
  const work = startWork(index, centres);
  const whole = { firstBand: 0, endBand: work.bands, firstColumn: 0, endColumn: work.columnLimits.length - 1 };
  cut(work, whole, keepNearest(work, whole, counting));
  const byBand = listsByKey(work.bandOf, work.bands);
  const near = nearness(centres);
  for (let band = 0; band < work.bands; band++) {
    const cells = byBand.items.subarray(byBand.offsets[band], byBand.offsets[band + 1]);
    const endRow = Math.min((band + 1) * work.rowsPerBand, index.south.length);
    for (let row = band * work.rowsPerBand; row < endRow; row++) answerRow(work, near, row, cells, nearest);
  }
  return nearest;
}

/** Those that count, without repetitions of a place: the first of them wins anyway. */
function differentCentres(centres: Centres, allowed: Uint8Array | undefined): number[] {
  const seen = new Set<string>();
  return [...centres.lng.keys()].filter((centre) => {
    const place = `${centres.lng[centre] ?? NaN} ${centres.lat[centre] ?? NaN}`;
    if ((allowed !== undefined && allowed[centre] !== 1) || !isPlace(centres, centre) || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

interface Work {
  readonly index: PointIndex;
  readonly strips: RowStrips;
  readonly centres: Centres;
  readonly bounds: MeridianBounds;
  readonly rowsPerBand: number;
  readonly bands: number;
  /** Longitudes between which columns lie, both limits included; ascending. */
  readonly columnLimits: Float64Array;
  /** Finished boxes, west before east in each band: band, east end, kept centres. */
  readonly bandOf: number[];
  readonly eastOf: number[];
  readonly keptOf: (readonly number[])[];
}

function startWork(index: PointIndex, centres: Centres): Work {
  const rows = index.south.length;
  const perSide = Math.sqrt(index.point.length / POINTS_PER_BOX);
  const rowsPerBand = Math.ceil(rows / perSide);
  const bounds = { leastSquared: 0, mostSquared: 0, leastAxis: 0, mostAxis: 0 };
  const columnLimits = limitsOfColumns(index, Math.ceil(perSide));
  return { index, strips: rowStrips(index), centres, bounds, rowsPerBand, bands: Math.ceil(rows / rowsPerBand), columnLimits, bandOf: [], eastOf: [], keptOf: [] };
}

/** Quantiles of a sample of the longitudes, without repetitions, between the least and the greatest of all. */
function limitsOfColumns({ lng, rowStart }: PointIndex, columns: number): Float64Array {
  let [west, east] = [Infinity, -Infinity];
  for (let row = 0; row + 1 < rowStart.length; row++) {
    west = Math.min(west, lng[rowStart[row] as number] as number);
    east = Math.max(east, lng[(rowStart[row + 1] as number) - 1] as number);
  }
  const step = Math.max(1, Math.floor(lng.length / (columns * SAMPLES_PER_COLUMN)));
  const sample = Float64Array.from({ length: Math.floor(lng.length / step) }, (_, k) => lng[k * step] as number).sort();
  const inner = Array.from({ length: columns - 1 }, (_, k) => sample[Math.floor(((k + 1) * sample.length) / columns)] as number);
  return Float64Array.of(west, ...inner.filter((limit, k) => limit > west && limit < east && limit !== inner[k - 1]), east);
}

interface Box {
  readonly firstBand: number;
  readonly endBand: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** @param kept the centres that the box keeps. */
function cut(work: Work, box: Box, kept: readonly number[]): void {
  const { firstBand, endBand, firstColumn, endColumn } = box;
  if (kept.length === 1 || (endBand - firstBand === 1 && endColumn - firstColumn === 1)) {
    for (let band = firstBand; band < endBand; band++) {
      work.bandOf.push(band);
      work.eastOf.push(work.columnLimits[endColumn] as number);
      work.keptOf.push(kept);
    }
    return;
  }
  for (const half of halves(work, box)) cut(work, half, keepNearest(work, half, kept));
}

/** Across the longer side. */
function halves({ index, rowsPerBand, columnLimits }: Work, box: Box): readonly [Box, Box] {
  const { firstBand, endBand, firstColumn, endColumn } = box;
  const height = (index.north[Math.min(endBand * rowsPerBand, index.north.length) - 1] as number) - (index.south[firstBand * rowsPerBand] as number);
  const width = (columnLimits[endColumn] as number) - (columnLimits[firstColumn] as number);
  if (endBand - firstBand === 1 || (width > height && endColumn - firstColumn > 1)) {
    const middle = (firstColumn + endColumn) >> 1;
    return [{ ...box, endColumn: middle }, { ...box, firstColumn: middle }];
  }
  const middle = (firstBand + endBand) >> 1;
  return [{ ...box, endBand: middle }, { ...box, firstBand: middle }];
}

const leastSquared: number[] = [];

function keepNearest(work: Work, box: Box, candidates: readonly number[]): readonly number[] {
  const { strips, centres, bounds, index, rowsPerBand } = work;
  const firstRow = box.firstBand * rowsPerBand;
  const lastRow = Math.min(box.endBand * rowsPerBand, index.south.length) - 1;
  const west = work.columnLimits[box.firstColumn] as number;
  const east = work.columnLimits[box.endColumn] as number;
  let limitSquared = Infinity;
  for (let k = 0; k < candidates.length; k++) {
    const centre = candidates[k] as number;
    const lng = centres.lng[centre] as number;
    const axis = centres.axis[centre] as number;
    boundMeridian(bounds, strips, firstRow, lastRow, centres, centre);
    const [toWest, toEast] = [turnBetween(lng, west), turnBetween(lng, east)];
    const leastTurn = lng >= west && lng <= east ? 0 : Math.min(toWest, toEast);
    const opposite = lng > 0 ? lng - 180 : lng + 180;
    const mostTurn = opposite >= west && opposite <= east ? Math.PI : Math.max(toWest, toEast);
    leastSquared[k] = bounds.leastSquared + 4 * bounds.leastAxis * axis * Math.sin(leastTurn / 2) ** 2;
    limitSquared = Math.min(limitSquared, bounds.mostSquared + 4 * bounds.mostAxis * axis * Math.sin(mostTurn / 2) ** 2);
  }
  const limitM = longestGeodesicM(Math.sqrt(limitSquared));
  return candidates.filter((_, k) => shortestGeodesicM(Math.sqrt(leastSquared[k] as number)) <= limitM);
}

function answerRow(work: Work, near: Nearness, row: number, cells: Uint32Array, nearest: Int32Array): void {
  const { index, eastOf, keptOf } = work;
  const { lng, lat, point } = index;
  const end = index.rowStart[row + 1] as number;
  let k = index.rowStart[row] as number;
  for (const cell of cells) {
    const east = eastOf[cell] as number;
    const kept = keptOf[cell] as readonly number[];
    const only = kept.length === 1 ? (kept[0] as number) : -1;
    for (; k < end && (lng[k] as number) <= east; k++) {
      nearest[point[k] as number] = only === -1 ? nearestOf(near, lng[k] as number, lat[k] as number, kept) : only;
    }
  }
}

interface Nearness {
  readonly centres: Centres;
  readonly centreXyz: Float64Array;
  readonly xyz: Float64Array;
}

function nearness(centres: Centres): Nearness {
  const centreXyz = new Float64Array(3 * centres.lng.length);
  for (let c = 0; c < centres.lng.length; c++) writeEarthCentred(centreXyz, 3 * c, centres.lng[c] as number, centres.lat[c] as number);
  return { centres, centreXyz, xyz: new Float64Array(3) };
}

/** Of several centres, by ascending index, the nearest. */
function nearestOf(near: Nearness, lng: number, lat: number, kept: readonly number[]): number {
  const { xyz, centreXyz } = near;
  writeEarthCentred(xyz, 0, lng, lat);
  let best = -1;
  let least = Infinity;
  let second = Infinity;
  for (const centre of kept) {
    const squared =
      ((xyz[0] as number) - (centreXyz[3 * centre] as number)) ** 2 +
      ((xyz[1] as number) - (centreXyz[3 * centre + 1] as number)) ** 2 +
      ((xyz[2] as number) - (centreXyz[3 * centre + 2] as number)) ** 2;
    if (squared < least) {
      second = least;
      least = squared;
      best = centre;
    } else if (squared < second) second = squared;
  }
  const limitM = longestGeodesicM(Math.sqrt(least));
  return shortestGeodesicM(Math.sqrt(second)) > limitM ? best : nearestByGeodesic(near.centres, lng, lat, kept);
}

function nearestByGeodesic(centres: Centres, lng: number, lat: number, kept: readonly number[]): number {
  let best = -1;
  let least = Infinity;
  for (const centre of kept) {
    const distanceM = geodesicDistanceM(lng, lat, centres.lng[centre] as number, centres.lat[centre] as number);
    if (distanceM < least) {
      least = distanceM;
      best = centre;
    }
  }
  return best;
}
