import type { Facility, FacilityKind } from '../domain/facility.ts';
import { HEAT_HINT, type FacilityField } from './columns/facility-columns.ts';
import { fold } from './columns/fold.ts';
import { parseGroup, withoutCountWord } from './columns/group-rows.ts';
import { isBound } from './columns/bounds.ts';
import { toStandard, unitOf } from './columns/units.ts';
import { parseQuantity } from './numbers.ts';
import { problem } from './problem.ts';
import { blame, cellOf, disagreement, entriesOf, entryOf, note, numberOf, type Entry, type Row } from './row.ts';

/** Larger than any boiler built (about 3,100 t/h): a slip of the unit, such as kg/h. */
const LARGEST_TPH = 4000;
/** More units than any row stands for: a code in the wrong column, which would also be split into as many records. */
const MOST_UNITS = 10_000;

/** How many units, and the size of each. Both may stand in the cell of the capacity: "2台35蒸吨". */
export function facilitySizeOf(row: Row<FacilityField>, kind: FacilityKind | null): Pick<Facility, 'count' | 'capacityTph' | 'unitMW'> {
  return { count: countOf(row), ...capacityOf(row, kind) };
}

const sizeIn = (cell: string): string => parseGroup(cell)?.size ?? cell;

function countOf(row: Row<FacilityField>): number {
  const stated = statedCountOf(row);
  let [count, because] = [stated, entryOf(row, 'count')];
  for (const entry of entriesOf(row, 'capacityTph')) {
    const group = parseGroup(entry.value);
    if (group === null) continue;
    if (count !== null && because !== null && group.count !== count) {
      blame(row, entry, disagreement(entry, because));
      return count;
    }
    const { unit } = entry.column;
    const size = parseQuantity(group.size, 'steam')?.unit === null ? `${group.size} ${unit?.name ?? ''}` : group.size;
    note(row, entry.column.header, problem('group-row-read', { ...cellOf(entry), count: group.count, size }));
    [count, because] = [group.count, entry];
  }
  return count ?? 1;
}

function statedCountOf(row: Row<FacilityField>): number | null {
  const entry = entryOf(row, 'count');
  const count = numberOf(row, 'count', { unreadable: 'number-unreadable', negative: 'number-negative', partOf: withoutCountWord });
  if (entry === null || count === null || (Number.isInteger(count) && count >= 1 && count <= MOST_UNITS)) return count;
  return blame(row, entry, problem('count-invalid', cellOf(entry)));
}

/** A generating unit's MW are electric; everything else's are heat, and 0.7 MW of heat is 1 t/h. */
function capacityOf(row: Row<FacilityField>, kind: FacilityKind | null): Pick<Facility, 'capacityTph' | 'unitMW'> {
  const bounded = entriesOf(row, 'capacityTph').find(({ value }) => isBound(value));
  if (bounded !== undefined) {
    note(row, bounded.column.header, problem('capacity-bounded', cellOf(bounded)));
    return { capacityTph: null, unitMW: numberOf(row, 'unitMW') };
  }
  const tph = numberOf(row, 'capacityTph', { unreadable: 'capacity-unreadable', negative: 'capacity-negative', partOf: sizeIn });
  const unitMW = numberOf(row, 'unitMW');
  const entry = entryOf(row, 'capacityTph');
  if (tph === null || entry === null) return { capacityTph: null, unitMW };

  const electricMW = kind === 'powerUnit' || kind === 'smallChpUnit' ? electricOf(entry) : null;
  if (electricMW !== null) return { capacityTph: null, unitMW: unitMW ?? electricMW };

  const cell = cellOf(entry);
  if (tph === 0) {
    note(row, cell.column, problem('capacity-zero', cell));
    return { capacityTph: null, unitMW };
  }
  if (tph > LARGEST_TPH) note(row, cell.column, problem('capacity-unlikely', cell));
  return { capacityTph: tph, unitMW };
}

/** A capacity read as electric MW; `null` when its unit is one of steam, or its header speaks of heat. */
function electricOf({ column, value }: Entry): number | null {
  const read = parseQuantity(sizeIn(value), 'power');
  if (read === null || HEAT_HINT.test(column.header)) return null;
  const unit = read.unit ?? unitOf('power', fold(column.unit?.name ?? ''));
  return unit === null ? null : toStandard(read.value, unit);
}
