import type { FacilityField } from './columns/facility-columns.ts';
import { problem } from './problem.ts';
import { originalIn, type Row } from './row.ts';
import type { Sheet } from './sheet.ts';
import type { TableRecord } from './table.ts';

/** What a firm's boilers may share in one merged cell. Not their sizes and counts: those may be meant for all of them together. */
const SHARED: ReadonlySet<string> = new Set([
  'enterprise', 'creditCode', 'county', 'divisionCode', 'park', 'lon', 'lat', 'lngLat', 'lonDeg', 'lonMin', 'lonSec', 'latDeg', 'latMin', 'latSec', 'locationAccuracyM',
]);
const SIZES: ReadonlySet<string> = new Set(['capacityTph', 'unitMW', 'count']);
/** Enough of the file to see how it is kept. */
const LOOKED_AT = 5000;

/**
 * Fills in what a firm's first row says for its others too. Merged cells of a workbook come filled in and marked: that is
 * said on the row, the running number counts for the first row only, and a size that stands over several rows is unknown, since it
 * may be their sum. In plain text the other rows are blank from the first column on; they are filled only in a file whose
 * firm column is never filled twice in a row with the same firm, as it would be if every row had its own.
 * `null` when there is nothing to carry.
 */
export function openCarrying({ table, columns }: Sheet<FacilityField>): ((row: Row<FacilityField>) => void) | null {
  const fieldAt = new Map([...columns.keys()].flatMap((field) => (columns.get(field as FacilityField) ?? []).map(({ index }) => [index, field] as const)));
  const [enterprise, other] = columns.get('enterprise') ?? [];
  const width = enterprise !== undefined && other === undefined && !table.isGeoJson ? groupWidth(table.records, enterprise.index) : 0;
  const carried = [...fieldAt].flatMap(([index, field]) => (index < width && SHARED.has(field) ? [index] : []));
  let above: Row<FacilityField>['cells'] | null = null;
  let aboveNumber = 0;

  return (row) => {
    if (row.merged.length > 0) sayMerged(row, row.merged, fieldAt, table.header);
    if (carried.length === 0) return;
    const isBlank = row.cells.slice(0, width).every((cell) => cell.trim() === '');
    if (!isBlank) {
      above = row.cells;
      aboveNumber = row.number;
    } else if (above !== null) {
      row.own ??= originalIn(row);
      const from = above;
      row.cells = row.cells.map((cell, index) => (carried.includes(index) ? (from[index] ?? '') : cell));
      const names = carried.filter((index) => (from[index] ?? '') !== '').map((index) => table.header[index] ?? '');
      if (names.length > 0) row.issues.push(problem('cells-carried-down', { columns: names.join(', '), row: aboveNumber }));
    }
  };
}

/** Columns from the first one to the firm's, where rows are blank in all of them together; 0 when the file is not kept in groups. */
function groupWidth(records: Iterable<TableRecord>, enterprise: number): number {
  let [looked, runs] = [0, 0];
  let before: string | null = null;
  let wasBlank = false;
  for (const { cells, problem: fault } of records) {
    if ((looked += 1) > LOOKED_AT) break;
    if (fault !== undefined || cells.every((cell) => cell.trim() === '')) continue;
    const firm = (cells[enterprise] ?? '').trim();
    const isBlank = cells.slice(0, enterprise + 1).every((cell) => cell.trim() === '');
    if (before === null && firm === '') return 0;
    // A firm that is missing in a row with a number of its own is missing, and one repeated row by row needs no carrying.
    if ((firm === '' && !isBlank) || (firm !== '' && firm === before && !wasBlank)) return 0;
    if (isBlank && !wasBlank) runs += 1;
    if (firm !== '') before = firm;
    wasBlank = isBlank;
  }
  return runs > 0 ? enterprise + 1 : 0;
}

function sayMerged(row: Row<FacilityField>, merged: readonly number[], fieldAt: ReadonlyMap<number, string>, header: readonly string[]): void {
  row.own ??= originalIn(row);
  const blank = merged.filter((index) => fieldAt.get(index) === 'id' || SIZES.has(fieldAt.get(index) ?? ''));
  const sizes = merged.filter((index) => SIZES.has(fieldAt.get(index) ?? ''));
  if (blank.length > 0) row.cells = row.cells.map((cell, index) => (blank.includes(index) ? '' : cell));
  const names = (indices: readonly number[]): string => indices.map((index) => header[index] ?? '').join(', ');
  const shared = merged.filter((index) => !blank.includes(index) && (row.cells[index] ?? '') !== '');
  if (shared.length > 0) row.issues.push(problem('cells-merged', { columns: names(shared) }));
  if (sizes.length > 0) row.issues.push(problem('size-merged', { columns: names(sizes) }));
}
