import type { ExportRequest } from '../../export/case-file.ts';
import { csvLines } from '../../export/csv.ts';
import { keptHeaderSteps } from '../../export/kept-columns.ts';
import { geoJsonLines } from '../../export/geojson.ts';
import { xlsxSteps } from '../../export/xlsx.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { answerOf } from '../../state/selectors/ledger.ts';
import { tableOf } from '../../state/selectors/table.ts';
import type { Session } from '../../state/session.ts';
import { ui } from '../../text/ui.ts';
import { doneInSlices } from '../../worker/in-slices.ts';
import { fileNamed, inSlices, saveFile, type Waiting } from '../parts/save-file.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
};

/** Somebody who waits for the file. */
export interface ExportWatch {
  /** Hears the share that is written, 0 to 1, of what takes long. */
  readonly onShare: (share: number) => void;
  readonly isWanted: () => boolean;
}

/**
 * Hands the rows of the table to the browser as a file. Its facts, day and readings are those of the answer on show,
 * not of a question still being worked on. Written in slices: the ledger is here already, and copying it to a worker would
 * hold the page up for longer than writing does.
 *
 * @returns `null` once nobody wants it any more.
 * @throws with a sentence when the format can't hold the rows.
 */
export async function exportTable(session: Session, format: ExportFormat, { onShare, isWanted }: ExportWatch): Promise<{ readonly file: string; readonly rows: number } | null> {
  const answer = answerOf(session);
  if (answer === null) throw new Error('exportTable: called before the first answer');
  const { lang } = session.view;
  const { question, assessment } = answer;
  const indices = tableOf(session).map(({ index }) => index);
  // Which columns come back is found in slices: the table asks for it as a whole.
  if ((await doneInSlices(keptHeaderSteps(question.city.project.facilities, lang), isWanted)) === null) return null;
  const request = { project: question.city.project, assessment, packs: question.packs, choices: question.choices, lang, indices };
  const parts = await written(format, request, { isWanted, onLines: (lines) => { onShare(Math.min(1, lines / indices.length)); } });
  if (parts === null) return null;
  const named = ui[lang].exportFile(question.asOf, session.city.kind === 'ready' && session.city.city.project.sample, format);
  const scenario = openScenarioOf(session.drafts);
  // What includes drafts must not pass for the law as it stands.
  const file = scenario === null ? named : named.replace(/(?=\.[a-z]+$)/u, `-${fileNamed(scenario.name)}`);
  saveFile(new Blob(parts, { type: MEDIA_TYPES[format] }), file);
  return { file, rows: indices.length };
}

async function written(format: ExportFormat, request: ExportRequest, waiting: Waiting): Promise<BlobPart[] | null> {
  if (format === 'csv') return inSlices(csvLines(request), waiting);
  if (format === 'geojson') return inSlices(geoJsonLines(request), waiting);
  const workbook = await doneInSlices(xlsxSteps(request), waiting.isWanted);
  if (workbook === null) return null;
  if (!workbook.ok) throw new Error(workbook.problems.join(' '));
  return workbook.value.map((part) => new Uint8Array(part));
}
