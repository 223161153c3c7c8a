import { flawsOf } from '../../draft/flaws.ts';
import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import type { DraftZone, Workbook } from '../../domain/scenario.ts';
import type { VertexPlace } from '../../draft/vertices.ts';
import type { History } from '../history.ts';
import { amend, settle } from '../history.ts';
import { recordStep } from '../record-step.ts';
import type { Command, Session } from '../session.ts';
import type { Pencil, Saving, SketchTool } from './drafts.ts';
import { IDLE, openScenarioOf } from './drafts.ts';
import { addDraft, changeDraft, openScenario, type WorkbookEdit } from './edit-workbook.ts';
import { finishedSketch } from './sketch.ts';

/** A step of work that can be undone; changes of one `group` are one step. */
export function work(edit: WorkbookEdit, group: string | null = null): Command {
  return (session) => recordStep(session, { workbook: edit(session.drafts.history.present) }, group);
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

export function takePencil(pencil: Pencil): Command {
  return (session) => ({ ...session, drafts: { ...session.drafts, pencil } });
}

export function noteSaving(saving: Saving): Command {
  return (session) => ({ ...session, drafts: { ...session.drafts, saving } });
}

/** Takes up a tool; `draft` is the zone that a hole or a dividing line is for. */
export function startSketch(tool: SketchTool, draft: string | null = null): Command {
  return takePencil({ kind: 'sketch', tool, points: [], draft, problem: null });
}

/** Puts corners, several at once along a traced boundary. */
export function putPoints(points: readonly LngLat[]): Command {
  return (session) => {
    const { pencil } = session.drafts;
    return pencil.kind === 'sketch' ? takePencil({ ...pencil, points: [...pencil.points, ...points], problem: null })(session) : session;
  };
}

/** Takes the last corner back, and never more; with none left the tool is put down. */
export const takeBackPoint: Command = (session) => {
  const { pencil } = session.drafts;
  if (pencil.kind !== 'sketch') return session;
  return takePencil(pencil.points.length === 0 ? IDLE : { ...pencil, points: pencil.points.slice(0, -1), problem: null })(session);
};

/**
 * Finishes the sketch: a new zone, or the zone that it was for with a hole or in two. What can't be finished stays a sketch
 * and says why. `fresh` names what comes to be.
 */
export function finishSketch(fresh: Pick<DraftZone, 'id' | 'name'>): Command {
  return (session) => {
    const { pencil } = session.drafts;
    const scenario = openScenarioOf(session.drafts);
    if (pencil.kind !== 'sketch' || scenario === null || scenario.frozen) return session;
    const draft = scenario.zones.find(({ id }) => id === pencil.draft);
    const outcome = finishedSketch(pencil.tool, pencil.points, draft?.polygons ?? null);
    if (!outcome.ok) return takePencil({ ...pencil, problem: outcome.problems[0]?.code ?? 'shape-unsound' })(session);
    const [area = [], other] = outcome.value;
    const edit: WorkbookEdit = (workbook) => {
      if (draft === undefined) return addDraft(scenario.id, { ...NEW_DRAFT, ...fresh, polygons: area })(workbook);
      const changed = changeDraft(scenario.id, draft.id, { polygons: area })(workbook);
      // The other half is a zone of its own; it comes on top of, not in the place of, what the first half replaces.
      return other === undefined ? changed : addDraft(scenario.id, { ...draft, ...fresh, polygons: other, replaces: null })(changed);
    };
    return takePencil(IDLE)(work(edit)(session));
  };
}

const NEW_DRAFT: Omit<DraftZone, 'id' | 'name' | 'polygons'> = { kind: 'coalBan', class: null, replaces: null };

/** Takes a zone's outline in hand. */
export function editDraft(id: string): Command {
  return (session) => {
    const scenario = openScenarioOf(session.drafts);
    const draft = scenario?.zones.find((zone) => zone.id === id);
    return draft === undefined || scenario?.frozen === true ? session : takePencil({ kind: 'edit', draft: id, area: draft.polygons, vertex: null })(session);
  };
}

/** The outline as it is under the pointer: nothing of the work has changed yet. */
export function dragShape(area: MultiPolygon, vertex: VertexPlace | null): Command {
  return (session) => {
    const { pencil } = session.drafts;
    return pencil.kind === 'edit' ? takePencil({ ...pencil, area, vertex })(session) : session;
  };
}

/**
 * The outline in hand has been put down. It enters the work as soon as it is sound; with crossing edges it stays in hand, the
 * work keeps its last sound outline, and nothing is lost either way.
 */
export function shapeDraft(area: MultiPolygon, vertex: VertexPlace | null, group: string | null = null): Command {
  return (session) => {
    const { pencil } = session.drafts;
    const scenario = openScenarioOf(session.drafts);
    if (pencil.kind !== 'edit' || scenario === null || scenario.frozen) return session;
    const taken = dragShape(area, vertex)(session);
    // Taking hold of a corner is no step of work.
    const isUnchanged = scenario.zones.some(({ id, polygons }) => id === pencil.draft && polygons === area);
    if (isUnchanged || flawsOf(area).length > 0) return taken;
    const worked = work(changeDraft(scenario.id, pencil.draft, { polygons: area }), group)(taken);
    // What was on show stays on show until the work's own answer comes.
    return session.live === null ? worked : { ...worked, run: { ...worked.run, answer: session.live }, live: null };
  };
}

/** Shows what undo and redo bring back: the outline in hand follows it, a sketch stays. */
export function showWork(session: Session, history: History<Workbook>): Session {
  const stepped = withHistory(session, history);
  const { pencil } = stepped.drafts;
  if (stepped === session || pencil.kind !== 'edit') return stepped;
  const draft = openScenarioOf(stepped.drafts)?.zones.find(({ id }) => id === pencil.draft);
  return takePencil(draft === undefined ? IDLE : { ...pencil, area: draft.polygons, vertex: null })(stepped);
}

function withHistory(session: Session, history: History<Workbook>): Session {
  return history === session.drafts.history ? session : { ...session, drafts: { ...session.drafts, history } };
}
