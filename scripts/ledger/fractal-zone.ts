import type { Polygon, Ring } from '../../src/domain/place.ts';
import type { Random } from './chance.ts';

export interface FractalZone {
  readonly lng: number;
  readonly lat: number;
  /** Mean radius, degrees of latitude. */
  readonly radius: number;
  /** Vertices of all its rings together. */
  readonly vertices: number;
  readonly holes: number;
}

/** Harmonics of a boundary: enough for bays within bays, few enough to be quick. */
const HARMONICS = 24;
/** How fast they fade: about the roughness of a natural border. */
const FADING = 1.2;

/**
 * A star-shaped polygon with a rough boundary and round holes. Every vertex has its own, growing azimuth as seen from the
 * centre, so no ring crosses itself; the holes lie apart within the least radius. Degrees to 6 decimals.
 */
export function fractalZone({ lng, lat, radius, vertices, holes }: FractalZone, random: Random): Polygon {
  const holeVertices = holes === 0 ? 0 : Math.max(8, Math.floor(vertices / 10 / holes));
  const outer = roughRing(lng, lat, radius, Math.max(8, vertices - holes * holeVertices), 0.35, random);
  const inner = Array.from({ length: holes }, (_, hole) => {
    const azimuth = (2 * Math.PI * hole) / holes;
    const stretch = 1 / Math.cos((lat * Math.PI) / 180);
    return roughRing(lng + 0.35 * radius * stretch * Math.sin(azimuth), lat + 0.35 * radius * Math.cos(azimuth), radius * 0.12, holeVertices, 0.3, random);
  });
  return [outer, ...inner];
}

function roughRing(lng: number, lat: number, radius: number, vertices: number, roughness: number, random: Random): Ring {
  const waves = Array.from({ length: HARMONICS }, (_, k) => ({ size: (k + 1) ** -FADING, phase: 2 * Math.PI * random() }));
  const total = waves.reduce((sum, { size }) => sum + size, 0);
  const stretch = 1 / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: vertices }, (_, i): readonly [number, number] => {
    const angle = (2 * Math.PI * (i + 0.4 * random())) / vertices;
    const wave = waves.reduce((sum, { size, phase }, k) => sum + size * Math.sin((k + 2) * angle + phase), 0);
    const length = radius * (1 + roughness * (wave / total) + 0.01 * random());
    return [round6(lng + length * stretch * Math.cos(angle)), round6(lat + length * Math.sin(angle))];
  });
  const [first] = ring;
  return first === undefined ? ring : [...ring, first];
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
