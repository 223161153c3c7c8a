import type { View } from '../session.ts';

/** A look at the page without any of the rooms that lie over it; only one is open at a time. */
export function roomsClosed(view: View): View {
  return { ...view, law: null, importing: false, compare: { ...view.compare, isOpen: false }, picking: false };
}
