import defaults from '../../../data/location-accuracy.json' with { type: 'json' };
import { lies, type Division } from '../../domain/division.ts';
import type { Facility } from '../../domain/facility.ts';
import { boundariesNear } from '../../geometry/boundaries-near.ts';
import { pointsInAreas } from '../../geometry/contains.ts';
import type { Lists } from '../../geometry/lists.ts';
import { pointIndex } from '../../geometry/point-index.ts';
import { polygonTable } from '../../geometry/rings.ts';
import { problem } from '../problem.ts';
import { cellOf, type Entry } from '../row.ts';
import { STRETCH, type Steps } from '../../base/steps.ts';
import type { NoteIssue } from './duplicates.ts';

/** The division that a row names, and the cell that names it. */
export interface NamedPlace {
  readonly code: string;
  readonly entry: Entry;
}

/**
 * Positions that surely lie in another division than their row names: deeper in it than its outline and the position can be
 * wrong together. Many points at once: nearly all lie where they should.
 */
export function* noteOutsideCounty(
  facilities: readonly Facility[],
  named: readonly (NamedPlace | null)[],
  divisions: readonly Division[],
  note: NoteIssue,
): Steps<void> {
  // A county says more than the city around it.
  const outlined = divisions.filter(({ polygons }) => polygons.length > 0).sort((a, b) => Number(b.level === 'county') - Number(a.level === 'county'));
  if (outlined.length === 0) return;
  const table = polygonTable(outlined.map(({ polygons }) => polygons));
  const outlineM = Float64Array.from(outlined, ({ accuracyM }) => accuracyM);
  const others = otherDivisions(outlined);
  for (let from = 0; from < facilities.length; from += STRETCH) {
    if (from > 0) yield from / facilities.length;
    const some = facilities.slice(from, from + STRETCH);
    const around = listsOf(pointsInAreas(...degreesOf(some), table));
    const suspects = some.flatMap((facility, k): Suspect[] => {
      const place = named[from + k] ?? null;
      if (place === null || facility.lngLat === null) return [];
      const { own, isOther } = others(place.code);
      const holders = around(k);
      const elsewhere = holders.includes(own) ? [] : holders.filter((area) => isOther[area]);
      return elsewhere.length === 0 ? [] : [{ index: from + k, facility, place, elsewhere }];
    });
    const near = nearOf(suspects, (points) => {
      const accuracyM = Float64Array.from(points, ({ locationAccuracyM }) => locationAccuracyM ?? defaults.facilityDefaultM);
      return boundariesNear(pointIndex(...degreesOf(points)), accuracyM, table, outlineM);
    });
    for (const [k, { index, place, elsewhere }] of suspects.entries()) {
      const found = outlined[elsewhere.find((area) => !near(k).includes(area)) ?? -1];
      if (found === undefined) continue;
      const column = place.entry.column.header;
      note(index, { ...problem('position-outside-county', { ...cellOf(place.entry), found: found.name }), column });
    }
  }
}

/** A row whose position lies in divisions that have nothing to do with the one that it names. */
interface Suspect {
  readonly index: number;
  readonly facility: Facility;
  readonly place: NamedPlace;
  readonly elsewhere: readonly number[];
}

function nearOf(suspects: readonly Suspect[], look: (points: readonly Facility[]) => Lists): (k: number) => readonly number[] {
  return suspects.length === 0 ? () => [] : listsOf(look(suspects.map(({ facility }) => facility)));
}

/** For a division that rows name: which outline is its own (-1 for none), and which are neither in it nor around it. */
function otherDivisions(outlined: readonly Division[]): (code: string) => { readonly own: number; readonly isOther: readonly boolean[] } {
  const known = new Map<string, { readonly own: number; readonly isOther: readonly boolean[] }>();
  return (code) => {
    let one = known.get(code);
    if (one === undefined) {
      const isOther = outlined.map((other) => !lies(other.code, code) && !lies(code, other.code));
      known.set(code, (one = { own: outlined.findLastIndex((other) => other.code === code), isOther }));
    }
    return one;
  };
}

function degreesOf(facilities: readonly Facility[]): [lng: Float64Array, lat: Float64Array] {
  const [lng, lat] = [new Float64Array(facilities.length), new Float64Array(facilities.length)];
  for (let k = 0; k < facilities.length; k += 1) [lng[k], lat[k]] = facilities[k]?.lngLat ?? [NaN, NaN];
  return [lng, lat];
}

function listsOf({ offsets, items }: Lists): (k: number) => readonly number[] {
  return (k) => [...items.subarray(offsets[k], offsets[k + 1])];
}
