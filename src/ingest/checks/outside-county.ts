import defaults from '../../../data/location-accuracy.json' with { type: 'json' };
import type { Division } from '../../domain/division.ts';
import type { Facility } from '../../domain/facility.ts';
import { pointsInAreas } from '../../geometry/contains.ts';
import { polygonTable } from '../../geometry/rings.ts';
import { openBorderWatch } from '../border-watch.ts';
import { problem } from '../problem.ts';
import { cellOf, type Entry } from '../row.ts';
import type { NoteIssue } from './duplicates.ts';

/** The division that a row names, and the cell that names it. */
export interface NamedPlace {
  readonly code: string;
  readonly entry: Entry;
}

/** Positions that surely lie in another division than their row names. All points at once: nearly all lie where they should. */
export function noteOutsideCounty(
  facilities: readonly Facility[],
  named: readonly (NamedPlace | null)[],
  divisions: readonly Division[],
  note: NoteIssue,
): void {
  const outlined = divisions.filter(({ polygons }) => polygons.length > 0);
  if (outlined.length === 0) return;
  const numberOf = new Map(outlined.map(({ code }, n) => [code, n]));
  const lng = new Float64Array(facilities.length);
  const lat = new Float64Array(facilities.length);
  for (let index = 0; index < facilities.length; index += 1) {
    lng[index] = facilities[index]?.lngLat?.[0] ?? NaN;
    lat[index] = facilities[index]?.lngLat?.[1] ?? NaN;
  }
  const { offsets, items } = pointsInAreas(lng, lat, polygonTable(outlined.map(({ polygons }) => polygons)));
  const watch = openBorderWatch(divisions);

  for (let index = 0; index < facilities.length; index += 1) {
    const place = named[index] ?? null;
    const facility = facilities[index];
    if (place === null || facility === undefined || facility.lngLat === null) continue;
    const own = numberOf.get(place.code);
    if (own !== undefined && isIn(own, index)) continue;
    const found = watch(place.code, facility.lngLat, facility.locationAccuracyM ?? defaults.facilityDefaultM);
    if (found !== null) {
      const column = place.entry.column.header;
      note(index, { ...problem('position-outside-county', { ...cellOf(place.entry), found: found.name }), column });
    }
  }

  function isIn(area: number, point: number): boolean {
    for (let at = offsets[point] ?? 0; at < (offsets[point + 1] ?? 0); at += 1) if (items[at] === area) return true;
    return false;
  }
}
