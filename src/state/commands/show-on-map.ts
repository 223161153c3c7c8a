import type { Command } from '../session.ts';

/** Brings the selected facility into sight on the map, on a narrow screen the map itself too. */
export const showOnMap: Command = (session) => ({
  ...session,
  view: { ...session.view, panel: 'map', law: null, importing: false, look: session.view.look + 1 },
});
