import type { PackProblem } from './pack-problem.ts';

/** Things that other parts of a pack call by name. `demand` is anything a finding or a report may cite by id. */
export type NameKind = 'demand' | 'reading' | 'sourceSet' | 'list';

/** What an article may be covered by: anything but the parts that only rules hang on. */
const COVERING: readonly NameKind[] = ['demand', 'sourceSet'];

interface Mention<Kind = NameKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly path: string;
}

interface OptionList {
  readonly reading: string;
  readonly options: readonly string[];
  readonly path: string;
}

/** The names that a pack defines and uses, noted while it is read and compared when all of it has been seen. */
export interface NameBook {
  readonly defined: Mention[];
  readonly used: Mention<NameKind | 'covering'>[];
  /** What each reading offers, and what each condition that hangs on a reading answers. */
  readonly offered: OptionList[];
  readonly answered: OptionList[];
}

export function emptyNameBook(): NameBook {
  return { defined: [], used: [], offered: [], answered: [] };
}

/** Names defined twice, names used but not defined, and conditions that do not answer each option of their reading. */
export function nameProblems(book: NameBook): readonly PackProblem[] {
  return [...duplicates(book.defined), ...dangling(book), ...unanswered(book)];
}

function duplicates(mentions: readonly Mention[]): PackProblem[] {
  const first = new Map<string, string>();
  return mentions.flatMap(({ kind, id, path }) => {
    const name = `${kind} ${id}`;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    return earlier === undefined ? [] : [{ path, code: 'duplicate', expected: `not as in ${earlier}`, got: id } as const];
  });
}

function dangling(book: NameBook): PackProblem[] {
  return book.used.flatMap(({ kind, id, path }) => {
    const kinds = kind === 'covering' ? COVERING : [kind];
    const known = book.defined.filter((name) => kinds.includes(name.kind)).map((name) => name.id);
    return known.includes(id) ? [] : [{ path, code: 'reference', expected: known.join(' | ') || kind, got: id } as const];
  });
}

function unanswered(book: NameBook): PackProblem[] {
  return book.answered.flatMap(({ reading, options, path }) => {
    const offered = book.offered.find((list) => list.reading === reading)?.options;
    if (offered === undefined) return [];
    const agree = offered.length === options.length && offered.every((option) => options.includes(option));
    return agree ? [] : [{ path, code: 'reference', expected: offered.join(' | '), got: options.join(' | ') } as const];
  });
}
