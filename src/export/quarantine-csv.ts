import type { Rejected } from '../domain/issue.ts';
import type { Lang } from '../text/lang.ts';
import { ledgerWords } from '../text/ledger.ts';
import { sayProblem } from '../text/messages.ts';
import { csvLine, textCell } from './cell.ts';

/** The rows that could not be used: their own cells as they stood, then where they were and the reason. */
export function quarantineCsv(rejected: readonly Rejected[], lang: Lang): string {
  const words = ledgerWords[lang];
  const headers = [...new Set(rejected.flatMap((row) => Object.keys(row.original)))];
  const lines = rejected.map((row) => [
    ...headers.map((header) => (Object.hasOwn(row.original, header) ? (row.original[header] ?? '') : '')),
    row.file,
    String(row.row),
    row.column ?? '',
    row.value ?? '',
    row.code,
    sayProblem(lang, row.code, row.params),
  ]);
  const reasons = [words.file, words.row, words.column, words.value, words.code, words.reason];
  return `\uFEFF${[[...headers, ...reasons], ...lines].map((cells) => `${csvLine(cells.map(textCell))}\r\n`).join('')}`;
}
