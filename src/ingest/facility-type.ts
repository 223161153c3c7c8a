import type { Facility, FacilityKind, Fuel } from '../domain/facility.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import { fuelInKind, fuelsIn, saysFixedBedIntermittent, saysOutdated } from './columns/compound-words.ts';
import { facilityKind, flag, fuel } from './columns/words.ts';
import { problem } from './problem.ts';
import { cellOf, entriesOf, entryOf, note, wordOf, type Entry, type Row } from './row.ts';

/** What a facility is and burns. A kind may say more than the kind (燃煤锅炉): that fills blank cells, never filled ones. */
export function facilityTypeOf(
  row: Row<FacilityField>,
  assumedKind: FacilityKind | null,
): Pick<Facility, 'kind' | 'fuel' | 'outdated' | 'fixedBedIntermittent'> {
  const kind = row.columns.has('kind') ? wordOf(row, 'kind', facilityKind) : assumedKind;
  const kindEntry = kind === null ? null : entryOf(row, 'kind');
  return {
    kind,
    fuel: fuelOf(row, kindEntry),
    outdated: flagOf(row, 'outdated', kindEntry, saysOutdated),
    fixedBedIntermittent: flagOf(row, 'fixedBedIntermittent', kindEntry, saysFixedBedIntermittent),
  };
}

/** The kind alone, in silence: what is to be said of it is said by `facilityTypeOf`. */
export function kindIn(row: Row<FacilityField>, assumedKind: FacilityKind | null): FacilityKind | null {
  if (!row.columns.has('kind')) return assumedKind;
  const kinds = new Set(entriesOf(row, 'kind').map(({ value }) => facilityKind(value)));
  const [kind = null] = kinds;
  return kinds.size === 1 ? kind : null;
}

function flagOf(row: Row<FacilityField>, field: FacilityField, kind: Entry | null, says: (kindCell: string) => boolean): boolean | null {
  if (entryOf(row, field) !== null) return wordOf(row, field, flag);
  return kind !== null && says(kind.value) ? true : null;
}

function fuelOf(row: Row<FacilityField>, kind: Entry | null): Fuel | null {
  const entry = entryOf(row, 'fuel');
  if (entry === null) return kind === null ? null : fuelOfKind(row, kind);
  const fuels = fuel(entry.value) === null ? fuelsIn(entry.value) : [];
  if (fuels.every((one) => one.fuel === fuels[0]?.fuel)) return wordOf(row, 'fuel', (cell) => fuel(cell) ?? fuelsIn(cell)[0]?.fuel ?? null);
  return note(row, entry.column.header, problem('fuel-mixed', { ...cellOf(entry), fuels: fuels.map(({ word }) => word).join(', ') }));
}

function fuelOfKind(row: Row<FacilityField>, kind: Entry): Fuel | null {
  const named = fuelInKind(kind.value);
  if (named === null) return null;
  note(row, kind.column.header, problem('fuel-from-kind', { ...cellOf(kind), fuel: named.word }));
  return named.fuel;
}
