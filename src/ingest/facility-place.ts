import { lies } from '../domain/division.ts';
import type { NamedPlace } from './checks/outside-county.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import type { DivisionFinder } from './match-division.ts';
import { problem } from './problem.ts';
import { cellOf, divisionCodeOf, entryOf, note, type Row } from './row.ts';

/** The division that a row names, by the code of the ledger, else by the county that it names. */
export function namedPlaceOf(row: Row<FacilityField>, findDivision: DivisionFinder): NamedPlace | null {
  const code = divisionCodeOf(row);
  const written = entryOf(row, 'divisionCode');
  const county = entryOf(row, 'county');
  const found = county === null ? null : findDivision(county.value);
  if (code !== null && written !== null) {
    if (county !== null && found !== null && !lies(code, found.division.code)) {
      note(row, written.column.header, problem('division-code-disagrees', { ...cellOf(written), county: county.value }));
    }
    return { code, entry: written };
  }
  if (county === null) return null;
  const { header } = county.column;
  if (found === null) return note(row, header, problem('unknown-county', cellOf(county)));
  const { division, hasMore } = found;
  if (hasMore && division.level !== 'county') note(row, header, problem('county-partly-known', { ...cellOf(county), known: division.name }));
  return { code: division.code, entry: county };
}
