import type { Message } from '../../domain/issue.ts';
import type { FileProblemParams } from '../../text/file-problem-params.ts';

/** What is wrong with a file, or to be said of it, before its name is known: a code with all its parameters but `file`. */
export type FileFault = {
  readonly [Code in keyof FileProblemParams]: { readonly code: Code } & Omit<FileProblemParams[Code], 'file'>;
}[keyof FileProblemParams];

export function faultMessage(level: Message['level'], file: string, { code, ...params }: FileFault): Message {
  const short = Object.entries(params).map(([name, value]: [string, string | number]) => [name, typeof value === 'string' ? cut(value) : value] as const);
  return { level, file, code, params: { file, ...Object.fromEntries(short) } };
}

/** Names within a file may be as long as the file. */
const MOST_SHOWN = 200;

const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
