import type { IsoDay, MultiPolygon } from '../domain/place.ts';
import { inPeriod } from '../domain/place.ts';
import type { Zone } from '../domain/zone.ts';
import { ZONE_KINDS } from '../domain/zone.ts';
import { areaChange } from './area-change.ts';

/** Ground that is newly under zones of a kind, and that is so no longer, over all kinds: kind by kind, m² in all. */
export interface CoverChange {
  readonly gainedM2: number;
  readonly lostM2: number;
  readonly gained: readonly MultiPolygon[];
  readonly lost: readonly MultiPolygon[];
}

/**
 * Compares what zones of each kind cover on a day: a zone beside or over another of its kind gains only what that did not
 * cover. `null` when a boundary can't be compared. Takes up to some tenths of a second.
 *
 * @param asOf days of the two sides; zones that do not hold then cover nothing.
 */
export function coverChange(before: readonly Zone[], after: readonly Zone[], [dayBefore, dayAfter]: readonly [IsoDay, IsoDay]): CoverChange | null {
  let [gainedM2, lostM2] = [0, 0];
  const [gained, lost]: [MultiPolygon[], MultiPolygon[]] = [[], []];
  for (const kind of ZONE_KINDS) {
    const [was, is] = [areasOf(before, kind, dayBefore), areasOf(after, kind, dayAfter)];
    if (was.length === is.length && was.every((area, i) => area === is[i])) continue;
    const change = areaChange(was, is);
    if (!change.ok) return null;
    gainedM2 += change.value.gainedM2;
    lostM2 += change.value.lostM2;
    if (change.value.gained.length > 0) gained.push(change.value.gained);
    if (change.value.lost.length > 0) lost.push(change.value.lost);
  }
  return { gainedM2, lostM2, gained, lost };
}

function areasOf(zones: readonly Zone[], kind: Zone['kind'], day: IsoDay): readonly MultiPolygon[] {
  return zones.filter((zone) => zone.kind === kind && inPeriod(zone.inForce, day)).map(({ polygons }) => polygons);
}
