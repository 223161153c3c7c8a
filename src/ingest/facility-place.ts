import defaults from '../../data/location-accuracy.json' with { type: 'json' };
import { lies } from '../domain/division.ts';
import type { Facility } from '../domain/facility.ts';
import type { LngLat } from '../domain/place.ts';
import type { BorderWatch } from './border-watch.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import type { DivisionFinder } from './match-division.ts';
import { problem } from './problem.ts';
import { cellOf, divisionCodeOf, entryOf, note, numberOf, positionOf, type Entry, type Row } from './row.ts';

/** Bounding box of China's territory in whole degrees. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 } as const;

/** What is known of the divisions that are loaded. */
export interface Surroundings {
  readonly findDivision: DivisionFinder;
  readonly watchBorder: BorderWatch;
}

/** Where a facility is, by its county and by its position; where the two contradict each other, that is noted. */
export function facilityPlaceOf(
  row: Row<FacilityField>,
  { findDivision, watchBorder }: Surroundings,
): Pick<Facility, 'divisionCode' | 'lngLat' | 'locationAccuracyM'> {
  const named = namedPlaceOf(row, findDivision);
  const lngLat = locationOf(row);
  const locationAccuracyM = numberOf(row, 'locationAccuracyM');
  const found = named === null || lngLat === null ? null : watchBorder(named.code, lngLat, locationAccuracyM ?? defaults.facilityDefaultM);
  if (named !== null && found !== null) {
    note(row, named.entry.column.header, problem('position-outside-county', { ...cellOf(named.entry), found: found.name }));
  }
  return { divisionCode: named?.code ?? null, lngLat, locationAccuracyM };
}

interface NamedPlace {
  readonly code: string;
  readonly entry: Entry;
}

/** The code of the ledger, else the code of the county that it names. */
function namedPlaceOf(row: Row<FacilityField>, findDivision: DivisionFinder): NamedPlace | null {
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

function locationOf(row: Row<FacilityField>): LngLat | null {
  const lngLat = positionOf(row);
  if (lngLat === null) {
    row.issues.push(problem('no-location', {}));
    return null;
  }
  const [lng, lat] = lngLat;
  if (lng === 0 && lat === 0) {
    row.issues.push(problem('coordinate-zero', {}));
    return null;
  }
  const isInChina = lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north;
  if (!isInChina) row.issues.push(problem('coordinate-outside-china', {}));
  return lngLat;
}
