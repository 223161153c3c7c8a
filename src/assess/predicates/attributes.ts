import type { Truth } from '../../base/truth.ts';
import { MISSING, NO, truthWord, YES } from '../../base/truth.ts';
import type { Comparison, Condition } from '../../policy/condition.ts';
import type { Columns } from '../columns.ts';
import { FLAG_FALSE, FLAG_TRUE, FLAG_UNKNOWN } from '../columns.ts';
import type { Predicate } from './predicate.ts';
import { NOTHING_MISSING } from './predicate.ts';

type Of<Key extends string> = Extract<Condition, Readonly<Record<Key, unknown>>>;

const COMPARE: Readonly<Record<Comparison, (value: number, limit: number) => boolean>> = {
  lt: (value, limit) => value < limit,
  lte: (value, limit) => value <= limit,
  gt: (value, limit) => value > limit,
  gte: (value, limit) => value >= limit,
  eq: (value, limit) => value === limit,
};

/** A number of the record against a limit in the same unit. */
export function numberPredicate({ number: field, op, limit }: Of<'number'>): Predicate {
  const holds = COMPARE[op];
  const missing = missingField(field);
  return {
    truths: ({ columns, from, to }) => {
      const values = columns.numbers[field];
      const truths = new Uint8Array(to - from);
      for (let row = 0; row < truths.length; row++) {
        const value = values[from + row] as number;
        truths[row] = Number.isNaN(value) ? MISSING : holds(value, limit) ? YES : NO;
      }
      return truths;
    },
    evidence: (frame, row, truth) => {
      const value = frame.columns.numbers[field][frame.from + row] as number;
      return { test: 'number', field, op, limit, value: Number.isNaN(value) ? null : value, truth: truthWord(truth), missing: missing(frame, row, truth) };
    },
    missing,
  };
}

/** A word of the record is one of those the article names. */
export function wordPredicate({ word: field, in: accepts }: Of<'word'>): Predicate {
  const truthByCode = ({ vocabulary }: Columns) => Uint8Array.from([MISSING, ...vocabulary[field].map((word) => (accepts.includes(word) ? YES : NO))]);
  const missing = missingField(field);
  return {
    truths: ({ columns, from, to }) => byCode(columns.words[field], from, to, truthByCode(columns)),
    evidence: (frame, row, truth) => ({
      test: 'word',
      field,
      accepts,
      value: frame.columns.vocabulary[field][(frame.columns.words[field][frame.from + row] as number) - 1] ?? null,
      truth: truthWord(truth),
      missing: missing(frame, row, truth),
    }),
    missing,
  };
}

/** A yes/no fact of the record. */
export function flagPredicate({ flag: field, is: expects }: Of<'flag'>): Predicate {
  const truthOf = new Uint8Array(3);
  truthOf[FLAG_UNKNOWN] = MISSING;
  truthOf[FLAG_FALSE] = expects ? NO : YES;
  truthOf[FLAG_TRUE] = expects ? YES : NO;
  const missing = missingField(field);
  return {
    truths: ({ columns, from, to }) => byCode(columns.flags[field], from, to, truthOf),
    evidence: (frame, row, truth) => {
      const flag = frame.columns.flags[field][frame.from + row];
      return { test: 'flag', field, expects, value: flag === FLAG_UNKNOWN ? null : flag === FLAG_TRUE, truth: truthWord(truth), missing: missing(frame, row, truth) };
    },
    missing,
  };
}

function byCode(codes: Uint8Array, from: number, to: number, truthOf: Uint8Array): Uint8Array {
  const truths = new Uint8Array(to - from);
  for (let row = 0; row < truths.length; row++) truths[row] = truthOf[codes[from + row] as number] as number;
  return truths;
}

function missingField(field: string): Predicate['missing'] {
  const named = [field];
  return (_frame, _row, truth: Truth) => (truth === MISSING ? named : NOTHING_MISSING);
}
