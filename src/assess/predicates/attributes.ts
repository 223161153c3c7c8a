import { MISSING, NO, truthWord, YES } from '../../base/truth.ts';
import type { Comparison, Condition } from '../../policy/condition.ts';
import { FLAG_FALSE, FLAG_TRUE, FLAG_UNKNOWN } from '../columns.ts';
import type { Frame } from '../frame.ts';
import type { Predicate } from './predicate.ts';

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
  return {
    truths: ({ columns, from, to }) =>
      Uint8Array.from(columns.numbers[field].subarray(from, to), (value) => (Number.isNaN(value) ? MISSING : holds(value, limit) ? YES : NO)),
    evidence: ({ columns, from }, row, truth) => {
      const value = columns.numbers[field][from + row] as number;
      return {
        test: 'number',
        field,
        op,
        limit,
        value: Number.isNaN(value) ? null : value,
        truth: truthWord(truth),
        missing: truth === MISSING ? [field] : [],
      };
    },
  };
}

/** A word of the record is one of those the article names. */
export function wordPredicate({ word: field, in: accepts }: Of<'word'>): Predicate {
  const truthByCode = ({ columns }: Frame) => Uint8Array.from([MISSING, ...columns.vocabulary[field].map((word) => (accepts.includes(word) ? YES : NO))]);
  return {
    truths: (frame) => {
      const truthOf = truthByCode(frame);
      return frame.columns.words[field].slice(frame.from, frame.to).map((code) => truthOf[code] as number);
    },
    evidence: ({ columns, from }, row, truth) => ({
      test: 'word',
      field,
      accepts,
      value: columns.vocabulary[field][(columns.words[field][from + row] as number) - 1] ?? null,
      truth: truthWord(truth),
      missing: truth === MISSING ? [field] : [],
    }),
  };
}

/** A yes/no fact of the record. */
export function flagPredicate({ flag: field, is: expects }: Of<'flag'>): Predicate {
  const truthOf = { [FLAG_UNKNOWN]: MISSING, [FLAG_FALSE]: expects ? NO : YES, [FLAG_TRUE]: expects ? YES : NO };
  return {
    truths: ({ columns, from, to }) => columns.flags[field].slice(from, to).map((flag) => truthOf[flag as keyof typeof truthOf]),
    evidence: ({ columns, from }, row, truth) => {
      const flag = columns.flags[field][from + row];
      return {
        test: 'flag',
        field,
        expects,
        value: flag === FLAG_UNKNOWN ? null : flag === FLAG_TRUE,
        truth: truthWord(truth),
        missing: truth === MISSING ? [field] : [],
      };
    },
  };
}
