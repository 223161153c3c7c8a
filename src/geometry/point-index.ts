import { sortByKey } from './sort-by-key.ts';

/**
 * Points sorted once, for all questions about which of them lie where: cut into rows of latitude of about equal count,
 * each row in ascending order of longitude. What holds for an interval of longitudes in a row holds for a range of
 * positions, so kernels answer with ranges and look at single points only where they must. Typed arrays alone: it
 * crosses to a worker as it is.
 */
export interface PointIndex {
  /** How many points were given; those that are nowhere (NaN, infinite, beyond ±180 or ±90 degrees) have no position. */
  readonly count: number;
  /** Position → number of the point. */
  readonly point: Uint32Array;
  /** Position → degrees. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** First position of each row, then the number of positions. No row is empty. */
  readonly rowStart: Uint32Array;
  /** Least and greatest latitude of each row's points; a row begins north of where the one before ends. */
  readonly south: Float64Array;
  readonly north: Float64Array;
}

/**
 * Rows grow with the square root of the count: a boundary passes about as many rows as a row has points to search, and
 * leaves about one point a row in doubt. Some more rows than points in a row measured best.
 */
const POINTS_PER_ROW_OF_ROOT = 0.5;

/** Rows are cut between bins of latitude; so many over the whole range make a bin of some metres in a province. */
const MOST_BINS = 1 << 18;
const BINS_PER_POINT = 16;

/** Sorts points given in degrees WGS84; linear in their number, as long as places do not crowd within centimetres. */
export function pointIndex(lng: Float64Array, lat: Float64Array): PointIndex {
  const bins = binsOf(lng, lat);
  const { rowOfBin, rowStart } = cutIntoRows(bins);
  const index: PointIndex = {
    count: lng.length,
    point: new Uint32Array(bins.located),
    lng: new Float64Array(bins.located),
    lat: new Float64Array(bins.located),
    rowStart,
    south: new Float64Array(rowStart.length - 1),
    north: new Float64Array(rowStart.length - 1),
  };
  distribute(index, lng, lat, bins, rowOfBin);
  sortRows(index);
  return index;
}

/** Latitude in bins of equal height: a later bin is farther north, also in floating point. */
interface Bins {
  readonly south: number;
  readonly perDegree: number;
  /** Points in each bin. */
  readonly held: Uint32Array;
  readonly located: number;
}

function isPlace(lng: number, lat: number): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

function binsOf(lng: Float64Array, lat: Float64Array): Bins {
  let [south, north, located] = [Infinity, -Infinity, 0];
  for (let i = 0; i < lng.length; i++) {
    const y = lat[i] as number;
    if (!isPlace(lng[i] as number, y)) continue;
    if (y < south) south = y;
    if (y > north) north = y;
    located++;
  }
  const count = Math.min(BINS_PER_POINT * located + 1, MOST_BINS);
  const perDegree = north > south ? Math.min((count - 1) / (north - south), Number.MAX_VALUE) : 0;
  const held = new Uint32Array(count);
  for (let i = 0; i < lng.length; i++) {
    if (!isPlace(lng[i] as number, lat[i] as number)) continue;
    const bin = Math.min(((lat[i] as number) - south) * perDegree, count - 1) | 0;
    held[bin] = (held[bin] as number) + 1;
  }
  return { south, perDegree, held, located };
}

function cutIntoRows({ held, located }: Bins): { rowOfBin: Uint32Array; rowStart: Uint32Array } {
  const perRow = POINTS_PER_ROW_OF_ROOT * Math.sqrt(located);
  const rowOfBin = new Uint32Array(held.length);
  const starts = [0];
  let end = 0;
  for (let bin = 0; bin < held.length; bin++) {
    rowOfBin[bin] = starts.length - 1;
    end += held[bin] as number;
    if (end - (starts.at(-1) as number) >= perRow && end < located) starts.push(end);
  }
  return { rowOfBin, rowStart: Uint32Array.from(located > 0 ? [...starts, located] : [0]) };
}

function distribute(index: PointIndex, lng: Float64Array, lat: Float64Array, { south, perDegree, held }: Bins, rowOfBin: Uint32Array): void {
  const next = index.rowStart.slice();
  index.south.fill(Infinity);
  index.north.fill(-Infinity);
  for (let i = 0; i < lng.length; i++) {
    const x = lng[i] as number;
    const y = lat[i] as number;
    if (!isPlace(x, y)) continue;
    const row = rowOfBin[Math.min((y - south) * perDegree, held.length - 1) | 0] as number;
    const at = next[row] as number;
    next[row] = at + 1;
    index.point[at] = i;
    index.lng[at] = x;
    index.lat[at] = y;
    if (y < (index.south[row] as number)) index.south[row] = y;
    if (y > (index.north[row] as number)) index.north[row] = y;
  }
}

/** Each row by itself, small enough for the processor's nearest cache. */
function sortRows({ point, lng, lat, rowStart }: PointIndex): void {
  const longest = rowStart.reduce((most, end, row) => Math.max(most, end - (rowStart[row - 1] ?? 0)), 0);
  const order = new Uint32Array(longest);
  const numbers = new Uint32Array(longest);
  const degrees = new Float64Array(longest);
  for (let row = 0; row + 1 < rowStart.length; row++) {
    const start = rowStart[row] as number;
    const count = (rowStart[row + 1] as number) - start;
    sortByKey(order, lng.subarray(start, start + count));
    permute(point, start, count, order, numbers);
    permute(lng, start, count, order, degrees);
    permute(lat, start, count, order, degrees);
  }
}

function permute<Values extends Uint32Array | Float64Array>(values: Values, start: number, count: number, order: Uint32Array, scratch: Values): void {
  for (let k = 0; k < count; k++) scratch[k] = values[start + k] as number;
  for (let k = 0; k < count; k++) values[start + k] = scratch[order[k] as number] as number;
}
