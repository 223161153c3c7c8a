import { showWork } from './drafts/draft-commands.ts';
import { lastStep, nextStep, redo, undo } from './history.ts';
import { isTakingOver, showHolding } from './imports/holdings.ts';
import type { Command, Session } from './session.ts';

/**
 * Takes the latest step back, whether of the work or of the data; one that was both (a project file was opened) in both.
 * Steps that one history has let go of (`MOST_STEPS`, and fewer after a reload) are passed over.
 */
export const undoStep: Command = (session) => {
  const [work, data] = [lastStep(session.drafts.history), lastStep(session.imports.holdings)];
  return move(session, undo, work >= data, data >= work);
};

/** Takes the next undone step again. */
export const redoStep: Command = (session) => {
  const [work, data] = [nextStep(session.drafts.history), nextStep(session.imports.holdings)];
  return move(session, redo, work <= data, data <= work);
};

function move(session: Session, go: typeof undo, isWork: boolean, isData: boolean): Session {
  if (isData && isTakingOver(session.imports)) return session;
  const worked = isWork ? showWork(session, go(session.drafts.history)) : session;
  return isData ? showHolding(worked, go(session.imports.holdings)) : worked;
}

export function canUndo({ drafts, imports }: Session): boolean {
  return drafts.history.past.length + imports.holdings.past.length > 0;
}

export function canRedo({ drafts, imports }: Session): boolean {
  return drafts.history.future.length + imports.holdings.future.length > 0;
}
