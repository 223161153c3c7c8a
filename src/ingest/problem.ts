import type { Issue, Message, Params } from '../domain/issue.ts';
import type { ProblemCode, ProblemParams } from '../text/problem-params.ts';

/** A code with its parameters: the reason, before it is known whose reason it is. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Params;
}

/** The one place where a code meets its parameters, so that a code without a sentence or a parameter does not compile. */
export function problem<Code extends ProblemCode>(code: Code, params: ProblemParams[Code]): Problem {
  return { code, params };
}

export function message<Code extends ProblemCode>(
  level: Message['level'],
  code: Code,
  params: ProblemParams[Code] & { readonly file: string },
): Message {
  return { level, file: params.file, code, params };
}

/** What was noticed in one cell of a row that is kept all the same. */
export function cellIssue(column: string, { code, params }: Problem): Issue {
  return { code, column, params };
}
