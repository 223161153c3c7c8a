import type { MultiPolygon } from '../../domain/place.ts';
import { mercator } from '../mercator.ts';

/** Units of a path in the unit square of the projection: a canvas counts in single precision, so paths stay near its origin. */
export const PATH_SCALE = 2 ** 20;

/** Where paths have their origin: anywhere near the data. */
export type Origin = readonly [x: number, y: number];

const known = new WeakMap<MultiPolygon, { readonly origin: Origin; readonly path: Path2D }>();

/** The outline of an area, made once: a frame only moves and scales it. */
export function areaPath(area: MultiPolygon, origin: Origin): Path2D {
  const made = known.get(area);
  if (made !== undefined && made.origin[0] === origin[0] && made.origin[1] === origin[1]) return made.path;
  const path = new Path2D();
  for (const polygon of area) {
    for (const ring of polygon) {
      for (const [i, [lng, lat]] of ring.entries()) {
        const [x, y] = mercator(lng, lat);
        const [px, py] = [(x - origin[0]) * PATH_SCALE, (y - origin[1]) * PATH_SCALE];
        if (i === 0) path.moveTo(px, py);
        else path.lineTo(px, py);
      }
      path.closePath();
    }
  }
  known.set(area, { origin, path });
  return path;
}
