import type { HeatSource } from '../domain/heat-source.ts';
import type { MultiPolygon } from '../domain/place.ts';

/** The shape of a source as an area to measure to; a line becomes a ring there and back, which has a border and no inside. */
export function shapeOf({ shape }: HeatSource): MultiPolygon {
  if (shape === null) return [];
  return shape.kind === 'area' ? shape.polygons : shape.lines.map((line) => [[...line, ...line.toReversed()]]);
}
