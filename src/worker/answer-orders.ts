import { assessing } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import type { Court } from '../assess/court.ts';
import { openCourt } from '../assess/court.ts';
import type { Standing, ZonePatch } from '../assess/reassess-zone.ts';
import { reviseZone } from '../assess/reassess-zone.ts';
import { openRuleBook } from '../assess/rule-book.ts';
import type { Scene } from '../assess/scene.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { putTogether, type ScenePart } from './scene-parts.ts';

/** How long the thread works before it listens, ms: a cancelled run ends within this and one step of the engine. */
const LISTEN_MS = 40;

/** The other side, and how it is reached. */
export interface Wall {
  /** @param transfer buffers that the sender gives away. */
  readonly post: (message: FromWorker, transfer: readonly ArrayBufferLike[]) => void;
  /** Lets waiting messages in: resolves in a later task. */
  readonly listen: () => Promise<void>;
  /** Milliseconds of any clock that only moves forward. */
  readonly nowMs: () => number;
}

/** The worker's side of the wall, without the wall: takes messages, posts answers. Fails by message, never by silence. */
export function answerOrders({ post, listen, nowMs }: Wall): (message: ToWorker) => void {
  let scene: Scene | null = null;
  let arriving: { readonly order: number; readonly parts: ScenePart[] } = { order: 0, parts: [] };
  let newest = 0;
  let answered: { readonly court: Court; readonly standing: Standing } | null = null;

  async function assess({ order, packs, asOf, choices }: Extract<ToWorker, { kind: 'assess' }>): Promise<void> {
    if (scene === null) throw new Error('answerOrders: got an order before a scene');
    const book = openRuleBook(packs, asOf, choices);
    const court = openCourt(scene, book);
    const steps = assessing(scene, book);
    let listened = nowMs();
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        answered = { court, standing: { count: step.value.count, missingSets: step.value.missingSets } };
        post({ kind: 'done', order, assessment: step.value }, ownBuffers(step.value));
        return;
      }
      if (nowMs() - listened < LISTEN_MS) continue;
      post({ kind: 'progress', order, share: step.value }, []);
      await listen();
      if (newest !== order) return;
      listened = nowMs();
    }
  }

  function edit({ order, zone, polygons }: Extract<ToWorker, { kind: 'edit' }>): void {
    if (answered === null) throw new Error('answerOrders: got an edit before an answer');
    const { court, patch } = reviseZone(answered.court, answered.standing, zone, polygons);
    answered = { court, standing: { ...answered.standing, missingSets: patch.missingSets } };
    post({ kind: 'edited', order, patch }, patchBuffers(patch));
  }

  function partsOf(order: number): ScenePart[] {
    if (arriving.order !== order) arriving = { order, parts: [] };
    return arriving.parts;
  }

  function fail(order: number, error: unknown): void {
    post({ kind: 'failed', order, reason: error instanceof Error ? error.message : String(error) }, []);
  }

  return (message) => {
    switch (message.kind) {
      case 'part':
        partsOf(message.order).push(message.part);
        return;
      case 'scene':
        scene = putTogether({ frame: message.frame, parts: partsOf(message.order) });
        arriving = { order: 0, parts: [] };
        answered = null;
        return;
      case 'assess':
        newest = message.order;
        answered = null;
        void assess(message).catch((error: unknown) => {
          fail(message.order, error);
        });
        return;
      case 'edit':
        try {
          edit(message);
        } catch (error) {
          fail(message.order, error);
        }
        return;
      case 'cancel':
        newest = -1;
    }
  };
}

/** Columns that nobody here needs any more: given away, not copied. Lists of zones stay with the relations that they are. */
function ownBuffers({ outcomes, duty, possibleDuty, certainty, deadlineRule, overdue, division, nearestEligible, nearestEligibleDistanceM, marginM, missing }: Assessment): ArrayBufferLike[] {
  return [outcomes, duty, possibleDuty, certainty, deadlineRule, overdue, division, nearestEligible, nearestEligibleDistanceM, marginM, missing].map(({ buffer }) => buffer);
}

function patchBuffers({ rows, outcomes, duty, possibleDuty, certainty, deadlineRule, overdue, marginM, missing }: ZonePatch): ArrayBufferLike[] {
  return [rows, outcomes, duty, possibleDuty, certainty, deadlineRule, overdue, marginM, missing].map(({ buffer }) => buffer);
}
