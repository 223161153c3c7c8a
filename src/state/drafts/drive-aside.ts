import { baselineQuestionOf, liveQuestionOf } from '../selectors/live-question.ts';
import type { EngineDoor } from '../drive-engine.ts';
import type { Answer, Command, Question, Session } from '../session.ts';
import type { SessionStore } from '../store.ts';

/** The answer about an outline in hand; `null` when none is in hand, or it has crossing edges. */
export function showLive(answer: Answer | null): Command {
  return (session) => (session.live === answer ? session : { ...session, live: answer });
}

export function showBaseline(answer: Answer | null): Command {
  return (session) => (session.baseline === answer ? session : { ...session, baseline: answer });
}

/** Something asked beside the work, and where its answer goes. */
export interface Aside {
  readonly questionOf: (session: Session) => Question | null;
  readonly show: (answer: Answer | null) => Command;
}

/** The outline that is being dragged. */
export const LIVE: Aside = { questionOf: liveQuestionOf, show: showLive };
/** Today's law, to compare with. */
export const BASELINE: Aside = { questionOf: baselineQuestionOf, show: showBaseline };

/**
 * Keeps an answer beside the work true. A question is never broken off, or a long drag would show nothing; of those that
 * come meanwhile only the newest is asked, so that the last state is always answered.
 */
export function driveAside(store: SessionStore, { questionOf, show }: Aside, door: Pick<EngineDoor, 'run'>): () => void {
  let asked: Question | null = null;
  let busy = false;
  const stop = store.subscribe(follow);
  follow();
  return stop;

  function follow(): void {
    const question = questionOf(store.get());
    if (question === null) {
      asked = null;
      store.apply(show(null));
    } else if (!busy && !isSame(asked, question)) {
      asked = question;
      busy = true;
      void answer(question);
    }
  }

  async function answer(question: Question): Promise<void> {
    try {
      const assessment = await door.run(question, () => undefined);
      if (assessment !== 'superseded' && questionOf(store.get()) !== null) store.apply(show({ question, assessment }));
    } catch {
      // The ordinary run asks the same engine when the outline is put down, and shows why it fails.
    }
    busy = false;
    follow();
  }
}

function isSame(a: Question | null, b: Question): boolean {
  return a?.key === b.key && a.city === b.city;
}
