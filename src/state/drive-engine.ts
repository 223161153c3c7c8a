import type { Assessment } from '../assess/assessment.ts';
import { failRun, progressRun, showAnswer, startRun } from './commands/follow-run.ts';
import { ledgerOf } from './selectors/ledger.ts';
import { overviewOf } from './selectors/overview.ts';
import { questionOf } from './selectors/question.ts';
import type { Answer, Question } from './session.ts';
import type { SessionStore } from './store.ts';
import { nextTask } from '../worker/next-task.ts';

/** The engine as the session needs it; the newest question wins. */
export interface EngineDoor {
  readonly run: (question: Question, onProgress: (share: number) => void) => Promise<Assessment | 'superseded'>;
  readonly cancel: () => void;
}

/**
 * Keeps the answer true to the question: whenever the session asks something else, the engine is set to work on it, and
 * whenever the session says "cancelled", it is stopped. A cancelled or failed question is not asked again until `retryRun`.
 * Returns a function that stops the driving.
 */
export function driveEngine(store: SessionStore, engine: EngineDoor): () => void {
  let working: string | null = null;
  const follow = (): void => {
    const { run } = store.get();
    const question = questionOf(store.get());
    if (run.kind === 'cancelled' && working === run.key) {
      working = null;
      engine.cancel();
    }
    if (question === null || (run.kind !== 'idle' && run.key === question.key)) return;
    working = question.key;
    store.apply(startRun(question.key));
    void work(store, engine, question);
  };
  const stop = store.subscribe(follow);
  follow();
  return stop;
}

async function work(store: SessionStore, engine: EngineDoor, question: Question): Promise<void> {
  const { key } = question;
  try {
    const assessment = await engine.run(question, (share) => {
      store.apply(progressRun(key, share));
    });
    if (assessment === 'superseded') return;
    const answer = { question, assessment };
    if (assessment.count >= LARGE) await prepare(store, answer);
    store.apply(showAnswer(answer));
  } catch (error) {
    store.apply(failRun(key, { code: 'engine-failed', detail: error instanceof Error ? error.message : String(error) }));
  }
}

/** From so many facilities on, what the page counts is worked out before the answer is shown, a task each. */
const LARGE = 20_000;

/** Selectors remember what they are asked about one answer: asked now, they need not hold up the page when it is shown. */
async function prepare(store: SessionStore, answer: Answer): Promise<void> {
  for (const derive of [ledgerOf, overviewOf]) {
    await nextTask();
    derive(showAnswer(answer)(store.get()));
  }
  await nextTask();
}
