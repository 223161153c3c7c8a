import { seededRandom } from '../../src/base/random.ts';
import type { AreaRings, Position } from '../../src/geometry/rings.ts';

/** A province: degrees WGS84. */
const WEST = 110;
const SOUTH = 34.6;
const WIDE = 4.5;
const HIGH = 6;
const TOWNS = 120;
const DEGREE_KM = 111.2;

export interface Points {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

export type Spread = 'clustered' | 'uniform';

interface Towns {
  readonly at: readonly Position[];
  /** Draws a town, the larger ones more often. */
  readonly draw: (random: () => number) => Position;
}

/** Towns whose sizes fall with their rank, as towns' do (Zipf). */
function towns(): Towns {
  const random = seededRandom(1);
  const at = Array.from({ length: TOWNS }, () => anywhere(random));
  const sums: number[] = [];
  for (let rank = 1; rank <= TOWNS; rank++) sums.push((sums.at(-1) ?? 0) + 1 / rank);
  const draw = (next: () => number): Position => {
    const share = next() * (sums.at(-1) ?? 1);
    return at[sums.findIndex((sum) => sum >= share)] ?? anywhere(next);
  };
  return { at, draw };
}

function anywhere(random: () => number): Position {
  return [WEST + WIDE * random(), SOUTH + HIGH * random()];
}

function near([lng, lat]: Position, km: number, random: () => number): Position {
  const distance = (km / DEGREE_KM) * Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [lng + (distance * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + distance * Math.sin(angle)];
}

/** Facilities: four of five within some kilometres of a town, or all anywhere. */
export function drawPoints(count: number, spread: Spread, seed: number): Points {
  const random = seededRandom(seed);
  const { draw } = towns();
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const isRural = spread === 'uniform' || random() < 0.2;
    const [x, y] = isRural ? anywhere(random) : near(draw(random), 5, random);
    lng[i] = x;
    lat[i] = y;
  }
  return { lng, lat };
}

/** The province's share that all zones would cover if they did not overlap; so the more there are, the smaller they are. */
const COVERED = 0.5;
const PROVINCE_KM2 = WIDE * HIGH * DEGREE_KM ** 2 * Math.cos((37.6 * Math.PI) / 180);

/** Zones of 100 to 5,000 vertices with up to three holes, round the towns or anywhere; or all of so many `vertices`. */
export function drawZones(count: number, spread: Spread, seed: number, vertices?: number): AreaRings[] {
  const random = seededRandom(seed);
  const { draw } = towns();
  const meanKm = Math.sqrt((COVERED * PROVINCE_KM2) / (Math.PI * count));
  return Array.from({ length: count }, () => {
    const radiusKm = meanKm * (0.4 + 1.2 * random());
    const centre = spread === 'uniform' ? anywhere(random) : near(draw(random), radiusKm + 5, random);
    return [fractalZone(random, centre, radiusKm, vertices ?? Math.round(100 * 50 ** random()), Math.floor(4 * random()))];
  });
}

/** Outer ring and holes, `vertices` in all; sound by construction: every ring sees its centre, holes keep their distance. */
export function fractalZone(random: () => number, centre: Position, radiusKm: number, vertices: number, holes: number): Position[][] {
  const perHole = Math.max(8, Math.floor(vertices / 8));
  const outer = fractalRing(random, centre, radiusKm, Math.max(8, vertices - holes * perHole));
  const inner = Array.from({ length: holes }, (_, hole) => {
    const angle = (2 * Math.PI * hole) / 3;
    return fractalRing(random, offset(centre, 0.25 * radiusKm, angle), 0.1 * radiusKm, perHole);
  });
  return [outer, ...inner];
}

function offset([lng, lat]: Position, km: number, angle: number): Position {
  return [lng + ((km / DEGREE_KM) * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + (km / DEGREE_KM) * Math.sin(angle)];
}

/** A radius that varies in octaves of falling height: rough at every scale, between 0.5 and 1.5 of the given one. */
export function fractalRing(random: () => number, centre: Position, radiusKm: number, vertices: number): Position[] {
  const octaves = Array.from({ length: Math.ceil(Math.log2(vertices)) }, (_, octave) => {
    const knots = Math.min(3 * 2 ** octave, vertices);
    return { height: 0.22 * 2 ** (-0.8 * octave), values: Array.from({ length: knots }, () => 2 * random() - 1) };
  });
  const ring = Array.from({ length: vertices }, (_, k): Position => {
    const turn = k / vertices;
    const rough = octaves.reduce((sum, { height, values }) => sum + height * between(values, turn), 1);
    return offset(centre, radiusKm * Math.min(Math.max(rough, 0.5), 1.5), 2 * Math.PI * turn);
  });
  return [...ring, ring[0] as Position];
}

/** Straight between knots round a circle. */
function between(values: readonly number[], turn: number): number {
  const at = turn * values.length;
  const knot = Math.floor(at);
  const [a = 0, b = 0] = [values[knot % values.length], values[(knot + 1) % values.length]];
  return a + (at - knot) * (b - a);
}

/** Heat sources, in and beside the towns. */
export function drawSources(count: number, spread: Spread, seed: number): Points {
  const random = seededRandom(seed);
  const { draw } = towns();
  const at = Array.from({ length: count }, () => (spread === 'uniform' || random() < 0.3 ? anywhere(random) : near(draw(random), 15, random)));
  return { lng: Float64Array.from(at, ([x]) => x), lat: Float64Array.from(at, ([, y]) => y) };
}
