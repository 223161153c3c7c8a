import { amend, redo, settle, undo, type History } from '../history.ts';
import { NO_FILTERS } from '../filters.ts';
import { receiveCity } from '../commands/receive-city.ts';
import { recordStep } from '../record-step.ts';
import type { City } from '../city.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Command, Session } from '../session.ts';
import { SAMPLE, type Holding, type Imports, type Made } from './imports.ts';
import { madeOf } from './make-holding.ts';

/** Takes the last import back, whatever was drawn since: the data before it is on the page again. */
export const undoImport: Command = (session) => showHolding(session, undo(session.imports.holdings));

export const redoImport: Command = (session) => showHolding(session, redo(session.imports.holdings));

/** Back to the embedded sample, as a step that can be undone. */
export const backToSample: Command = (session) => {
  const { holdings, sample } = session.imports;
  return isPlainSample(holdings.present) ? session : onShow(recordStep(session, { holding: plainSample(sample) }));
};

export function isPlainSample({ base, gone, loaded }: Holding): boolean {
  return base.kind === 'sample' && gone.length === 0 && loaded.length === 0;
}

function plainSample(sample: City | null): Holding {
  return { ...SAMPLE, made: sample === null ? null : madeOf(sample, [], []) };
}

/** Keeps the embedded city to go back to. */
export function noteSample(sample: City): Command {
  return (session) => {
    const { holdings } = session.imports;
    const known = (holding: Holding): Holding => (isPlainSample(holding) && holding.made === null ? plainSample(sample) : holding);
    const imports: Imports = {
      ...session.imports,
      sample,
      holdings: { ...holdings, past: holdings.past.map(known), present: known(holdings.present), future: holdings.future.map(known) },
    };
    return { ...session, imports };
  };
}

/** Shows what a holding has been made of again; what can't be made again any more gives way to the sample, and is named. */
export function showRemade(holding: Holding, made: Made | null): Command {
  return (session) => {
    const { imports } = session;
    const { sample, holdings } = imports;
    const isStill = holdings.present === holding;
    const present = made === null ? plainSample(sample) : { ...holding, made };
    const lost = made === null ? filesOf(holding) : imports.lost;
    const next: Imports = { ...imports, taking: null, lost, holdings: isStill ? amend(holdings, present) : holdings };
    const shown = { ...session, imports: next };
    return isStill && present.made !== null ? showCity(present.made.city)(shown) : shown;
  };
}

export function filesOf({ base, loaded }: Holding): readonly string[] {
  return [...new Set([...(base.kind === 'project' ? [base.name] : []), ...loaded.map(({ name }) => name)])];
}

/** Puts another state of the data on show; one that must first be read again is left to the driver. */
export function showHolding(session: Session, holdings: History<Holding>): Session {
  if (holdings === session.imports.holdings || isTakingOver(session.imports)) return session;
  // No movement of the work goes on across a change of the data.
  const drafts: Drafts = { ...session.drafts, history: settle(session.drafts.history) };
  return onShow({ ...session, drafts, imports: { ...session.imports, holdings } });
}

/** Files are on their way into what is on show: they would be lost if that changed under them. Reading a state again is no such thing. */
export function isTakingOver({ taking, holdings }: Imports): boolean {
  return taking !== null && holdings.present.made !== null;
}

function onShow(session: Session): Session {
  const { made } = session.imports.holdings.present;
  const shown: Session = { ...session, imports: { ...session.imports, difference: { kind: 'none' } } };
  return made === null ? shown : showCity(made.city)(shown);
}

/** Puts other facts on the page; what was chosen among the old ones is let go, filters too: nothing of the new may be hidden. */
export function showCity(city: City): Command {
  return (session) => ({
    ...receiveCity(city)(session),
    live: null,
    baseline: null,
    view: { ...session.view, selection: null, place: null, camera: null, filters: NO_FILTERS },
  });
}
