import { union } from 'polyclip-ts';
import { geodesicAreaM2 } from './area.ts';
import { preventsUse, ringProblems } from './ring-problems.ts';
import type { AreaRings, PolygonRings, Position } from './rings.ts';

/** A sound area in place of one whose boundary crosses itself. It is a proposal: whoever drew the boundary decides. */
export interface AreaRepair {
  readonly polygons: AreaRings;
  /** Of the rings as they stand; parts that turn against each other cancel out there, as they do in other programs. */
  readonly areaBeforeM2: number;
  readonly areaAfterM2: number;
}

/** The clipping takes about 0.4 ms a position. */
const MAX_POSITIONS = 5000;

const CURABLE: ReadonlySet<string> = new Set(['ring-crosses-itself', 'ring-touches-itself', 'rings-cross']);

/**
 * Cuts the rings where they cross and keeps all that the boundary encloses. `null` where that would not help: another
 * fault prevents use, there are too many positions, or the cut rings, whose crossings are rounded, are not sound either.
 */
export function repairArea(polygons: AreaRings): AreaRepair | null {
  const faults = polygons.flatMap(ringProblems).filter(preventsUse);
  if (faults.length === 0 || !faults.every(({ code }) => CURABLE.has(code))) return null;
  if (polygons.flat(2).length > MAX_POSITIONS) return null;
  const repaired = joined(polygons);
  if (repaired === null || repaired.length === 0 || repaired.some((polygon) => ringProblems(polygon).some(preventsUse))) return null;
  return { polygons: repaired, areaBeforeM2: areaOf(polygons), areaAfterM2: areaOf(repaired) };
}

function joined(polygons: AreaRings): AreaRings | null {
  const open = polygons.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): [number, number] => [lng, lat])));
  try {
    const [first = [], ...others] = open;
    return union(first, ...others).map((polygon): PolygonRings => polygon.map((ring): readonly Position[] => ring));
  } catch {
    // The library gives up on some degenerate rings by throwing; then there is no proposal.
    return null;
  }
}

function areaOf(polygons: AreaRings): number {
  return polygons.reduce((sum, polygon) => sum + geodesicAreaM2(polygon), 0);
}
