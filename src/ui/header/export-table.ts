import { csvLines } from '../../export/csv.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { answerOf } from '../../state/selectors/ledger.ts';
import { tableOf } from '../../state/selectors/table.ts';
import type { Session } from '../../state/session.ts';
import { ui } from '../../text/ui.ts';
import { nextTask } from '../../worker/next-task.ts';
import { download } from '../parts/download.ts';

/** How long lines are written before the page gets its turn, ms. */
const SLICE_MS = 40;

/** What a file's name may not hold on some system. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/**
 * Hands the rows of the table to the browser as a CSV file. Its facts, day and readings are those of the answer on show,
 * not of a question still being worked on. Written in slices: the ledger is here already, and copying it to a worker would
 * hold the page up for longer than writing does.
 */
export async function exportTable(session: Session): Promise<{ readonly file: string; readonly rows: number }> {
  const answer = answerOf(session);
  if (answer === null) throw new Error('exportTable: called before the first answer');
  const { lang } = session.view;
  const { question, assessment } = answer;
  const indices = tableOf(session).map(({ index }) => index);
  const parts = await inSlices(csvLines({ project: question.city.project, assessment, packs: question.packs, choices: question.choices, lang, indices }));
  const named = ui[lang].exportFile(question.asOf, session.city.kind === 'ready' && session.city.city.project.sample);
  const scenario = openScenarioOf(session.drafts);
  // What includes drafts must not pass for the law as it stands.
  const file = scenario === null ? named : named.replace(/(?=\.csv$)/u, `-${scenario.name.replaceAll(UNFIT, '_')}`);
  download(new Blob(parts, { type: 'text/csv;charset=utf-8' }), file);
  return { file, rows: indices.length };
}

async function inSlices(lines: Iterable<string>): Promise<string[]> {
  const parts: string[] = [];
  let [part, since] = ['', performance.now()];
  for (const line of lines) {
    part += line;
    if (performance.now() - since < SLICE_MS) continue;
    parts.push(part);
    await nextTask();
    [part, since] = ['', performance.now()];
  }
  return [...parts, part];
}
