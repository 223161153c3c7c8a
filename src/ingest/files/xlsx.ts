import { failed, ok, type Result } from '../../base/result.ts';
import type { Message } from '../../domain/issue.ts';
import type { Content, Grid } from '../grid.ts';
import { part, type Steps } from '../../base/steps.ts';
import { faultMessage } from './file-fault.ts';
import type { Zip } from './safe-zip.ts';
import { readDayStyles } from './xlsx-days.ts';
import { findXlsxParts } from './xlsx-parts.ts';
import { readXlsxSheet } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-text.ts';

/** What a workbook of Excel or WPS holds: the lines of every sheet that is not blank, hidden ones too. */
export function* readXlsx(file: string, zip: Zip): Steps<Result<Content, Message>> {
  const refuse = (problems: readonly Parameters<typeof faultMessage>[2][]) =>
    failed(problems.map((problem) => faultMessage('error', file, problem)));

  const parts = findXlsxParts(zip);
  if (!parts.ok) return refuse(parts.problems);
  const { sheets, strings: stringsPart } = parts.value;
  // The time goes by the packed bytes.
  const sizes = [stringsPart, ...sheets.map(({ entry }) => entry)].map((entry) => (entry === null ? 0 : entry.to - entry.from));
  const all = sizes.reduce((sum, size) => sum + size, 1);
  let done = (sizes[0] ?? 0) / all;
  const strings = yield* part(readSharedStrings(zip, stringsPart), 0, done);
  if (!strings.ok) return refuse(strings.problems);
  const dayStyles = readDayStyles(zip, parts.value.styles);
  if (!dayStyles.ok) return refuse(dayStyles.problems);

  const context = { zip, strings: strings.value, dayStyles: dayStyles.value, from1904: parts.value.from1904 };
  const grids: Grid[] = [];
  const messages: Message[] = [];
  for (const [i, sheetPart] of sheets.entries()) {
    const before = done;
    done += (sizes[i + 1] ?? 0) / all;
    const sheet = yield* part(readXlsxSheet(context, sheetPart), before, done);
    if (!sheet.ok) return refuse(sheet.problems);
    const { lines, remarks } = sheet.value;
    if (lines.length === 0) continue;
    grids.push({ sheet: sheetPart.name, ...(sheetPart.hidden ? { hidden: true } : {}), lines });
    messages.push(...remarks.map((remark) => faultMessage('warning', file, remark)));
  }
  return grids.length === 0 ? refuse([{ code: 'workbook-without-sheets' }]) : ok({ kind: 'grids', grids, messages });
}
