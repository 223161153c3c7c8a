import { describeValue, type PackProblem, type PackProblemCode } from './pack-problem.ts';
import type { NameBook } from './name-book.ts';

/** What a reading of a pack writes down as it goes: problems, and the names that must agree in the end. */
export interface Notes {
  readonly problems: PackProblem[];
  readonly names: NameBook;
}

/** In the place of a value that could not be read; what was wrong with it is in the notes. */
export const BAD = Symbol('bad');
export type Bad = typeof BAD;

/** Turns unknown JSON into a checked value, or notes what is wrong with it. */
export type Reader<Value> = (value: unknown, path: string, notes: Notes) => Value | Bad;

export type Readers<Shape> = { readonly [Key in keyof Shape]: Reader<Shape[Key]> };

export function note(notes: Notes, path: string, code: PackProblemCode, expected: string, got: unknown): Bad {
  notes.problems.push({ path, code, expected, got: describeValue(got) });
  return BAD;
}

export function keyPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own entries only: JSON may carry keys such as `__proto__`, and no inherited name is an entry. */
export function entry(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Exactly these keys, those of `optional` may be absent; every key is read, so that all problems are found at once. */
export function object<Required, Optional = unknown>(
  required: Readers<Required>,
  optional: Readers<Optional> = {} as Readers<Optional>,
): Reader<Required & Partial<Optional>> {
  const known = new Map<string, Reader<unknown>>([...Object.entries<Reader<unknown>>(required), ...Object.entries<Reader<unknown>>(optional)]);
  return (value, path, notes) => {
    if (!isRecord(value)) return note(notes, path, 'type', 'object', value);
    const before = notes.problems.length;
    const read: [string, unknown][] = [];
    for (const [key, reader] of known) {
      if (Object.hasOwn(value, key)) read.push([key, reader(value[key], keyPath(path, key), notes)]);
      else if (key in required) note(notes, keyPath(path, key), 'missing', key, undefined);
    }
    for (const key of Object.keys(value)) {
      if (!known.has(key)) note(notes, keyPath(path, key), 'unknownKey', [...known.keys()].join(' | '), value[key]);
    }
    return notes.problems.length === before ? (Object.fromEntries(read) as Required & Partial<Optional>) : BAD;
  };
}

export function list<Item>(item: Reader<Item>): Reader<readonly Item[]> {
  return (value, path, notes) => {
    if (!Array.isArray(value)) return note(notes, path, 'type', 'list', value);
    const items = Array.from(value, (entryValue: unknown, index) => item(entryValue, `${path}[${index}]`, notes));
    const read = items.filter((one): one is Item => one !== BAD);
    return read.length === items.length ? read : BAD;
  };
}

export function nonEmpty<Item>(item: Reader<Item>): Reader<readonly Item[]> {
  const read = list(item);
  return (value, path, notes) =>
    Array.isArray(value) && value.length === 0 ? note(notes, path, 'empty', 'at least one', value) : read(value, path, notes);
}

export function nullable<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (value, path, notes) => (value === null ? null : reader(value, path, notes));
}

export function oneOf<const Word extends string | number | boolean>(words: readonly Word[]): Reader<Word> {
  return (value, path, notes) => words.find((word) => word === value) ?? note(notes, path, 'value', words.join(' | '), value);
}

/** `reader`, then a test of the value it read. */
export function where<Value>(reader: Reader<Value>, holds: (value: Value) => boolean, expected: string): Reader<Value> {
  return (value, path, notes) => {
    const read = reader(value, path, notes);
    return read === BAD || holds(read) ? read : note(notes, path, 'value', expected, value);
  };
}

/** `reader`, then a look at the value it read: notes a contradiction or a name. */
export function also<Value>(reader: Reader<Value>, look: (value: Value, path: string, notes: Notes) => void): Reader<Value> {
  return (value, path, notes) => {
    const read = reader(value, path, notes);
    if (read !== BAD) look(read, path, notes);
    return read;
  };
}

export const anyText: Reader<string> = (value, path, notes) =>
  typeof value === 'string' ? value : note(notes, path, 'type', 'text', value);

export const text: Reader<string> = where(anyText, (read) => read.trim() !== '', 'text');

export const flag: Reader<boolean> = (value, path, notes) =>
  typeof value === 'boolean' ? value : note(notes, path, 'type', 'true | false', value);

const number: Reader<number> = (value, path, notes) =>
  typeof value === 'number' && Number.isFinite(value) ? value : note(notes, path, 'type', 'number', value);

export const notNegative = where(number, (read) => read >= 0, 'number ≥ 0');
export const positive = where(number, (read) => read > 0, 'number > 0');
export const count = where(number, (read) => Number.isInteger(read) && read >= 0, 'whole number ≥ 0');

/** An id stands in file names, links and reports: letters, digits, `.`, `_` and `-`. */
export const id = where(anyText, (read) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(read), 'id');

/** GB/T 2260 */
export const divisionCode = where(anyText, (read) => /^\d{6}$/.test(read), 'GB/T 2260 code, 6 digits');

/** A day that the calendar has. */
export const isoDay = where(anyText, isCalendarDay, 'YYYY-MM-DD');

function isCalendarDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
