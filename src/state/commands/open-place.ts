import type { MapPlace } from '../map-place.ts';
import type { Command } from '../session.ts';

/** Opens what the map shows at a place, in the stead of a facility; `null` closes it. */
export function openPlace(place: MapPlace | null): Command {
  return (session) => ({ ...session, view: { ...session.view, place, selection: place === null ? session.view.selection : null } });
}
