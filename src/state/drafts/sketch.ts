import { failed, ok, type Result } from '../../base/result.ts';
import type { LngLat, MultiPolygon, Ring } from '../../domain/place.ts';
import type { DraftProblem } from '../../draft/draft-problem.ts';
import { cutHole } from '../../draft/holes.ts';
import { isSound } from '../../draft/overlay.ts';
import { circle, freehand, rectangle } from '../../draft/shapes.ts';
import { splitArea } from '../../draft/split.ts';
import { LEAST_CORNERS, ringOf } from '../../draft/vertices.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import type { SketchTool } from './drafts.ts';

/** What a finished sketch makes: one area, or the two halves of a divided one. */
export type SketchOutcome = Result<readonly MultiPolygon[], DraftProblem>;

/** A hand trembles by some metres at the scale of a county. */
const TREMOR_M = 5;

/** How many points finish a tool by themselves; `null` where the hand says when. */
export function pointsWanted(tool: SketchTool): number | null {
  return tool === 'rectangle' || tool === 'circle' ? 2 : null;
}

/** Fewest points that a tool can be finished with. */
export function leastPoints(tool: SketchTool): number {
  return pointsWanted(tool) ?? (tool === 'split' ? 2 : LEAST_CORNERS);
}

/** @param area what a hole is cut out of, or a line divides. */
export function finishedSketch(tool: SketchTool, points: readonly LngLat[], area: MultiPolygon | null): SketchOutcome {
  if (points.length < leastPoints(tool)) return failed([{ code: 'shape-unsound' }]);
  if (tool === 'split') {
    const halves = splitArea(area ?? [], points);
    return halves.ok ? ok([halves.value.left, halves.value.right]) : halves;
  }
  const ring = outlineOf(tool, points);
  if (ring === null || !isSound([[ring]])) return failed([{ code: 'shape-unsound' }]);
  if (tool !== 'hole') return ok([[[ring]]]);
  const cut = cutHole(area ?? [], ring);
  return cut.ok ? ok([cut.value]) : cut;
}

/** The ring that these points would make; `null` while they make none. It may cross itself. */
export function outlineOf(tool: SketchTool, points: readonly LngLat[]): Ring | null {
  const [first, second] = points;
  if (first === undefined || second === undefined) return null;
  switch (tool) {
    case 'rectangle':
      return rectangle(first, second);
    case 'circle': {
      const round = circle(first, geodesicDistanceM(...first, ...second));
      return round.ok ? round.value : null;
    }
    case 'freehand':
      return freehand(points, TREMOR_M);
    case 'split':
      return null;
    case 'polygon':
    case 'trace':
    case 'hole':
      return points.length < LEAST_CORNERS ? null : ringOf(points);
  }
}
