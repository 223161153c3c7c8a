import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import { geodesicArrival, geodesicDestination } from '../../src/geometry/geodesic.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import type { Random } from './chance.ts';
import type { CountyRings } from './counties.ts';

/** Where something stands: a place drawn in its county by chance, or a point built against a limit. */
export type Spot =
  | { readonly on: 'nowhere' }
  /** So far from the power plant that the 30 km rule is measured from, in a direction. */
  | { readonly on: 'reach'; readonly azimuthDeg: number; readonly distanceM: number }
  /** At the middle of one edge of a zone's ring (0: the outer one), so many metres into the zone; negative: out of it. */
  | {
      readonly on: 'edge';
      readonly zone: string;
      readonly polygon?: number;
      readonly ring?: number;
      readonly edge: number;
      readonly inwardM: number;
    };

export interface Geography {
  /** A point within `spreadM` of a centre and inside the county. */
  readonly near: (random: Random, code: string, lng: number, lat: number, spreadM: number) => LngLat;
  /** A point anywhere in the county. */
  readonly anywhere: (random: Random, code: string) => LngLat;
  /** The point of a spot; throws when it falls outside the county that its row names. */
  readonly at: (spot: Spot, code: string) => LngLat | null;
}

/** The plant of the reach cases, as `heat-sources.csv` gives it: 中煤山西晋城热电, 2x300 MW. */
export const REACH_PLANT: LngLat = [112.92522, 35.46113];

const TRIES = 2000;

export function geographyOf(counties: CountyRings, zones: ReadonlyMap<string, MultiPolygon>): Geography {
  const codes = [...counties.keys()];
  const table = polygonTable([...counties.values()].map((polygon) => [polygon]));
  const inCounty = (code: string, [lng, lat]: LngLat): boolean => areaContains(table, areaOf(code), lng, lat);

  function areaOf(code: string): number {
    const area = codes.indexOf(code);
    if (area < 0) throw new Error(`no county outline: got ${code}, expected one of ${codes.join(', ')}`);
    return area;
  }

  function firstInside(code: string, draw: () => LngLat): LngLat {
    for (let i = 0; i < TRIES; i += 1) {
      const point = draw();
      if (inCounty(code, point)) return point;
    }
    throw new Error(`county ${code}: got no point inside in ${String(TRIES)} tries, expected the cluster to overlap it`);
  }

  function at(spot: Spot, code: string): LngLat | null {
    if (spot.on === 'nowhere') return null;
    const point = spot.on === 'reach' ? reached(REACH_PLANT, spot.azimuthDeg, spot.distanceM) : besideEdge(zones, spot);
    if (!inCounty(code, point)) throw new Error(`${JSON.stringify(spot)}: got ${point.join(', ')}, expected a point in county ${code}`);
    return point;
  }

  return {
    at,
    near: (random, code, lng, lat, spreadM) =>
      firstInside(code, () => reached([lng, lat], 360 * random(), spreadM * Math.sqrt(random()))),
    anywhere: (random, code) => {
      const [west = 0, south = 0, east = 0, north = 0] = table.boxes.subarray(4 * areaOf(code), 4 * areaOf(code) + 4);
      return firstInside(code, () => [round6(west + random() * (east - west)), round6(south + random() * (north - south))]);
    },
  };
}

function besideEdge(zones: ReadonlyMap<string, MultiPolygon>, spot: Spot & { readonly on: 'edge' }): LngLat {
  const ring = zones.get(spot.zone)?.[spot.polygon ?? 0]?.[spot.ring ?? 0];
  const [from, to] = [ring?.[spot.edge], ring?.[spot.edge + 1]];
  if (from === undefined || to === undefined) throw new Error(`no such edge: got ${JSON.stringify(spot)}, expected one of zones.geojson`);
  const middle: LngLat = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const { azimuthDeg } = geodesicArrival(from[0], from[1], middle[0], middle[1]);
  // RFC 7946 rings keep their area on the left, holes included.
  return reached(middle, azimuthDeg - 90, spot.inwardM);
}

function reached([lng, lat]: LngLat, azimuthDeg: number, distanceM: number): LngLat {
  const end = geodesicDestination(lng, lat, azimuthDeg, distanceM);
  return [round6(end[0]), round6(end[1])];
}

/** Six decimals: 0.1 m, finer than any accuracy in the ledger and coarser than rounding of the last bit. */
function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
