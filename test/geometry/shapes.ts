import type { Position } from '../../src/geometry/rings.ts';

/** A ring that sees its centre from every vertex: simple by construction, of `vertices` corners, radius in degrees. */
export function starRing(random: () => number, centre: Position, radiusDeg: number, vertices: number): Position[] {
  const corners = Array.from({ length: vertices }, (_, k): Position => {
    const angle = (2 * Math.PI * (k + 0.9 * random())) / vertices;
    const radius = radiusDeg * (0.3 + 0.7 * random());
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
  return closed(corners);
}

export function closed(corners: readonly Position[]): Position[] {
  return corners.length === 0 ? [] : [...corners, corners[0] as Position];
}

export function box(west: number, south: number, east: number, north: number): Position[] {
  return closed([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}

/** The next double above or below. */
export function ulpBeside(x: number, direction: 1 | -1): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(x < 0 ? -direction : direction));
  return view.getFloat64(0);
}
