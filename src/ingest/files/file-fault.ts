import type { Message } from '../../domain/issue.ts';
import type { FileProblemParams } from '../../text/file-problem-params.ts';

/** What is wrong with a file, or to be said of it, before its name is known: a code with all its parameters but `file`. */
export type FileFault = {
  readonly [Code in keyof FileProblemParams]: { readonly code: Code } & Omit<FileProblemParams[Code], 'file'>;
}[keyof FileProblemParams];

export function faultMessage(level: Message['level'], file: string, { code, ...params }: FileFault): Message {
  return { level, file, code, params: { file, ...params } };
}
