/**
 * `npm run bench -- drag`: one vertex of a candidate of 1,000 vertices is dragged over 100,000 facilities. Both halves of an
 * update are timed where they run: the page's (the outline, the question, the patch, every list and count on show) and the
 * worker's. Each update is answered before the next, and the last answer is held against a full run.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { largeProject } from '../../test/assess/large-project.ts';
import { assess } from '../../src/assess/assess.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { seededRandom } from '../../src/base/random.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { NO_WORK } from '../../src/domain/scenario.ts';
import { moveVertex } from '../../src/draft/vertices.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { finishRun, startRun } from '../../src/state/commands/follow-run.ts';
import { dragShape, editDraft, work } from '../../src/state/drafts/draft-commands.ts';
import { openScenarioOf } from '../../src/state/drafts/drafts.ts';
import { showBaseline, showLive } from '../../src/state/drafts/drive-aside.ts';
import { addScenario } from '../../src/state/drafts/edit-workbook.ts';
import { liveDoor } from '../../src/state/drafts/live-door.ts';
import { againstTodayOf, draftRowsOf, stirredOf } from '../../src/state/selectors/draft-effects.ts';
import { ledgerOf } from '../../src/state/selectors/ledger.ts';
import { baselineQuestionOf, liveQuestionOf } from '../../src/state/selectors/live-question.ts';
import { overviewOf } from '../../src/state/selectors/overview.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import { tableOf } from '../../src/state/selectors/table.ts';
import { newSession } from '../../src/state/session.ts';
import { createSessionStore } from '../../src/state/store.ts';
import { mapMarks } from '../../src/ui/map-pane/map-data.ts';
import { answerOrders } from '../../src/worker/answer-orders.ts';
import type { FromWorker, ToWorker } from '../../src/worker/protocol.ts';
import { fractalZone } from '../ledger/fractal-zone.ts';

const { values } = parseArgs({ options: { facilities: { type: 'string', default: '100000' }, vertices: { type: 'string', default: '1000' }, updates: { type: 'string', default: '60' }, out: { type: 'string' } } });
const [FACILITIES, VERTICES, UPDATES] = [Number(values.facilities), Number(values.vertices), Number(values.updates)];
const DAY = '2024-12-31';
/** Of one update, degrees: some 50 m. */
const STEP = 0.0005;
/** Updates before the clock counts: the code is cold. */
const WARM_UP = 15;

const data = new URL('../../data/', import.meta.url);
const bytes = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(new URL(`jincheng/${name}`, data))) });
const divisions = readDivisions(bytes('counties.geojson')).accepted;
const packs = readdirSync(new URL('policy/', data)).filter((name) => name.endsWith('.json')).flatMap((name) => {
  const parsed = parseRulePack(JSON.parse(readFileSync(new URL(`policy/${name}`, data), 'utf8')));
  return parsed.ok ? [parsed.value] : [];
});
const project = largeProject({ facilities: FACILITIES, zones: 40, sources: 60, vertices: [100, 1000], seed: 7 }, divisions);
const outline: MultiPolygon = [fractalZone({ lng: 112.8, lat: 35.6, radius: 0.12, vertices: VERTICES, holes: 0 }, seededRandom(5))];
const corners = (outline[0]?.[0]?.length ?? 1) - 1;

/** Processor time of this process, ms: on a busy machine a clock would count what others did. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The worker's side, timed. */
let workerMs = 0;
let lastRows = 0;
let answerTo: ((message: FromWorker) => void) | null = null;
const worker = answerOrders({ post: (message) => answerTo?.(message), listen: () => new Promise((resolve) => { setImmediate(resolve); }), nowMs: () => performance.now() });
function ask<Kind extends FromWorker['kind']>(message: ToWorker, wanted: Kind): Promise<Extract<FromWorker, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    answerTo = (answer) => {
      if (answer.kind === 'edited') lastRows = answer.patch.rows.length;
      if (answer.kind === wanted) resolve(answer as Extract<FromWorker, { kind: Kind }>);
      else if (answer.kind === 'failed') reject(new Error(answer.reason));
    };
    const start = cpuMs();
    worker(message);
    workerMs = cpuMs() - start;
  });
}
let sent: unknown = null;
let orders = 0;
const door = liveDoor(() => Promise.resolve({
  run: async ({ project: asked, packs: law, asOf, choices }) => {
    if (sent !== asked) worker({ kind: 'scene', order: 1, frame: buildScene(asked) });
    sent = asked;
    return (await ask({ kind: 'assess', order: ++orders, packs: law, asOf, choices }, 'done')).assessment;
  },
  edit: async (zone, polygons) => (await ask({ kind: 'edit', order: ++orders, zone, polygons }, 'edited')).patch,
}));

const store = createSessionStore(receiveCity({ project, packs })({ ...newSession(DAY) }));
store.apply(work(addScenario({
  id: 's', name: 's', description: '', zones: [{ id: 'd', name: 'd', kind: 'coalBan', class: null, polygons: outline, replaces: null }], reachM: {}, readings: {}, plans: {},
  forkedFrom: null, frozen: false, dataRevision: '', madeOn: DAY,
})));
if (openScenarioOf(store.get().drafts) === null) throw new Error(`drag: got no scenario open, expected one (${String(NO_WORK.open)})`);
const baseline = baselineQuestionOf(store.get());
const question = questionOf(store.get());
if (baseline === null || question === null) throw new Error('drag: got no question');
const full = (asked: typeof question) => {
  const answer = assess(buildScene(asked.city.project), openRuleBook(asked.packs, asked.asOf, asked.choices));
  if (answer === null) throw new Error('drag: the run stopped');
  return answer;
};
store.apply(showBaseline({ question: baseline, assessment: full(baseline) }));
store.apply(startRun(question.key));
store.apply(finishRun(question, full(question)));
store.apply(editDraft('d'));
look();

const parts = new Map<string, number[]>();
const [mainMs, workMs]: [number[], number[]] = [[], []];
const rejudged: number[] = [];
let judged = 0;
/** The vertex with most facilities around it, so that many come and go. */
const around = (vertex: number): number => {
  const [lng, lat] = outline[0]?.[0]?.[vertex] ?? [0, 0];
  return project.facilities.filter(({ lngLat }) => lngLat !== null && Math.abs(lngLat[0] - lng) < 0.02 && Math.abs(lngLat[1] - lat) < 0.02).length;
};
const busiest = Array.from({ length: 40 }, (_, k) => Math.floor((k * corners) / 40)).sort((a, b) => around(b) - around(a))[0] ?? 0;
const place = { polygon: 0, ring: 0, vertex: busiest };
const at = outline[0]?.[0]?.[place.vertex] ?? [0, 0];
for (let update = -WARM_UP; update < UPDATES; update++) {
  const to: LngLat = [at[0] + 20 * STEP * Math.sin(update / 8), at[1] + 20 * STEP * Math.cos(update / 11)];
  let spent = timed('outline', update, () => { store.apply(dragShape(moveVertex(outline, place, to), place)); });
  spent += timed('drafts', update, () => draftRowsOf(store.get()));
  spent += timed('question', update, () => liveQuestionOf(store.get()));
  const question = liveQuestionOf(store.get());
  // A boundary that crosses itself asks nothing.
  if (question === null) continue;
  const before = cpuMs();
  const answer = await door.run(question, () => undefined);
  rejudged.push(lastRows);
  // What the door does beside the worker is the page's: laying the patch over the answer.
  const laid = cpuMs() - before - workerMs;
  if (answer === 'superseded') throw new Error('drag: an update was lost');
  if (update >= 0) parts.set('patch', [...(parts.get('patch') ?? []), laid]);
  spent += laid + timed('show', update, () => { store.apply(showLive({ question, assessment: answer })); });
  spent += look(update);
  if (update < 0) continue;
  mainMs.push(spent);
  workMs.push(workerMs);
  judged += ledgerOf(store.get())?.patch?.rows.length ?? 0;
}

/** Everything that stands on the page while a vertex moves. */
function look(update = -1): number {
  const session = store.get();
  return (
    timed('ledger', update, () => ledgerOf(session)) +
    timed('overview', update, () => overviewOf(session)) +
    timed('table', update, () => tableOf(session)) +
    timed('stirred', update, () => stirredOf(session)) +
    timed('against today', update, () => againstTodayOf(session)) +
    timed('marks', update, () => {
      const [ledger, overview] = [ledgerOf(session), overviewOf(session)];
      return ledger === null || overview === null ? [] : mapMarks(ledger, overview.shown);
    })
  );
}

function timed(part: string, update: number, act: () => unknown): number {
  const start = cpuMs();
  act();
  const ms = cpuMs() - start;
  if (update >= 0) parts.set(part, [...(parts.get(part) ?? []), ms]);
  return ms;
}

const live = store.get().live;
if (live === null) throw new Error('drag: got no live answer, expected the last');
const fresh = full(live.question);
const same = (['duty', 'possibleDuty', 'certainty', 'deadlineRule', 'overdue', 'outcomes'] as const).every((column) => fresh[column].every((value, i) => value === live.assessment[column][i]));
if (!same) throw new Error('drag: the last state differs from a full run');

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
}

const line = (name: string, times: readonly number[]) => `| ${name} | ${quantile(times, 0.5).toFixed(1)} | ${quantile(times, 0.95).toFixed(1)} |`;
const text = [
  `# Dragging one vertex of ${String(corners)} over ${String(project.facilities.length)} facilities`,
  '',
  `${String(mainMs.length)} updates, none lost; the last equals a full run; ${(judged / mainMs.length).toFixed(0)} rows changed an update of ${String(quantile(rejudged, 0.5))} judged again; load ${(loadavg()[0] ?? NaN).toFixed(1)}.`,
  '',
  '| part | median, ms of processor time | 95 % |',
  '|---|---|---|',
  line('**page, an update**', mainMs),
  line('**worker, an update**', workMs),
  ...[...parts].map(([name, times]) => line(`page: ${name}`, times)),
  '',
].join('\n');
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
