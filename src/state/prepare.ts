import type { Steps } from '../base/steps.ts';
import { doneInSlices } from '../worker/in-slices.ts';
import { nextTask } from '../worker/next-task.ts';
import type { ColumnId } from './columns.ts';
import { sortBy } from './commands/sort-by.ts';
import { ledgerOf, openLedger } from './selectors/ledger.ts';
import { movedBetween } from './selectors/moved.ts';
import { countOf } from './selectors/overview.ts';
import { searchTextsOf } from './selectors/search-texts.ts';
import { isRanked, orderOf, ranksOf } from './selectors/table.ts';
import type { Answer } from './session.ts';
import type { SessionStore } from './store.ts';

/*
 * What the page counts, orders and searches of a long ledger is worked out in slices before it is asked for: selectors
 * remember it, so that what they give in the end is shown at once and of one piece.
 */

/** From so many facilities on: fewer are done before anybody notices. */
const LARGE = 20_000;

/** All that showing the answer asks for, while its question stands. What is chosen in the meantime is looked at again: it may be other filters. */
export async function prepareAnswer(store: SessionStore, answer: Answer): Promise<void> {
  if (answer.assessment.count < LARGE) return;
  const isWanted = (): boolean => {
    const { run } = store.get();
    return run.kind === 'running' && run.key === answer.question.key;
  };
  while (isWanted()) {
    const { filters, sort } = store.get().view;
    await doneInSlices(answerSteps(store, answer), isWanted);
    const { view } = store.get();
    if (view.filters === filters && view.sort === sort) return;
  }
}

function* answerSteps(store: SessionStore, answer: Answer): Steps<void> {
  const { view, run } = store.get();
  const ledger = yield* openLedger.steps(answer);
  const { shown } = yield* countOf.steps(ledger, view.filters);
  yield* orderOf.steps(ledger, shown, view.sort);
  yield* movedBetween.steps(run.answer, answer);
}

/** The first letter typed into a search asks for the words of every facility. */
export async function prepareSearch({ question, assessment }: Answer): Promise<void> {
  if (assessment.count < LARGE) return;
  // Showing the answer was work enough for one task.
  await nextTask();
  await doneInSlices(searchTextsOf.steps(question.city.project.facilities));
}

let wishes = 0;

/** Sorts by a column as soon as its order is known: at once where it is. The newest wish counts. */
export async function sortWhenReady(store: SessionStore, column: ColumnId): Promise<void> {
  const wish = ++wishes;
  const ledger = ledgerOf(store.get());
  if (ledger !== null && ledger.rows.length >= LARGE && !isRanked(ledger, column)) await doneInSlices(ranksOf(ledger, column), () => wish === wishes);
  if (wish === wishes) store.apply(sortBy(column));
}
