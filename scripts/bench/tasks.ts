import type { PointIndex } from '../../src/geometry/point-index.ts';
import { pointIndex } from '../../src/geometry/point-index.ts';
import type { AreaRings } from '../../src/geometry/rings.ts';
import { seededRandom } from '../../src/base/random.ts';
import { fingerprint } from './answer.ts';
import type { Points, Spread } from './data.ts';
import { drawPoints, drawSources, drawZones, fractalZone } from './data.ts';
import { ourEdit, ourSourceLists, ourSources, ourWholeZone, ourZones, withVertexMoved } from './ours.ts';
import type { MissingPeer, Peer } from './peer.ts';
import { flatbushZones, kdbushZones } from './peers/indexed.ts';
import type { Postgis } from './peers/postgis.ts';
import { loadPoints, loadZones, postgisPeer } from './peers/postgis.ts';
import { shapelyZones } from './peers/shapely.ts';
import { boxedTurfSources, boxedTurfZones, naiveTurfZones, turfOneZone } from './peers/turf.ts';

export const REACH_M = 30_000;

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly rounds: number;
  readonly peers: (server: Postgis | { readonly missing: string }) => Promise<(Peer | MissingPeer)[]>;
  /** Least ratio to each peer that the product is to reach. */
  readonly goals: Readonly<Record<string, number>>;
}

const count = (n: number): string => n.toLocaleString('en');

/** @param shares of the points given to naive Turf and to Turf with boxes. */
function zonesTask(n: number, z: number, spread: Spread, rounds: number, shares: readonly [number, number], goals: Task['goals']): Task {
  return {
    id: `zones-${n}-${z}-${spread}`,
    title: `${count(n)} points × ${count(z)} zones, ${spread}`,
    points: n,
    rounds,
    goals,
    peers: async (server) => {
      const points = drawPoints(n, spread, 7);
      const zones = drawZones(z, spread, 8);
      return [
        ourZones(pointIndex(points.lng, points.lat), zones),
        flatbushZones(points, zones),
        kdbushZones(points, zones),
        await shapelyZones(points, zones),
        await postgisPeer(server, 'PostGIS ST_Covers', 'ST_Covers(h.geom, p.geom)', async (postgis) => {
          await loadPoints(postgis, 'p', points);
          await loadZones(postgis, zones);
        }),
        boxedTurfZones(points, zones, shares[1]),
        naiveTurfZones(points, zones, shares[0]),
      ];
    },
  };
}

function sourcesTask(n: number, h: number, spread: Spread, rounds: number, goals: Task['goals']): Task {
  return {
    id: `sources-${n}-${h}-${spread}`,
    title: `${count(n)} points × ${count(h)} sources, all within 30 km and the nearest, ${spread}`,
    points: n,
    rounds,
    goals,
    peers: async (server) => {
      const points = drawPoints(n, spread, 7);
      const sources = drawSources(h, spread, 9);
      const index = pointIndex(points.lng, points.lat);
      return [
        ourSources(index, sources, REACH_M),
        ourSourceLists(index, sources, REACH_M),
        await postgisPeer(server, 'PostGIS ST_DWithin(geography)', `ST_DWithin(h.geog, p.geog, ${REACH_M})`, async (postgis) => {
          await loadPoints(postgis, 'p', points);
          await loadPoints(postgis, 'h', sources);
        }),
        boxedTurfSources(points, sources, REACH_M / 1000, 0.1),
      ];
    },
  };
}

function editTask(n: number, rounds: number): Task {
  return {
    id: `edit-${n}`,
    title: `One edited zone of 1,000 vertices × ${count(n)} points`,
    points: n,
    rounds,
    goals: { 'Turf pointsWithinPolygon': 100 },
    peers: () => {
      const points = drawPoints(n, 'clustered', 7);
      const index: PointIndex = pointIndex(points.lng, points.lat);
      const zone: AreaRings = [fractalZone(seededRandom(11), middleOf(points), 25, 1000, 2)];
      const edited = withVertexMoved(zone, 300, 0.05);
      const asPairs = (members: number[]) => fingerprint({ length: members.length, point: members, holder: new Uint32Array(members.length) });
      return Promise.resolve([ourEdit(index, zone, edited), ourWholeZone(index, edited), turfOneZone(points, edited[0] ?? [], asPairs)]);
    },
  };
}

/** The median place, which is in or beside a town. */
function middleOf({ lng, lat }: Points): readonly [number, number] {
  const at = [...lng.keys()].sort((a, b) => (lng[a] as number) - (lng[b] as number))[lng.length >> 1] as number;
  return [lng[at] as number, lat[at] as number];
}

export const TASKS: readonly Task[] = [
  zonesTask(100_000, 200, 'clustered', 9, [0.01, 1], {
    'PostGIS ST_Covers': 20,
    'Shapely STRtree': 10,
    'flatbush + exact chain test': 4,
    'kdbush + exact chain test': 4,
    'Turf + bounding boxes': 120,
    'Turf, naive': 5000,
  }),
  zonesTask(100_000, 200, 'uniform', 5, [0.01, 1], {}),
  zonesTask(100_000, 2_000, 'clustered', 3, [0.001, 0.1], {}),
  zonesTask(1_000_000, 200, 'clustered', 3, [0.001, 0.1], {}),
  zonesTask(1_000_000, 2_000, 'clustered', 3, [0.0001, 0.01], { 'PostGIS ST_Covers': 25, 'Shapely STRtree': 10 }),
  sourcesTask(100_000, 200, 'clustered', 5, {}),
  sourcesTask(1_000_000, 200, 'clustered', 3, { 'PostGIS ST_DWithin(geography)': 50, 'Turf + bounding boxes': 20 }),
  sourcesTask(1_000_000, 200, 'uniform', 3, {}),
  editTask(100_000, 15),
  editTask(1_000_000, 9),
];
