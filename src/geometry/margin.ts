import { bulgeM } from './bulge.ts';
import { longestGeodesicM, shortestGeodesicM, writeEarthCentred } from './chord.ts';
import { areaSide, INSIDE, ON_EDGE } from './contains.ts';
import { edgeChains } from './edge-chains.ts';
import { MIN_CURVATURE_RADIUS_M, metresPerRadian, RADIANS } from './ellipsoid.ts';
import { geodesicArrival } from './geodesic.ts';
import type { PolygonTable } from './rings.ts';

/*
 * How far a point is from the edges of an area, where an edge is straight in longitude/latitude and distance is the WGS84
 * geodesic. Proven bounds leave few edges (`nearEdges`); along those the geodesic itself is minimised (`edgeDistanceM`).
 */

/** Keeps the sign of a point beside the boundary whose distance rounds to 0; below what the arithmetic resolves. */
const LEAST_MARGIN_M = 1e-9;

/**
 * Signed geodesic distance to the area's boundary, m: positive inside, 0 on it, negative outside, so ≥ 0 exactly where
 * `areaContains`. The boundary is every ring's edges, also where two polygons of the area meet. The error is below a
 * micrometre within 50 km and grows no faster than the distance. -Infinity for an area without polygons; NaN for a
 * point without coordinates.
 */
export function areaMarginM(table: PolygonTable, area: number, lng: number, lat: number): number {
  if (Number.isNaN(lng) || Number.isNaN(lat)) return NaN;
  const side = areaSide(table, area, lng, lat);
  if (side === ON_EDGE) return 0;
  const { edges, leastM, limitM } = nearEdges(table, area, lng, lat, Infinity);
  let distanceM = Infinity;
  for (const [i, edge] of edges.entries()) {
    if ((leastM[i] as number) <= Math.min(limitM, distanceM)) distanceM = Math.min(distanceM, edgeDistanceM(table, edge, lng, lat));
  }
  return (side === INSIDE ? 1 : -1) * Math.max(distanceM, LEAST_MARGIN_M);
}

/**
 * |margin| to within a few centimetres, such that it rounds to steps of `stepM` as the margin does, found without a
 * geodesic; `null` where the bounds on it leave the rounding open, or the area has no polygon.
 */
export function roundableDistanceM(table: PolygonTable, area: number, lng: number, lat: number, stepM: number): number | null {
  const { leastM, limitM } = nearEdges(table, area, lng, lat, Infinity);
  const low = leastM.reduce((least, edgeLeastM) => Math.min(least, edgeLeastM), Infinity);
  // Slack for the half that a decimal rounding decides by the last bit.
  return Math.round(low / stepM - 1e-6) === Math.round(limitM / stepM + 1e-6) ? limitM : null;
}

/** Is |margin| < distanceM? The same answer as by `areaMarginM`, mostly without a single geodesic. False when a number is NaN. */
export function isBoundaryWithin(table: PolygonTable, area: number, lng: number, lat: number, distanceM: number): boolean {
  if (!(distanceM > 0) || Number.isNaN(lng) || Number.isNaN(lat)) return false;
  if (isBoxBeyond(table, area, lng, lat, distanceM)) return false;
  const { edges, limitM } = nearEdges(table, area, lng, lat, distanceM);
  return limitM < distanceM || edges.some((edge) => edgeDistanceM(table, edge, lng, lat) < distanceM);
}

/**
 * Does some edge of one chain (`edgeChains`) come nearer than `distanceM`? An area's boundary does exactly when one of its
 * chains does. @param xyz earth-centred positions of points, of which `point` is asked for.
 */
export function isChainWithin(table: PolygonTable, chain: number, xyz: Float64Array, point: number, lng: number, lat: number, distanceM: number): boolean {
  const chains = edgeChains(table);
  const at = xyz.subarray(3 * point, 3 * point + 3);
  const centreM = centreDistanceM(chains.balls, chain, at);
  const radiusM = chains.balls[4 * chain + 3] as number;
  if (shortestGeodesicM(centreM - radiusM) > distanceM) return false;
  if (longestGeodesicM(centreM + radiusM) < distanceM) return true;
  const last = chains.to[chain] as number;
  for (let edge = chains.from[chain] as number; edge < last; edge++) {
    const chordM = segmentDistanceM(table.xyz, edge, at);
    const bulge = bulgeM(table.coords, edge);
    if (shortestGeodesicM(chordM - bulge) > distanceM) continue;
    if (longestGeodesicM(chordM + bulge) < distanceM || edgeDistanceM(table, edge, lng, lat) < distanceM) return true;
  }
  return false;
}

/**
 * Is the area's box surely farther than this? A path takes at least b²/a per radian of latitude; and to reach a meridian
 * that differs by an angle below 90°, a chord must cross from the point to that meridian's half-plane.
 */
function isBoxBeyond({ boxes }: PolygonTable, area: number, lng: number, lat: number, distanceM: number): boolean {
  const west = boxes[4 * area] as number;
  const south = boxes[4 * area + 1] as number;
  const east = boxes[4 * area + 2] as number;
  const north = boxes[4 * area + 3] as number;
  const latitudeGap = Math.max(south - lat, lat - north, 0) * RADIANS;
  if (shortestGeodesicM(latitudeGap * MIN_CURVATURE_RADIUS_M) > distanceM) return true;
  if (lng >= west && lng <= east) return false;
  const longitudeGap = Math.min(turnEast(lng, west), turnEast(east, lng), 90) * RADIANS;
  return shortestGeodesicM(metresPerRadian(lat).east * Math.sin(longitudeGap)) > distanceM;
}

/** How far east one turns from one longitude to another, in [0, 360). */
function turnEast(from: number, to: number): number {
  const turn = (to - from) % 360;
  return turn < 0 ? turn + 360 : turn;
}

/**
 * The edges that may come nearest, given that only those up to `limitM` matter, each with a length that its distance
 * surely reaches; and a limit, not above the given one, that the nearest distance surely does not exceed.
 *
 * An edge and the straight segment between its ends, in earth-centred space, stay within `bulgeM` of each other; so the
 * segment's distance ± bulge bounds the chord to the edge, and the chord bounds the geodesic (chord.ts).
 */
function nearEdges(
  table: PolygonTable,
  area: number,
  lng: number,
  lat: number,
  startLimitM: number,
): { edges: number[]; leastM: number[]; limitM: number } {
  const point = new Float64Array(3);
  writeEarthCentred(point, 0, lng, lat);
  const chains = edgeChains(table);
  const [fromChain, toChain] = [chains.areaStart[area] as number, chains.areaStart[area + 1] as number];
  const edges: number[] = [];
  const leastM: number[] = [];
  let limitM = Math.min(startLimitM, longestGeodesicM(farEndOfNearestM(chains.balls, fromChain, toChain, point)));
  for (let chain = fromChain; chain < toChain; chain++) {
    if (shortestGeodesicM(centreDistanceM(chains.balls, chain, point) - (chains.balls[4 * chain + 3] as number)) > limitM) continue;
    const last = chains.to[chain] as number;
    for (let edge = chains.from[chain] as number; edge < last; edge++) {
      const chordM = segmentDistanceM(table.xyz, edge, point);
      const bulge = bulgeM(table.coords, edge);
      const least = shortestGeodesicM(chordM - bulge);
      if (least > limitM) continue;
      edges.push(edge);
      leastM.push(least);
      limitM = Math.min(limitM, longestGeodesicM(chordM + bulge));
    }
  }
  return { edges, leastM, limitM };
}

function centreDistanceM(balls: Float64Array, chain: number, point: Float64Array): number {
  const dx = (balls[4 * chain] as number) - (point[0] as number);
  const dy = (balls[4 * chain + 1] as number) - (point[1] as number);
  const dz = (balls[4 * chain + 2] as number) - (point[2] as number);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** A chord that surely reaches some edge: through the whole ball of the chain for which that is least. */
function farEndOfNearestM(balls: Float64Array, fromChain: number, toChain: number, point: Float64Array): number {
  let least = Infinity;
  for (let chain = fromChain; chain < toChain; chain++) {
    const far = centreDistanceM(balls, chain, point) + (balls[4 * chain + 3] as number);
    if (far < least) least = far;
  }
  return least;
}

function segmentDistanceM(xyz: Float64Array, edge: number, point: Float64Array): number {
  const at = 3 * edge;
  const t = segmentFraction(xyz, edge, point);
  const dx = (point[0] as number) - (xyz[at] as number) * (1 - t) - (xyz[at + 3] as number) * t;
  const dy = (point[1] as number) - (xyz[at + 1] as number) * (1 - t) - (xyz[at + 4] as number) * t;
  const dz = (point[2] as number) - (xyz[at + 2] as number) * (1 - t) - (xyz[at + 5] as number) * t;
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** How far along the straight segment between the edge's ends the point's foot lies, 0 to 1. */
function segmentFraction(xyz: Float64Array, edge: number, point: Float64Array): number {
  const at = 3 * edge;
  const ux = (xyz[at + 3] as number) - (xyz[at] as number);
  const uy = (xyz[at + 4] as number) - (xyz[at + 1] as number);
  const uz = (xyz[at + 5] as number) - (xyz[at + 2] as number);
  const along =
    ux * ((point[0] as number) - (xyz[at] as number)) +
    uy * ((point[1] as number) - (xyz[at + 1] as number)) +
    uz * ((point[2] as number) - (xyz[at + 2] as number));
  const lengthSquared = ux * ux + uy * uy + uz * uz;
  return lengthSquared > 0 ? Math.min(Math.max(along / lengthSquared, 0), 1) : 0;
}

/** Along-edge steps shorter than this share of the distance change the distance by half its square: below 1e-12 of it. */
const STEP_TOLERANCE = 1e-6;
const STEP_TOLERANCE_M = 1e-7;
const MOST_STEPS = 60;

/**
 * The geodesic distance to one edge, m. Newton steps on half its square, whose second derivative along the edge is the
 * speed squared but for a share of about distance / earth radius: each step leaves that share of the error.
 */
function edgeDistanceM({ coords, xyz }: PolygonTable, edge: number, lng: number, lat: number): number {
  const fromLng = coords[2 * edge] as number;
  const fromLat = coords[2 * edge + 1] as number;
  const turnLng = (coords[2 * edge + 2] as number) - fromLng;
  const turnLat = (coords[2 * edge + 3] as number) - fromLat;
  const point = new Float64Array(3);
  writeEarthCentred(point, 0, lng, lat);
  let t = segmentFraction(xyz, edge, point);
  let least = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const atLat = fromLat + t * turnLat;
    const { distanceM, azimuthDeg } = geodesicArrival(lng, lat, fromLng + t * turnLng, atLat);
    least = Math.min(least, distanceM);
    const scale = metresPerRadian(atLat);
    const north = scale.north * turnLat * RADIANS;
    const east = scale.east * turnLng * RADIANS;
    const speed = Math.hypot(north, east);
    if (speed === 0) break;
    const slope = north * Math.cos(azimuthDeg * RADIANS) + east * Math.sin(azimuthDeg * RADIANS);
    const next = Math.min(Math.max(t - (distanceM * slope) / (speed * speed), 0), 1);
    if (Math.abs(next - t) * speed <= STEP_TOLERANCE * distanceM + STEP_TOLERANCE_M) break;
    t = next;
  }
  return least;
}
