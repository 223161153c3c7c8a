import { type Steps, STRETCH } from '../base/steps.ts';
import type { MarkIndex } from './mark-index.ts';
import { mercatorPerPx } from './mercator.ts';

/** A map of fewer marks draws each of them. */
export const MOST_UNTHINNED = 20_000;

/** From this zoom on nothing is thinned away but what lies at one spot: a cell is half a metre and less. */
const FINEST_LEVEL = 18;

/** The level whose marks are drawn at a zoom. */
export function thinningLevel(zoom: number): number {
  return Math.min(FINEST_LEVEL, Math.max(0, Math.floor(zoom)));
}

/**
 * Places in the drawing, ascending, of the marks that are drawn at a level: of those within a few px of one another only
 * the topmost, which hides the others anyway. Cells halve from level to level, so what is drawn stays when one comes nearer.
 *
 * @param cellPx side of a cell on the screen at the zoom of the level; twice that just before the next.
 */
export function* thinSteps({ x, y }: MarkIndex, level: number, cellPx: number): Steps<Uint32Array> {
  const count = x.length;
  const perUnit = 1 / (cellPx * mercatorPerPx(level));
  const taken = newCellSet(count);
  const kept = new Uint32Array(count);
  let from = count;
  for (let at = count - 1; at >= 0; at--) {
    if (taken(Math.floor((x[at] as number) * perUnit), Math.floor((y[at] as number) * perUnit))) kept[--from] = at;
    if (at % STRETCH === 0) yield 1 - at / count;
  }
  return kept.slice(from);
}

/** A set of cells; asked about one, it says whether that is new and takes it in. Holds up to so many. */
function newCellSet(most: number): (column: number, row: number) => boolean {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  const [columns, rows] = [new Int32Array(mask + 1).fill(-1), new Int32Array(mask + 1)];
  return (column, row) => {
    let slot = (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77)) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; columns[slot] !== -1; slot = (slot + 1) & mask) if (columns[slot] === column && rows[slot] === row) return false;
    [columns[slot], rows[slot]] = [column, row];
    return true;
  };
}
