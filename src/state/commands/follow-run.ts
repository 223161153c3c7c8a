import type { Assessment } from '../../assess/assessment.ts';
import type { Answer, Command, Failure, Question } from '../session.ts';

/** The engine has begun on a question. */
export function startRun(key: string): Command {
  return (session) => ({ ...session, run: { kind: 'running', key, share: 0, answer: session.run.answer } });
}

/** Word from a run; a word about a question that is no longer asked changes nothing. */
function whileRunning(key: string, command: Command): Command {
  return (session) => (session.run.kind === 'running' && session.run.key === key ? command(session) : session);
}

export function progressRun(key: string, share: number): Command {
  return whileRunning(key, (session) => ({ ...session, run: { kind: 'running', key, share, answer: session.run.answer } }));
}

export function finishRun(question: Question, assessment: Assessment): Command {
  return showAnswer({ question, assessment });
}

/** The same for an answer that selectors know already. */
export function showAnswer(answer: Answer): Command {
  const { key } = answer.question;
  return whileRunning(key, (session) => ({ ...session, run: { kind: 'done', key, answer, before: session.run.answer } }));
}

export function failRun(key: string, failure: Failure): Command {
  return whileRunning(key, (session) => ({ ...session, run: { kind: 'failed', key, failure, answer: session.run.answer } }));
}

/** The reader gave up waiting; what was shown before stays. */
export const cancelRun: Command = (session) =>
  session.run.kind === 'running' ? { ...session, run: { kind: 'cancelled', key: session.run.key, answer: session.run.answer } } : session;

/** Asks the question of a failed or cancelled run again. */
export const retryRun: Command = (session) => ({ ...session, run: { kind: 'idle', answer: session.run.answer } });
