import type { Assessment } from '../assess/assessment.ts';
import type { ZonePatch } from '../assess/reassess-zone.ts';
import { sceneOfSteps } from '../assess/scene-of.ts';
import type { Project } from '../domain/project.ts';
import type { IsoDay, MultiPolygon } from '../domain/place.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import { answerOrders } from './answer-orders.ts';
import { doneInSlices } from './in-slices.ts';
import { nextTask } from './next-task.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { takenApart } from './scene-parts.ts';

export interface AssessmentRequest {
  readonly project: Project;
  readonly packs: readonly RulePack[];
  readonly asOf: IsoDay;
  readonly choices: Choices;
}

export interface Engine {
  /**
   * Assesses off the page's thread. The newest request wins: an older one that is still open ends as `superseded`.
   *
   * @throws when the engine fails, with its reason; that is our mistake, not the user's.
   */
  readonly run: (request: AssessmentRequest, onProgress: (share: number) => void) => Promise<Assessment | 'superseded'>;
  /** Ends the open request as `superseded`. */
  readonly cancel: () => void;
  /**
   * Redraws one zone of the last answer and tells what that changes (see `patched`). Edits build on one another. While one
   * is under way the next waits; of those that wait only the last is done, the others end as `superseded`.
   */
  readonly edit: (zone: number, polygons: MultiPolygon) => Promise<ZonePatch | 'superseded'>;
}

/** What is asked of the thread and not yet answered. */
interface Open<Answer> {
  readonly order: number;
  readonly settle: (answer: Answer | 'superseded' | Error) => void;
}

interface OpenRun extends Open<Assessment> {
  readonly onProgress: (share: number) => void;
}

interface Thread {
  readonly post: (message: ToWorker) => void;
}

/** The engine in a worker where there is one, else inline: the same function answers on both sides. */
export function createEngine(): Engine {
  let orders = 0;
  let sent: Project | null = null;
  let thread: Thread | null = null;
  let running: OpenRun | null = null;
  let editing: Open<ZonePatch> | null = null;
  let waiting: (Open<ZonePatch> & { readonly send: () => void }) | null = null;

  function hear(message: FromWorker): void {
    if (running?.order === message.order) {
      if (message.kind === 'progress') running.onProgress(message.share);
      else if (message.kind !== 'edited') {
        const { settle } = running;
        running = null;
        settle(message.kind === 'done' ? message.assessment : new Error(message.reason));
      }
    } else if (editing?.order === message.order && (message.kind === 'edited' || message.kind === 'failed')) {
      const { settle } = editing;
      editing = null;
      settle(message.kind === 'edited' ? message.patch : new Error(message.reason));
      const next = waiting;
      waiting = null;
      if (next !== null) {
        editing = next;
        next.send();
      }
    }
  }

  /** A thread that broke is not asked again. */
  function breakDown(reason: string): void {
    const open = [running, editing, waiting];
    [thread, sent, running, editing, waiting] = [null, null, null, null, null];
    for (const one of open) one?.settle(new Error(reason));
  }

  function cancel(): void {
    if (running === null) return;
    const { settle } = running;
    running = null;
    thread?.post({ kind: 'cancel' });
    settle('superseded');
  }

  function dropEdits(): void {
    const open = [editing, waiting];
    [editing, waiting] = [null, null];
    for (const one of open) one?.settle('superseded');
  }

  /** Sends the question, and before it the facts where the thread does not have them. */
  async function send(order: number, { project, packs, asOf, choices }: AssessmentRequest): Promise<void> {
    if (sent !== project) {
      const isWanted = (): boolean => running?.order === order;
      const scene = await doneInSlices(sceneOfSteps(project), isWanted);
      if (scene === null || !isWanted()) return;
      const { frame, parts } = takenApart(scene);
      for (const part of parts) {
        thread?.post({ kind: 'part', order, part });
        await nextTask();
        if (!isWanted()) return;
      }
      thread?.post({ kind: 'scene', order, frame });
      sent = project;
    }
    thread?.post({ kind: 'assess', order, packs, asOf, choices });
  }

  function run(request: AssessmentRequest, onProgress: (share: number) => void): Promise<Assessment | 'superseded'> {
    cancel();
    dropEdits();
    const order = ++orders;
    return new Promise((resolve, reject) => {
      running = { order, onProgress, settle: settling(resolve, reject) };
      thread ??= startThread(hear, breakDown);
      send(order, request).catch((error: unknown) => {
        hear({ kind: 'failed', order, reason: error instanceof Error ? error.message : String(error) });
      });
    });
  }

  function edit(zone: number, polygons: MultiPolygon): Promise<ZonePatch | 'superseded'> {
    // A request under way starts from the outlines of its own project.
    if (running !== null) return Promise.resolve('superseded');
    const order = ++orders;
    return new Promise((resolve, reject) => {
      const send = (): void => thread?.post({ kind: 'edit', order, zone, polygons });
      const open = { order, settle: settling(resolve, reject), send };
      if (editing === null) {
        editing = open;
        if (thread === null) breakDown('createEngine: got an edit before a request');
        else send();
        return;
      }
      waiting?.settle('superseded');
      waiting = open;
    });
  }

  return { run, cancel, edit };
}

function settling<Answer>(resolve: (answer: Answer | 'superseded') => void, reject: (error: Error) => void): Open<Answer>['settle'] {
  return (answer) => {
    if (answer instanceof Error) reject(answer);
    else resolve(answer);
  };
}

function startThread(hear: (message: FromWorker) => void, onBroken: (reason: string) => void): Thread {
  if (typeof Worker === 'undefined') {
    const answer = answerOrders({ post: hear, listen: nextTask, nowMs: () => performance.now() });
    return { post: (message) => { queueMicrotask(() => { answer(message); }); } };
  }
  const worker = new Worker(new URL('./assess.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => { hear(data); };
  worker.onerror = ({ message }) => { onBroken(message); };
  return { post: (message) => { worker.postMessage(message); } };
}
