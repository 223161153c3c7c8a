import { chordSquared, longestGeodesicM, shortestGeodesicM, writeEarthCentred } from './chord.ts';
import { areaSide, INSIDE, ON_EDGE } from './contains.ts';
import { latitudeReachDeg, MAX_CURVATURE_RADIUS_M, MIN_CURVATURE_RADIUS_M, metresPerRadian, RADIANS } from './ellipsoid.ts';
import { geodesicArrival } from './geodesic.ts';
import type { PolygonTable } from './rings.ts';
import { CHAIN_EDGES } from './rings.ts';

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
  if (isBoxBeyond(table.boxes, area, lng, lat, metresPerRadian(lat).east, distanceM)) return false;
  const { edges, limitM } = nearEdges(table, area, lng, lat, distanceM);
  return limitM < distanceM || edges.some((edge) => edgeDistanceM(table, edge, lng, lat) < distanceM);
}

/** Does one of these consecutive edges come nearer than `distanceM`? `xyz` is the point earth-centred. */
export function isAnyEdgeWithin(table: PolygonTable, edge: number, endEdge: number, lng: number, lat: number, xyz: Float64Array, distanceM: number): boolean {
  const { coords } = table;
  const reachDeg = latitudeReachDeg(distanceM);
  const turnDeg = longitudeReachDeg(distanceM, lng, xyz);
  for (let e = edge; e < endEdge; e++) {
    const y1 = coords[2 * e + 1] as number;
    const y2 = coords[2 * e + 3] as number;
    if ((y1 > lat + reachDeg && y2 > lat + reachDeg) || (y1 < lat - reachDeg && y2 < lat - reachDeg)) continue;
    const x1 = coords[2 * e] as number;
    const x2 = coords[2 * e + 2] as number;
    if ((x1 > lng + turnDeg && x2 > lng + turnDeg) || (x1 < lng - turnDeg && x2 < lng - turnDeg)) continue;
    const chordM = segmentDistanceM(table.xyz, e, xyz);
    const bulge = bulgeM(coords, e);
    if (shortestGeodesicM(chordM - bulge) >= distanceM) continue;
    if (longestGeodesicM(chordM + bulge) < distanceM || edgeDistanceM(table, e, lng, lat) < distanceM) return true;
  }
  return false;
}

/** Where the sine of a small angle is not yet told from the angle: 0.57°, off by less than 1.7e-5 of it. */
const SMALL_SINE = 0.01;

/**
 * A path of this length turns no farther in longitude, degrees: to a meridian that differs by an angle below 90°, the chord
 * is at least the distance from the axis times its sine. Infinite where that says little: near a pole, or where the other
 * way round the earth might be the shorter.
 */
function longitudeReachDeg(lengthM: number, lng: number, xyz: Float64Array): number {
  const sine = (lengthM + LEAST_REACH_M) / Math.sqrt((xyz[0] as number) ** 2 + (xyz[1] as number) ** 2);
  return sine < SMALL_SINE && Math.abs(lng) < 179 ? ((sine * (1 + 2e-5)) / RADIANS) : Infinity;
}

/** More than chords and angles can be rounded by, m. */
const LEAST_REACH_M = 1e-5;

/**
 * Is a box surely farther than this? A path takes at least b²/a per radian of latitude; and to reach a meridian that
 * differs by an angle below 90°, a chord must cross from the point, `axisM` from the axis, to that meridian's half-plane.
 */
export function isBoxBeyond(boxes: Float64Array, box: number, lng: number, lat: number, axisM: number, distanceM: number): boolean {
  const west = boxes[4 * box] as number;
  const south = boxes[4 * box + 1] as number;
  const east = boxes[4 * box + 2] as number;
  const north = boxes[4 * box + 3] as number;
  const latitudeGap = Math.max(south - lat, lat - north, 0) * RADIANS;
  if (shortestGeodesicM(latitudeGap * MIN_CURVATURE_RADIUS_M) > distanceM) return true;
  if (lng >= west && lng <= east) return false;
  const longitudeGap = Math.min(turnEast(lng, west), turnEast(east, lng), 90) * RADIANS;
  return shortestGeodesicM(axisM * Math.sin(longitudeGap)) > distanceM;
}

/** How far east one turns from one longitude to another, in [0, 360). */
function turnEast(from: number, to: number): number {
  let turn = to - from;
  // Remainders cost more than all the rest here, and are seldom needed.
  if (!(Math.abs(turn) < 360)) turn %= 360;
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
  const { ringStart, polygonStart, areaStart, chainStart, chainBoxes } = table;
  const axisM = metresPerRadian(lat).east;
  const point = new Float64Array(3);
  writeEarthCentred(point, 0, lng, lat);
  const edges: number[] = [];
  const leastM: number[] = [];
  const firstRing = polygonStart[areaStart[area] as number] as number;
  const endRing = polygonStart[areaStart[area + 1] as number] as number;
  let limitM = Math.min(startLimitM, longestGeodesicM(chordToVerticesM(table, firstRing, endRing, point)));
  for (let ring = firstRing; ring < endRing; ring++) {
    const last = (ringStart[ring + 1] as number) - 1;
    let chain = (chainStart[ring] as number) - 1;
    let endEdge = ringStart[ring] as number;
    for (let edge = endEdge; edge < last; edge++) {
      if (edge === endEdge) {
        chain++;
        endEdge = Math.min(edge + CHAIN_EDGES, last);
        if (isBoxBeyond(chainBoxes, chain, lng, lat, axisM, limitM)) {
          edge = endEdge - 1;
          continue;
        }
      }
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

/** The least chord to the first vertex of each chain of edges: the boundary comes at least so near. */
function chordToVerticesM({ xyz, ringStart }: PolygonTable, firstRing: number, endRing: number, point: Float64Array): number {
  let least = Infinity;
  for (let ring = firstRing; ring < endRing; ring++) {
    for (let position = ringStart[ring] as number; position < (ringStart[ring + 1] as number); position += CHAIN_EDGES) {
      const squared = chordSquared(xyz, position, point, 0);
      if (squared < least) least = squared;
    }
  }
  return Math.sqrt(least);
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

/**
 * Linear interpolation of a curve errs by at most an eighth of its second derivative. For X(φ, λ) with φ and λ linear,
 * that is X_φφ Δφ² + 2 X_φλ Δφ Δλ + X_λλ Δλ², where each factor stays below the largest radius of curvature (X_φφ by a
 * hair above: its tangential part adds 0.005 %, hence the 1.0001).
 */
function bulgeM(coords: Float64Array, edge: number): number {
  const at = 2 * edge;
  const turn = Math.abs((coords[at + 2] as number) - (coords[at] as number)) + Math.abs((coords[at + 3] as number) - (coords[at + 1] as number));
  return ((1.0001 * MAX_CURVATURE_RADIUS_M) / 8) * (turn * RADIANS) ** 2;
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
