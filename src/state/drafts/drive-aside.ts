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

interface Aside {
  readonly questionOf: (session: Session) => Question | null;
  readonly show: (answer: Answer | null) => Command;
}

const LIVE: Aside = { questionOf: liveQuestionOf, show: showLive };
const BASELINE: Aside = { questionOf: baselineQuestionOf, show: showBaseline };

/**
 * Answers what is asked beside the work: the outline that is being dragged, and today's law to compare with. A question is
 * never broken off, or a long drag would show nothing; of those that come meanwhile only the newest is asked, so that the
 * last state is always answered.
 */
export function driveAsides(store: SessionStore, door: Pick<EngineDoor, 'run'>): () => void {
  const asked = new Map<Aside, Question | null>();
  let busy = false;
  const stop = store.subscribe(follow);
  follow();
  return stop;

  function follow(): void {
    for (const aside of [LIVE, BASELINE]) {
      const question = aside.questionOf(store.get());
      if (question === null) {
        asked.set(aside, null);
        store.apply(aside.show(null));
      } else if (!busy && !isSame(asked.get(aside), question)) {
        asked.set(aside, question);
        busy = true;
        void answer(aside, question);
      }
    }
  }

  async function answer(aside: Aside, question: Question): Promise<void> {
    try {
      const assessment = await door.run(question, () => undefined);
      if (assessment !== 'superseded' && aside.questionOf(store.get()) !== null) store.apply(aside.show({ question, assessment }));
    } catch {
      // The ordinary run asks the same engine when the outline is put down, and shows why it fails.
    }
    busy = false;
    follow();
  }
}

function isSame(a: Question | null | undefined, b: Question): boolean {
  return a?.key === b.key && a.city === b.city;
}
