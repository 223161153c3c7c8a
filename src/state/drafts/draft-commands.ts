import { flawsOf } from '../../draft/flaws.ts';
import type { MultiPolygon } from '../../domain/place.ts';
import type { VertexPlace } from '../../draft/vertices.ts';
import type { History } from '../history.ts';
import { amend, record, redo, settle, undo } from '../history.ts';
import type { Command, Session } from '../session.ts';
import type { Workbook } from '../../domain/scenario.ts';
import type { Pencil, Saving } from './drafts.ts';
import { IDLE, openScenarioOf } from './drafts.ts';
import { changeDraft, openScenario, type WorkbookEdit } from './edit-workbook.ts';

/** A step of work that can be undone; changes of one `group` are one step. */
export function work(edit: WorkbookEdit, group: string | null = null): Command {
  return ({ drafts, ...session }) => ({
    ...session,
    drafts: { ...drafts, history: record(drafts.history, edit(drafts.history.present), group) },
  });
}

/** Opens a scenario, or with `null` today's law; no step of work, so "undo" never means "look elsewhere". */
export function showScenario(id: string | null): Command {
  return (session) => {
    const { drafts } = session;
    const history = amend(drafts.history, openScenario(id)(drafts.history.present));
    return history === drafts.history ? session : { ...session, drafts: { ...drafts, history, pencil: IDLE } };
  };
}

/** A movement is over: the next one is a step of its own. */
export const settleWork: Command = (session) => withHistory(session, settle(session.drafts.history));

export const undoWork: Command = (session) => stepTo(session, undo(session.drafts.history));

export const redoWork: Command = (session) => stepTo(session, redo(session.drafts.history));

export function takePencil(pencil: Pencil): Command {
  return (session) => ({ ...session, drafts: { ...session.drafts, pencil } });
}

export function noteSaving(saving: Saving): Command {
  return (session) => ({ ...session, drafts: { ...session.drafts, saving } });
}

/**
 * The outline in hand has changed. It enters the work as soon as it is sound; with crossing edges it stays in hand, the
 * work keeps its last sound outline, and nothing is lost either way.
 */
export function shapeDraft(area: MultiPolygon, vertex: VertexPlace | null, group: string | null): Command {
  return (session) => {
    const { pencil } = session.drafts;
    const scenario = openScenarioOf(session.drafts);
    if (pencil.kind !== 'edit' || scenario === null || scenario.frozen) return session;
    const taken = takePencil({ ...pencil, area, vertex })(session);
    return flawsOf(area).length > 0 ? taken : work(changeDraft(scenario.id, pencil.draft, { polygons: area }), group)(taken);
  };
}

/** The outline in hand follows what undo and redo bring back; a sketch stays. */
function stepTo(session: Session, history: History<Workbook>): Session {
  const stepped = withHistory(session, history);
  const { pencil } = stepped.drafts;
  if (stepped === session || pencil.kind !== 'edit') return stepped;
  const draft = openScenarioOf(stepped.drafts)?.zones.find(({ id }) => id === pencil.draft);
  return takePencil(draft === undefined ? IDLE : { ...pencil, area: draft.polygons, vertex: null })(stepped);
}

function withHistory(session: Session, history: History<Workbook>): Session {
  return history === session.drafts.history ? session : { ...session, drafts: { ...session.drafts, history } };
}
