import type { Message } from '../domain/issue.ts';
import { message } from './problem.ts';
import type { Row } from './row.ts';

/** For records that carry no issues of their own: what was noticed in their cells, as messages that name the row. */
export function issuesAsMessages(row: Row<string>): readonly Message[] {
  return row.issues.map(({ column = '', params }) =>
    message('warning', 'source-word-unreadable', { file: row.file, row: row.number, column, value: String(params['value'] ?? '') }),
  );
}
