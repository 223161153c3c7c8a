import { placesInOrder } from './sort-places.ts';

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
 * leaves about one point a row in doubt. Twice to six times as many rows than columns measured best.
 */
const POINTS_PER_ROW_OF_ROOT = 0.5;

/** Sorts points given in degrees WGS84. Linear in their number: about 70 ms for a million. */
export function pointIndex(lng: Float64Array, lat: Float64Array): PointIndex {
  const located = locatedPoints(lng, lat);
  const byLat = placesInOrder(located, lat, 2);
  const { row, rows } = cutIntoRows(byLat.places, byLat.keys, Math.ceil(POINTS_PER_ROW_OF_ROOT * Math.sqrt(located.length)), lng.length);
  const rowStart = new Uint32Array(rows + 1);
  const point = new Uint32Array(located.length);
  distribute(placesInOrder(located, lng, 2).places, row, rowStart, point);

  const sortedLng = new Float64Array(point.length);
  for (let r = 0; r < rows; r++) sortByLng(point, sortedLng, lng, rowStart[r] as number, rowStart[r + 1] as number);
  return { count: lng.length, point, lng: sortedLng, ...latitudes(point, lat, rowStart), rowStart };
}

function locatedPoints(lng: Float64Array, lat: Float64Array): Uint32Array {
  const located = new Uint32Array(lng.length);
  let count = 0;
  for (let i = 0; i < lng.length; i++) {
    if (Math.abs(lng[i] as number) <= 180 && Math.abs(lat[i] as number) <= 90) located[count++] = i;
  }
  return located.subarray(0, count);
}

/** Rows are cut between unequal keys, so that no latitude stands in two of them. */
function cutIntoRows(byLat: Uint32Array, keys: Uint32Array, perRow: number, count: number): { row: Uint32Array; rows: number } {
  const row = new Uint32Array(count);
  let rows = 0;
  let start = 0;
  for (let k = 0; k < byLat.length; k++) {
    if (k - start >= perRow && keys[k] !== keys[k - 1]) {
      rows++;
      start = k;
    }
    row[byLat[k] as number] = rows;
  }
  return { row, rows: byLat.length > 0 ? rows + 1 : 0 };
}

/** Hands the places out to their rows, keeping their order. */
function distribute(places: Uint32Array, row: Uint32Array, rowStart: Uint32Array, out: Uint32Array): void {
  for (const place of places) rowStart[(row[place] as number) + 1] = (rowStart[(row[place] as number) + 1] as number) + 1;
  for (let r = 1; r < rowStart.length; r++) rowStart[r] = (rowStart[r] as number) + (rowStart[r - 1] as number);
  const next = rowStart.slice();
  for (const place of places) {
    const r = row[place] as number;
    out[next[r] as number] = place;
    next[r] = (next[r] as number) + 1;
  }
}

/** More moves than this a point, and a row is sorted by comparison. */
const MOST_MOVES = 16;

/** The points of a row stand in order up to ties of their keys; this puts the ties in order and copies the longitudes. */
function sortByLng(point: Uint32Array, sorted: Float64Array, lng: Float64Array, start: number, end: number): void {
  let moves = MOST_MOVES * (end - start);
  for (let k = start; k < end; k++) {
    const moved = point[k] as number;
    const x = lng[moved] as number;
    let at = k;
    for (; at > start && (sorted[at - 1] as number) > x && moves > 0; at--, moves--) {
      sorted[at] = sorted[at - 1] as number;
      point[at] = point[at - 1] as number;
    }
    sorted[at] = x;
    point[at] = moved;
  }
  if (moves > 0) return;
  point.subarray(start, end).sort((a, b) => (lng[a] as number) - (lng[b] as number));
  for (let k = start; k < end; k++) sorted[k] = lng[point[k] as number] as number;
}

function latitudes(point: Uint32Array, lat: Float64Array, rowStart: Uint32Array): Pick<PointIndex, 'lat' | 'south' | 'north'> {
  const rows = rowStart.length - 1;
  const sorted = new Float64Array(point.length);
  const south = new Float64Array(rows).fill(Infinity);
  const north = new Float64Array(rows).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    const end = rowStart[row + 1] as number;
    for (let k = rowStart[row] as number; k < end; k++) {
      const y = lat[point[k] as number] as number;
      sorted[k] = y;
      if (y < (south[row] as number)) south[row] = y;
      if (y > (north[row] as number)) north[row] = y;
    }
  }
  return { lat: sorted, south, north };
}
