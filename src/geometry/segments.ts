import { orient2d } from 'robust-predicates';
import type { Position } from './rings.ts';

/** How two closed segments of positive length meet: not at all, in one point where at least one of them ends, or otherwise. */
export type Meeting = 'apart' | 'touch' | 'cross' | 'overlap';

/** Exact: only signs of orientations and comparisons of coordinates count. */
export function segmentMeeting(a: Position, b: Position, c: Position, d: Position): Meeting {
  const cSide = side(a, b, c);
  const dSide = side(a, b, d);
  if (cSide * dSide > 0) return 'apart';
  if (cSide === 0 && dSide === 0) return collinearMeeting(a, b, c, d);
  const aSide = side(c, d, a);
  const bSide = side(c, d, b);
  if (cSide * dSide < 0 && aSide * bSide < 0) return 'cross';
  const touches =
    (cSide === 0 && isInBox(c, a, b)) || (dSide === 0 && isInBox(d, a, b)) || (aSide === 0 && isInBox(a, c, d)) || (bSide === 0 && isInBox(b, c, d));
  return touches ? 'touch' : 'apart';
}

/** +1 when the third position lies right of the line from the first to the second, -1 left, 0 on it. */
export function side(a: Position, b: Position, c: Position): number {
  return Math.sign(orient2d(a[0], a[1], b[0], b[1], c[0], c[1]));
}

/** Positions on one line are ordered by longitude, or by latitude when the line runs north. */
function collinearMeeting(a: Position, b: Position, c: Position, d: Position): Meeting {
  const axis = a[0] === b[0] ? 1 : 0;
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return from < to ? 'overlap' : from === to ? 'touch' : 'apart';
}

function isInBox(p: Position, a: Position, b: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1])
  );
}

/** Where two segments meet, to rounding: the shared end of a touch or an overlap, else the crossing of their lines. */
export function meetingPoint(a: Position, b: Position, c: Position, d: Position): Position {
  for (const p of [c, d]) if (side(a, b, p) === 0 && isInBox(p, a, b)) return p;
  for (const p of [a, b]) if (side(c, d, p) === 0 && isInBox(p, c, d)) return p;
  const toA = orient2d(c[0], c[1], d[0], d[1], a[0], a[1]);
  const toB = orient2d(c[0], c[1], d[0], d[1], b[0], b[1]);
  const t = toA / (toA - toB);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
