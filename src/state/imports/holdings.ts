import { redo, undo, record, type History } from '../history.ts';
import { receiveCity } from '../commands/receive-city.ts';
import type { Command, Session } from '../session.ts';
import { SAMPLE, type Holding } from './imports.ts';

/** Takes the last import back: the data before it is on the page again. */
export const undoImport: Command = (session) => stepTo(session, undo(session.imports.holdings));

export const redoImport: Command = (session) => stepTo(session, redo(session.imports.holdings));

/** Back to the embedded sample, as a step that can be undone. */
export const backToSample: Command = (session) => {
  const { holdings } = session.imports;
  // The first of all states is the embedded city; older ones may have been let go, then it is read again.
  const sample = holdings.past.find(isPlainSample) ?? SAMPLE;
  return isPlainSample(holdings.present) ? session : stepTo(session, record(holdings, sample));
};

export function isPlainSample({ base, loaded }: Holding): boolean {
  return base.kind === 'sample' && loaded.length === 0;
}

/** Puts another state of the data on show; one that must first be read again is left to the driver. */
export function stepTo(session: Session, holdings: History<Holding>): Session {
  if (holdings === session.imports.holdings) return session;
  const stepped: Session = { ...session, imports: { ...session.imports, holdings, difference: { kind: 'none' } } };
  const { made } = holdings.present;
  return made === null ? stepped : showMade(made)(stepped);
}

function showMade(city: NonNullable<Holding['made']>): Command {
  return (session) => ({ ...receiveCity(city)(session), live: null, baseline: null, view: { ...session.view, selection: null, place: null, camera: null } });
}
