import type { Command } from '../session.ts';
import type { Site } from '../site.ts';
import { NEW_SITE } from '../site.ts';

/** Opens the siting question with a new facility and asks for its point on the map. */
export const startSiting: Command = (session) => ({
  ...session,
  view: { ...session.view, site: session.view.site ?? NEW_SITE, picking: (session.view.site?.lngLat ?? null) === null, selection: null, place: null, law: null, importing: false },
});

/** Changes what is asked about; a point that is given ends the choosing. */
export function changeSite(change: Partial<Site>): Command {
  return (session) => ({
    ...session,
    view: { ...session.view, site: { ...(session.view.site ?? NEW_SITE), ...change }, picking: session.view.picking && change.lngLat === undefined },
  });
}

export const endSiting: Command = (session) => ({ ...session, view: { ...session.view, site: null, picking: false } });

/** Whether the next press on the map chooses the point. */
export function setPicking(picking: boolean): Command {
  return (session) => (session.view.picking === picking ? session : { ...session, view: { ...session.view, picking } });
}
