import type { MultiPolygon, Ring } from '../domain/place.ts';
import { subtract, type Overlaid } from './overlay.ts';

/** Cuts a ring out of an area. Where it reaches over the boundary it bites into it; across, it divides. */
export function cutHole(area: MultiPolygon, hole: Ring): Overlaid {
  return subtract(area, [[hole]]);
}
