/**
 * One thing wrong in a rule pack. `path` names the spot as one would write it in code: `rules[3].when.all[1].limit`,
 * empty for the document itself. `expected` and `got` are terms of the format, not sentences.
 */
export interface PackProblem {
  readonly path: string;
  readonly code: PackProblemCode;
  readonly expected: string;
  readonly got: string;
}

export const PACK_PROBLEM_CODES = [
  /** A key that the format requires is absent. */ 'missing',
  /** A key that the format does not know. */ 'unknownKey',
  /** The wrong kind of JSON value. */ 'type',
  /** The right kind of value, but not one of the allowed ones. */ 'value',
  /** A list that needs at least one entry has none. */ 'empty',
  /** A field, word or predicate that this kind of record does not have. */ 'notHere',
  /** Nested deeper than any law needs. */ 'tooDeep',
  /** Two entries with one id. */ 'duplicate',
  /** A name that the pack does not define. */ 'reference',
  /** Two values that contradict each other. */ 'inconsistent',
] as const;
export type PackProblemCode = (typeof PACK_PROBLEM_CODES)[number];

const LONGEST_QUOTE = 40;

/** A value in a few characters, whatever it is: never its inside, which may be deep. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'string') return JSON.stringify(value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}
