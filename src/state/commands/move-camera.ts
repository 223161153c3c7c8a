import type { Camera } from '../layers.ts';
import type { Command } from '../session.ts';

/** Remembers where the map looks. */
export function moveCamera(camera: Camera): Command {
  return (session) => ({ ...session, view: { ...session.view, camera } });
}
