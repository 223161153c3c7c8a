import type { Assessment } from '../assess/assessment.ts';
import { sceneOf } from '../assess/scene-of.ts';
import type { Project } from '../domain/project.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import { answerOrders } from './answer-orders.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

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
}

interface OpenOrder {
  readonly order: number;
  readonly onProgress: (share: number) => void;
  readonly settle: (answer: Assessment | 'superseded' | Error) => void;
}

/** A thread that answers messages; cancelling a busy one means starting another. */
interface Thread {
  readonly post: (message: ToWorker) => void;
  readonly stop: () => void;
}

/** The engine in a worker where there is one, else inline: the same function answers on both sides. */
export function createEngine(): Engine {
  let open: OpenOrder | null = null;
  let orders = 0;
  let sent: Project | null = null;
  let thread: Thread | null = null;

  function hear(message: FromWorker): void {
    if (open?.order !== message.order) return;
    if (message.kind === 'progress') {
      open.onProgress(message.share);
      return;
    }
    const { settle } = open;
    open = null;
    settle(message.kind === 'done' ? message.assessment : new Error(message.reason));
  }

  /** A busy thread cannot hear, so it is ended; the next request starts a fresh one. */
  function cancel(): void {
    if (open === null) return;
    const { settle } = open;
    open = null;
    thread?.stop();
    thread = null;
    sent = null;
    settle('superseded');
  }

  function run({ project, packs, asOf, choices }: AssessmentRequest, onProgress: (share: number) => void): Promise<Assessment | 'superseded'> {
    cancel();
    const order = ++orders;
    return new Promise((resolve, reject) => {
      open = { order, onProgress, settle: (answer) => { if (answer instanceof Error) reject(answer); else resolve(answer); } };
      thread ??= startThread(hear, (reason) => { hear({ kind: 'failed', order: open?.order ?? order, reason }); });
      if (sent !== project) thread.post({ kind: 'scene', scene: sceneOf(project) });
      sent = project;
      thread.post({ kind: 'assess', order, packs, asOf, choices });
    });
  }

  return { run, cancel };
}

function startThread(hear: (message: FromWorker) => void, onBroken: (reason: string) => void): Thread {
  if (typeof Worker === 'undefined') {
    const answer = answerOrders(hear);
    return { post: (message) => { queueMicrotask(() => { answer(message); }); }, stop: () => undefined };
  }
  const worker = new Worker(new URL('./assess.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => { hear(data); };
  worker.onerror = ({ message }) => { onBroken(message); };
  return { post: (message) => { worker.postMessage(message); }, stop: () => { worker.terminate(); } };
}
