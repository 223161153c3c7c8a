import { bbox, booleanPointInPolygon, distance, multiPolygon, point as turfPoint, points as turfPoints, pointsWithinPolygon, polygon as turfPolygon } from '@turf/turf';
import type { AreaRings, Position } from '../../../src/geometry/rings.ts';
import type { PairList } from '../answer.ts';
import { addPair, emptyPairs, fingerprint } from '../answer.ts';
import type { Points } from '../data.ts';
import type { Peer } from '../peer.ts';
import { inProcess } from '../peer.ts';

/** Turf counts the boundary as inside, like the product; it decides with plain floating-point arithmetic. */
function features(zones: readonly AreaRings[]) {
  return zones.map((polygons) => multiPolygon(polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])))));
}

function coordinates({ lng, lat }: Points): [number, number][] {
  return [...lng].map((x, i) => [x, lat[i] as number]);
}

/** Every point asked of every zone. `share` of the points, evenly, where all would take hours. */
export function naiveTurfZones(points: Points, zones: readonly AreaRings[], share: number): Peer {
  const shapes = features(zones);
  const at = coordinates(points);
  const step = Math.round(1 / share);
  const work = (): PairList => {
    const pairs = emptyPairs();
    for (let i = 0; i < at.length; i += step) {
      const p = turfPoint(at[i] as [number, number]);
      for (let z = 0; z < shapes.length; z++) if (booleanPointInPolygon(p, shapes[z] as (typeof shapes)[number])) addPair(pairs, i, z);
    }
    return pairs;
  };
  return inProcess('Turf, naive', work, () => (step === 1 ? fingerprint(work()) : null), { share: 1 / step });
}

/** Only the points in a zone's box are asked. */
export function boxedTurfZones(points: Points, zones: readonly AreaRings[], share: number): Peer {
  const shapes = features(zones);
  const boxes = shapes.map((shape) => bbox(shape));
  const { lng, lat } = points;
  const step = Math.round(1 / share);
  const work = (): PairList => {
    const pairs = emptyPairs();
    for (const [z, shape] of shapes.entries()) {
      const [west, south, east, north] = boxes[z] as [number, number, number, number];
      for (let i = 0; i < lng.length; i += step) {
        const x = lng[i] as number;
        const y = lat[i] as number;
        if (x >= west && x <= east && y >= south && y <= north && booleanPointInPolygon([x, y], shape)) addPair(pairs, i, z);
      }
    }
    return pairs;
  };
  return inProcess('Turf + bounding boxes', work, () => (step === 1 ? fingerprint(work()) : null), { share: 1 / step });
}

const KM_PER_DEGREE = 111;

/** All sources within a radius and the nearest one, on Turf's sphere. */
export function boxedTurfSources(points: Points, sources: Points, radiusKm: number, share: number): Peer {
  const at = coordinates(points);
  const centres = coordinates(sources);
  const step = Math.round(1 / share);
  const work = (): [PairList, Int32Array] => {
    const pairs = emptyPairs();
    const nearest = new Int32Array(at.length).fill(-1);
    for (let i = 0; i < at.length; i += step) {
      const p = at[i] as [number, number];
      const reachLat = (1.01 * radiusKm) / KM_PER_DEGREE;
      const reachLng = reachLat / Math.cos((p[1] * Math.PI) / 180);
      let least = Infinity;
      for (let s = 0; s < centres.length; s++) {
        const c = centres[s] as [number, number];
        if (Math.abs(c[0] - p[0]) > reachLng || Math.abs(c[1] - p[1]) > reachLat) continue;
        const km = distance(p, c);
        if (km <= radiusKm) addPair(pairs, i, s);
        if (km < least) [least, nearest[i]] = [km, s];
      }
      if (nearest[i] === -1) for (const [s, c] of centres.entries()) if (distance(p, c) < least) [least, nearest[i]] = [distance(p, c), s];
    }
    return [pairs, nearest];
  };
  return inProcess('Turf + bounding boxes', work, () => null, { share: 1 / step, note: 'sphere: off by tens of metres at 30 km' });
}

/** One zone against all points, as an editor on Turf would. */
export function turfOneZone(points: Points, rings: readonly (readonly Position[])[], answerOf: (members: number[]) => ReturnType<typeof fingerprint>): Peer {
  const collection = turfPoints(coordinates(points));
  for (const [i, feature] of collection.features.entries()) feature.properties = { i };
  const shape = turfPolygon(rings.map((ring) => ring.map(([x, y]) => [x, y])));
  const work = () => pointsWithinPolygon(collection, shape);
  return inProcess('Turf pointsWithinPolygon', work, () => answerOf(work().features.map((feature) => (feature.properties as { i: number }).i)));
}
