import type { Command, View } from '../session.ts';

/** Language, theme and the part that a narrow screen shows. */
export function changeView(change: Partial<Pick<View, 'lang' | 'theme' | 'panel'>>): Command {
  return (session) => ({ ...session, view: { ...session.view, ...change } });
}
