import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import type { DraftZone, Scenario } from '../../domain/scenario.ts';
import { revisionOf } from '../../draft/revision.ts';
import { finishSketch, putPoints, startSketch, takePencil, work } from '../../state/drafts/draft-commands.ts';
import { IDLE, openScenarioOf, type SketchTool } from '../../state/drafts/drafts.ts';
import { addDraft, addScenario } from '../../state/drafts/edit-workbook.ts';
import { pointsWanted } from '../../state/drafts/sketch.ts';
import type { Session } from '../../state/session.ts';
import type { SessionStore } from '../../state/store.ts';
import { drawWords } from '../../text/draw.ts';

/* What the panel and the map do to drafts, with the names and ids that new things get: the page's side of the commands. */

/** Unlike any other, also in another tab or on another machine: work is recovered and files are merged by it. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A scenario with nothing in it yet, called by the first number that is free. */
export function freshScenario(session: Session): Scenario {
  const { scenarios } = session.drafts.history.present;
  const w = drawWords[session.view.lang];
  return {
    id: newId(),
    name: freeName(w.scenarioName, scenarios.map(({ name }) => name)),
    description: '',
    zones: [],
    reachM: {},
    readings: {},
    plans: {},
    forkedFrom: null,
    frozen: false,
    dataRevision: session.city.kind === 'ready' ? revisionOf(session.city.city.project) : '',
    madeOn: session.today,
  };
}

/** Id and name of the next zone of the open scenario. */
export function freshZone(session: Session): Pick<DraftZone, 'id' | 'name'> {
  const names = (openScenarioOf(session.drafts)?.zones ?? []).map(({ name }) => name);
  return { id: newId(), name: freeName(drawWords[session.view.lang].draftName, names) };
}

function freeName(called: (number: string) => string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(called(String(number)))) number += 1;
  return called(String(number));
}

/** Takes up a tool; the first one opens a scenario to draw in. A frozen scenario takes none. */
export function takeTool(store: SessionStore, tool: SketchTool, draft: string | null = null): void {
  ensureScenario(store);
  if (openScenarioOf(store.get().drafts)?.frozen === false) store.apply(startSketch(tool, draft));
}

function ensureScenario(store: SessionStore): void {
  if (openScenarioOf(store.get().drafts) === null) store.apply(work(addScenario(freshScenario(store.get()))));
}

export function putAndFinish(store: SessionStore, points: readonly LngLat[]): void {
  store.apply(putPoints(points));
  const { pencil } = store.get().drafts;
  if (pencil.kind === 'sketch' && pencil.points.length === pointsWanted(pencil.tool)) finishNow(store);
}

export function finishNow(store: SessionStore): void {
  store.apply(finishSketch(freshZone(store.get())));
}

/** A zone that was not drawn: pasted, joined, or copied from another. */
export function addZone(store: SessionStore, polygons: MultiPolygon, parts: Partial<Omit<DraftZone, 'id' | 'polygons'>> = {}): void {
  ensureScenario(store);
  const session = store.get();
  const scenario = openScenarioOf(session.drafts);
  if (scenario === null) return;
  store.apply(work(addDraft(scenario.id, { kind: 'coalBan', class: null, replaces: null, ...freshZone(session), ...parts, polygons })));
  store.apply(takePencil(IDLE));
}
