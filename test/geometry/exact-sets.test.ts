import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaRuns } from '../../src/geometry/area-runs.ts';
import { centreRuns } from '../../src/geometry/centre-runs.ts';
import { geodesicDestination, geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import { nearestCentres } from '../../src/geometry/nearest-centre.ts';
import type { PointIndex } from '../../src/geometry/point-index.ts';
import { pointIndex } from '../../src/geometry/point-index.ts';
import type { Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { listsOfRuns } from '../../src/geometry/runs.ts';
import { anywhere, awkwardAreas, awkwardPoints } from './adversaries.ts';
import { exactPolygonContains, flatArea, plainContains, plainRingSide } from './oracles.ts';
import { ulpBeside } from './shapes.ts';

/** `npm run bench -- --exact` asks for more. */
const PAIRS = Number(process.env['EXACT_PAIRS'] ?? 10_000_000);
const PATIENCE_MS = 60_000 + PAIRS / 20;

const HOLDERS = 200;
const POINTS = 5000;
const BATCHES = Math.ceil(PAIRS / (HOLDERS * POINTS));

function indexOf(points: readonly Position[]): PointIndex {
  return pointIndex(Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y));
}

describe(`on ${(BATCHES * HOLDERS * POINTS).toLocaleString('en')} seeded pairs, adversarial ones among them`, () => {
  it('zones hold the points that a plain scan of every edge says', { timeout: PATIENCE_MS }, () => {
    let held = 0;
    for (let batch = 0; batch < BATCHES; batch++) {
      const random = seededRandom(1000 + batch);
      const areas = awkwardAreas(random, HOLDERS);
      const points = awkwardPoints(random, areas, POINTS);
      const index = indexOf(points);
      const { offsets, items } = listsOfRuns(index, areaRuns(index, polygonTable(areas)));
      const flat = areas.map(flatArea);
      const wrong: unknown[] = [];
      for (const [p, [x, y]] of points.entries()) {
        let at = offsets[p] as number;
        for (let area = 0; area < HOLDERS; area++) {
          const found = at < (offsets[p + 1] as number) && items[at] === area;
          if (found) at++;
          if (found !== plainContains(flat[area] ?? [], x, y)) wrong.push({ batch, p, area, x, y, found });
        }
      }
      expect(wrong).toEqual([]);
      held += items.length;
    }
    expect(held).toBeGreaterThan(BATCHES * POINTS);
  });

  it('circles hold the points that the geodesic of every pair says, and the nearest centre is the nearest', { timeout: PATIENCE_MS }, () => {
    let nearTheLine = 0;
    for (let batch = 0; batch < BATCHES; batch++) {
      const random = seededRandom(2000 + batch);
      const centres = Array.from({ length: HOLDERS }, () => anywhere(random));
      centres[1] = centres[0] as Position;
      const points = Array.from({ length: POINTS }, (_, k) => (k % 2 === 0 ? anywhere(random) : besideCircle(random, centres)));
      // Some radii are the very distance to a point, or the next number below it.
      const radiusM = Float64Array.from(centres, (centre, c) => {
        const [x, y] = points[c] as Position;
        const distanceM = geodesicDistanceM(x, y, ...centre);
        return [30_000, 30_000, 30_000, 1000 * random(), distanceM, ulpBeside(distanceM, -1)][c % 6] as number;
      });
      const [lng, lat] = [Float64Array.from(centres, ([x]) => x), Float64Array.from(centres, ([, y]) => y)];
      const index = indexOf(points);
      const { offsets, items } = listsOfRuns(index, centreRuns(index, lng, lat, radiusM));
      const nearest = nearestCentres(index, lng, lat);
      const wrong: unknown[] = [];
      for (const [p, [x, y]] of points.entries()) {
        let at = offsets[p] as number;
        let [least, best] = [Infinity, -1];
        for (let c = 0; c < HOLDERS; c++) {
          const distanceM = geodesicDistanceM(x, y, lng[c] as number, lat[c] as number);
          if (distanceM < least) [least, best] = [distanceM, c];
          const found = at < (offsets[p + 1] as number) && items[at] === c;
          if (found) at++;
          if (found !== distanceM <= (radiusM[c] as number)) wrong.push({ batch, p, c, x, y, distanceM });
          if (Math.abs(distanceM - (radiusM[c] as number)) <= 0.001) nearTheLine++;
        }
        if (nearest[p] !== best) wrong.push({ batch, p, nearest: nearest[p], best });
      }
      expect(wrong).toEqual([]);
    }
    expect(nearTheLine).toBeGreaterThan(BATCHES * 0.2 * POINTS);
  });
});

/** At 30 km from a centre, give or take a millimetre, a micrometre or nothing. */
function besideCircle(random: () => number, centres: readonly Position[]): Position {
  const centre = centres[Math.floor(random() * centres.length)] as Position;
  const off = [0.001, -0.001, 1e-6, 0][Math.floor(4 * random())] as number;
  return geodesicDestination(...centre, 360 * random(), 30_000 + off);
}

describe('the plain scan', () => {
  it('agrees with arithmetic in whole numbers, and with Turf away from the boundary', () => {
    const random = seededRandom(3000);
    const areas = awkwardAreas(random, 40).flatMap((polygons) => polygons.map((rings) => [rings]));
    const points = awkwardPoints(random, areas, 150);
    const wrong: unknown[] = [];
    let compared = 0;
    for (const [polygon = []] of areas) {
      const flat = flatArea([polygon]);
      const geojson = { type: 'Polygon' as const, coordinates: polygon.map((ring) => ring.map(([x, y]) => [x, y])) };
      for (const [x, y] of points) {
        const plain = plainContains(flat, x, y);
        if (plain !== exactPolygonContains(polygon, [x, y])) wrong.push({ x, y, polygon, plain });
        if (flat.flat().some((ring) => plainRingSide(ring, x, y) === 0)) continue;
        if (plain !== booleanPointInPolygon([x, y], geojson)) wrong.push({ x, y, polygon, plain, oracle: 'turf' });
        compared++;
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  });
});
