import type { Assessment } from '../assess/assessment.ts';
import { failRun, progressRun, showAnswer, startRun } from './commands/follow-run.ts';
import { prepareAnswer, prepareSearch } from './prepare.ts';
import { questionOf } from './selectors/question.ts';
import type { Question } from './session.ts';
import type { SessionStore } from './store.ts';

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
    await prepareAnswer(store, answer);
    store.apply(showAnswer(answer));
    await prepareSearch(answer);
  } catch (error) {
    store.apply(failRun(key, { code: 'engine-failed', detail: error instanceof Error ? error.message : String(error) }));
  }
}
