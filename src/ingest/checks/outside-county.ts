import defaults from '../../../data/location-accuracy.json' with { type: 'json' };
import type { Division } from '../../domain/division.ts';
import type { Facility } from '../../domain/facility.ts';
import { pointsInAreas } from '../../geometry/contains.ts';
import type { Lists } from '../../geometry/lists.ts';
import { polygonTable } from '../../geometry/rings.ts';
import { openBorderWatch } from '../border-watch.ts';
import { problem } from '../problem.ts';
import { cellOf, type Entry } from '../row.ts';
import { STRETCH, type Steps } from '../steps.ts';
import type { NoteIssue } from './duplicates.ts';

/** The division that a row names, and the cell that names it. */
export interface NamedPlace {
  readonly code: string;
  readonly entry: Entry;
}

/** Positions that surely lie in another division than their row names. Many points at once: nearly all lie where they should. */
export function* noteOutsideCounty(
  facilities: readonly Facility[],
  named: readonly (NamedPlace | null)[],
  divisions: readonly Division[],
  note: NoteIssue,
): Steps<void> {
  const outlined = divisions.filter(({ polygons }) => polygons.length > 0);
  if (outlined.length === 0) return;
  const numberOf = new Map(outlined.map(({ code }, n) => [code, n]));
  const table = polygonTable(outlined.map(({ polygons }) => polygons));
  const watch = openBorderWatch(divisions);
  for (let from = 0; from < facilities.length; from += STRETCH) {
    if (from > 0) yield from / facilities.length;
    const some = facilities.slice(from, from + STRETCH);
    const lists = pointsInAreas(Float64Array.from(some, ({ lngLat }) => lngLat?.[0] ?? NaN), Float64Array.from(some, ({ lngLat }) => lngLat?.[1] ?? NaN), table);
    for (const [k, facility] of some.entries()) {
      const place = named[from + k] ?? null;
      if (place === null || facility.lngLat === null || isIn(lists, k, numberOf.get(place.code))) continue;
      const found = watch(place.code, facility.lngLat, facility.locationAccuracyM ?? defaults.facilityDefaultM);
      if (found === null) continue;
      const column = place.entry.column.header;
      note(from + k, { ...problem('position-outside-county', { ...cellOf(place.entry), found: found.name }), column });
    }
  }
}

function isIn({ offsets, items }: Lists, point: number, area: number | undefined): boolean {
  for (let at = offsets[point] ?? 0; at < (offsets[point + 1] ?? 0); at += 1) if (items[at] === area) return true;
  return false;
}
