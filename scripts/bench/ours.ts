import { areaRuns } from '../../src/geometry/area-runs.ts';
import { centreRuns } from '../../src/geometry/centre-runs.ts';
import { nearestCentres } from '../../src/geometry/nearest-centre.ts';
import type { PointIndex } from '../../src/geometry/point-index.ts';
import { reviseArea } from '../../src/geometry/revise-area.ts';
import type { AreaRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { listsOfRuns, pointsOfRuns } from '../../src/geometry/runs.ts';
import { fingerprint, fingerprintOfRuns } from './answer.ts';
import type { Points } from './data.ts';
import type { Peer } from './peer.ts';
import { inProcess } from './peer.ts';

/** From index and zones to each point's list of zones. */
export function ourZones(index: PointIndex, zones: readonly AreaRings[]): Peer {
  const table = polygonTable(zones);
  const work = () => listsOfRuns(index, areaRuns(index, table));
  const answer = () => fingerprintOfRuns(index, areaRuns(index, table));
  return inProcess('this product', work, answer, { note: 'list of zones for each point' });
}

function radii(sources: Points, radiusM: number): Float64Array {
  return new Float64Array(sources.lng.length).fill(radiusM);
}

/** All sources within the radius, as ranges of points, and the nearest source of each point. */
export function ourSources(index: PointIndex, sources: Points, radiusM: number): Peer {
  const radiiM = radii(sources, radiusM);
  const work = () => [centreRuns(index, sources.lng, sources.lat, radiiM), nearestCentres(index, sources.lng, sources.lat)];
  const answer = () => fingerprintOfRuns(index, centreRuns(index, sources.lng, sources.lat, radiiM));
  return inProcess('this product', work, answer, { note: 'ranges of points for each source, and the nearest' });
}

/** The same, with a list of sources for each point written out. */
export function ourSourceLists(index: PointIndex, sources: Points, radiusM: number): Peer {
  const radiiM = radii(sources, radiusM);
  const work = () => [listsOfRuns(index, centreRuns(index, sources.lng, sources.lat, radiiM)), nearestCentres(index, sources.lng, sources.lat)];
  const answer = () => fingerprintOfRuns(index, centreRuns(index, sources.lng, sources.lat, radiiM));
  return inProcess('this product, lists', work, answer, { note: 'list of sources for each point, and the nearest' });
}

/** The zone with one vertex moved to and fro by a twentieth of its radius, as under a pointer. */
export function ourEdit(index: PointIndex, zone: AreaRings, edited: AreaRings): Peer {
  const tables = [polygonTable([zone]), polygonTable([edited])] as const;
  const members = areaRuns(index, tables[0]);
  const work = () => reviseArea(index, tables[0], polygonTable([edited]), members);
  const answer = () => {
    const points = pointsOfRuns(index, work().members);
    return fingerprint({ length: points.length, point: points, holder: new Uint32Array(points.length) });
  };
  return inProcess('this product, one vertex moved', work, answer, { note: 'new shape laid out, members, entered and left' });
}

export function ourWholeZone(index: PointIndex, edited: AreaRings): Peer {
  const work = () => pointsOfRuns(index, areaRuns(index, polygonTable([edited])));
  const answer = () => {
    const points = work();
    return fingerprint({ length: points.length, point: points, holder: new Uint32Array(points.length) });
  };
  return inProcess('this product, the zone anew', work, answer);
}

export function withVertexMoved(zone: AreaRings, vertex: number, share: number): AreaRings {
  const [[outer = [], ...holes] = []] = zone;
  const centre = outer.slice(1).reduce<Position>(([x, y], [x2, y2]) => [x + x2 / (outer.length - 1), y + y2 / (outer.length - 1)], [0, 0]);
  const moved = outer.map((position, k): Position => (k === vertex ? [position[0] + share * (position[0] - centre[0]), position[1] + share * (position[1] - centre[1])] : position));
  return [[moved, ...holes]];
}
