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
  work.stack.set(counting);
  cut(work, 0, work.bands, 0, work.columnLimits.length - 1, 0, counting.length);
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
  /** The centres that the boxes being cut keep, each box's after those of the one around it. */
  stack: Uint32Array;
  leastSquared: Float64Array;
  /** Finished boxes, west before east in each band: band, east end, and where in `kept` their centres end. */
  readonly bandOf: number[];
  readonly eastOf: number[];
  readonly keptTo: number[];
  readonly kept: number[];
}

function startWork(index: PointIndex, centres: Centres): Work {
  const rows = index.south.length;
  const perSide = Math.sqrt(index.point.length / POINTS_PER_BOX);
  const rowsPerBand = Math.ceil(rows / perSide);
  const bounds = { leastSquared: 0, mostSquared: 0, leastAxis: 0, mostAxis: 0 };
  const columnLimits = limitsOfColumns(index, Math.ceil(perSide));
  const stack = new Uint32Array(4 * centres.lng.length);
  const leastSquared = new Float64Array(centres.lng.length);
  return { index, strips: rowStrips(index), centres, bounds, rowsPerBand, bands: Math.ceil(rows / rowsPerBand), columnLimits, stack, leastSquared, bandOf: [], eastOf: [], keptTo: [], kept: [] };
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

/** Cuts the box between bands and columns, which can only have its nearest centres in the stack from `from` to `to`. */
function cut(work: Work, firstBand: number, endBand: number, firstColumn: number, endColumn: number, from: number, to: number): void {
  const keptTo = keepNearest(work, firstBand, endBand, firstColumn, endColumn, from, to);
  const { index, rowsPerBand, columnLimits } = work;
  const isOneBand = endBand - firstBand === 1;
  const isOneColumn = endColumn - firstColumn === 1;
  if (keptTo - to === 1 || (isOneBand && isOneColumn)) {
    for (let band = firstBand; band < endBand; band++) finishBox(work, band, columnLimits[endColumn] as number, to, keptTo);
    return;
  }
  const height = (index.north[Math.min(endBand * rowsPerBand, index.north.length) - 1] as number) - (index.south[firstBand * rowsPerBand] as number);
  const width = (columnLimits[endColumn] as number) - (columnLimits[firstColumn] as number);
  if (isOneBand || (width > height && !isOneColumn)) {
    const middle = (firstColumn + endColumn) >> 1;
    cut(work, firstBand, endBand, firstColumn, middle, to, keptTo);
    cut(work, firstBand, endBand, middle, endColumn, to, keptTo);
  } else {
    const middle = (firstBand + endBand) >> 1;
    cut(work, firstBand, middle, firstColumn, endColumn, to, keptTo);
    cut(work, middle, endBand, firstColumn, endColumn, to, keptTo);
  }
}

function finishBox({ stack, bandOf, eastOf, keptTo, kept }: Work, band: number, east: number, from: number, to: number): void {
  bandOf.push(band);
  eastOf.push(east);
  for (let k = from; k < to; k++) kept.push(stack[k] as number);
  keptTo.push(kept.length);
}

/** Puts those of the stack's centres from `from` to `to` that may be nearest in the box on top of it; gives their end. */
function keepNearest(work: Work, firstBand: number, endBand: number, firstColumn: number, endColumn: number, from: number, to: number): number {
  const { strips, centres, bounds, index, rowsPerBand, leastSquared } = work;
  const firstRow = firstBand * rowsPerBand;
  const lastRow = Math.min(endBand * rowsPerBand, index.south.length) - 1;
  const west = work.columnLimits[firstColumn] as number;
  const east = work.columnLimits[endColumn] as number;
  if (work.stack.length < 2 * to - from) work.stack = doubled(work.stack);
  const { stack } = work;
  let limitSquared = Infinity;
  for (let k = from; k < to; k++) {
    const centre = stack[k] as number;
    const lng = centres.lng[centre] as number;
    const axis = centres.axis[centre] as number;
    boundMeridian(bounds, strips, firstRow, lastRow, centres, centre);
    const toWest = turnBetween(lng, west);
    const toEast = turnBetween(lng, east);
    const leastTurn = lng >= west && lng <= east ? 0 : Math.min(toWest, toEast);
    const opposite = lng > 0 ? lng - 180 : lng + 180;
    const mostTurn = opposite >= west && opposite <= east ? Math.PI : Math.max(toWest, toEast);
    leastSquared[k - from] = bounds.leastSquared + 4 * bounds.leastAxis * axis * Math.sin(leastTurn / 2) ** 2;
    limitSquared = Math.min(limitSquared, bounds.mostSquared + 4 * bounds.mostAxis * axis * Math.sin(mostTurn / 2) ** 2);
  }
  const limitM = longestGeodesicM(Math.sqrt(limitSquared));
  let end = to;
  for (let k = from; k < to; k++) {
    if (shortestGeodesicM(Math.sqrt(leastSquared[k - from] as number)) <= limitM) stack[end++] = stack[k] as number;
  }
  return end;
}

function doubled(values: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * values.length);
  larger.set(values);
  return larger;
}

function answerRow(work: Work, near: Nearness, row: number, cells: Uint32Array, nearest: Int32Array): void {
  const { index, eastOf, keptTo, kept } = work;
  const { lng, lat, point } = index;
  const end = index.rowStart[row + 1] as number;
  let k = index.rowStart[row] as number;
  for (const cell of cells) {
    const east = eastOf[cell] as number;
    const from = keptTo[cell - 1] ?? 0;
    const to = keptTo[cell] as number;
    const only = to - from === 1 ? (kept[from] as number) : -1;
    for (; k < end && (lng[k] as number) <= east; k++) {
      nearest[point[k] as number] = only === -1 ? nearestOf(near, lng[k] as number, lat[k] as number, kept, from, to) : only;
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

/** Of the centres `kept` from one place to another, which ascend, the nearest. */
function nearestOf(near: Nearness, lng: number, lat: number, kept: readonly number[], from: number, to: number): number {
  const { xyz, centreXyz } = near;
  writeEarthCentred(xyz, 0, lng, lat);
  let best = -1;
  let least = Infinity;
  let second = Infinity;
  for (let k = from; k < to; k++) {
    const centre = kept[k] as number;
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
  return shortestGeodesicM(Math.sqrt(second)) > limitM ? best : nearestByGeodesic(near.centres, lng, lat, kept.slice(from, to));
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
