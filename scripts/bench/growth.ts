import { areaRuns } from '../../src/geometry/area-runs.ts';
import { centreRuns } from '../../src/geometry/centre-runs.ts';
import { nearestCentres } from '../../src/geometry/nearest-centre.ts';
import { pointIndex } from '../../src/geometry/point-index.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { listsOfRuns } from '../../src/geometry/runs.ts';
import { drawPoints, drawSources, drawZones } from './data.ts';
import { fittedExponent } from './measure.ts';
import { REACH_M } from './tasks.ts';

export interface Growth {
  readonly what: string;
  readonly sizes: readonly number[];
  readonly medianMs: readonly number[];
  readonly exponent: number;
}

/** How the product's cost grows with each size, the others being fixed; sizes in turns, round by round. */
export function measureGrowth(rounds: number): readonly Growth[] {
  const zones = (n: number, z: number, vertices?: number) => {
    const { lng, lat } = drawPoints(n, 'clustered', 7);
    const index = pointIndex(lng, lat);
    const table = polygonTable(drawZones(z, 'clustered', 8, vertices));
    return () => listsOfRuns(index, areaRuns(index, table));
  };
  const sources = (n: number, h: number) => {
    const { lng, lat } = drawPoints(n, 'clustered', 7);
    const at = drawSources(h, 'clustered', 9);
    const index = pointIndex(lng, lat);
    const radiusM = new Float64Array(h).fill(REACH_M);
    return () => [centreRuns(index, at.lng, at.lat, radiusM), nearestCentres(index, at.lng, at.lat)];
  };
  const index = (n: number) => {
    const { lng, lat } = drawPoints(n, 'clustered', 7);
    return () => pointIndex(lng, lat);
  };
  const counts = [30_000, 100_000, 300_000, 1_000_000];
  return [
    growth('points (200 zones)', counts, rounds, (n) => zones(n, 200)),
    growth('points (200 sources)', counts, rounds, (n) => sources(n, 200)),
    growth('points (sorting them, once a ledger)', counts, rounds, index),
    growth('zones (100,000 points)', [20, 60, 200, 600, 2000], rounds, (z) => zones(100_000, z)),
    growth('zones (1,000,000 points)', [20, 60, 200, 600, 2000], rounds, (z) => zones(1_000_000, z)),
    growth('sources (1,000,000 points)', [20, 60, 200, 600, 2000], rounds, (h) => sources(1_000_000, h)),
    growth('vertices of each zone (100,000 points, 20 zones)', [30, 300, 3000, 30_000, 100_000], rounds, (v) => zones(100_000, 20, v)),
  ];
}

function growth(what: string, sizes: readonly number[], rounds: number, prepare: (size: number) => () => unknown): Growth {
  const works = sizes.map(prepare);
  const times = sizes.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [k, work] of works.entries()) {
      const start = performance.now();
      work();
      // The first round warms the compiler up.
      if (round > 0) (times[k] as number[]).push(performance.now() - start);
    }
  }
  const medianMs = times.map((list) => list.sort((a, b) => a - b)[list.length >> 1] as number);
  return { what, sizes, medianMs, exponent: fittedExponent(sizes, medianMs) };
}
