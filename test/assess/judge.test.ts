import { describe, expect, it } from 'vitest';
import type { Test } from '../../src/assess/compile.ts';
import type { Frame } from '../../src/assess/frame.ts';
import type { Judged } from '../../src/assess/judge.ts';
import { judge, visitCarrying } from '../../src/assess/judge.ts';
import type { Truth } from '../../src/base/truth.ts';
import { and, MISSING, NO, not, or, REVIEW, YES } from '../../src/base/truth.ts';

const TRUTHS = [NO, MISSING, REVIEW, YES] as const;

interface Leaf {
  readonly test: Test;
  readonly asked: () => number;
}

function leaf(...column: readonly Truth[]): Leaf {
  let asked = 0;
  const truths = () => {
    asked++;
    return Uint8Array.from(column);
  };
  return { test: { op: 'leaf', predicate: { truths, evidence: () => expect.fail('nobody asks for evidence'), missing: () => [] } }, asked: () => asked };
}

const joined = (op: 'all' | 'any', ...leaves: readonly Leaf[]): Test => ({ op, parts: leaves.map(({ test }) => test) });

/** All that judging itself asks of a frame. */
function frame(rows: number, thorough = false): Frame {
  return { from: 0, to: rows, thorough, answers: {} } as Frame;
}

function judged(test: Test, rows: number, thorough = false): Judged {
  return judge(test, frame(rows, thorough));
}

describe.each([['all', and, YES, NO], ['any', or, NO, YES]] as const)('%s', (op, join, neutral, final) => {
  it('of three is the join of the three, row by row, in whatever rows they stand', () => {
    const [a, b, c] = [TRUTHS, TRUTHS, TRUTHS].map((_, place) => Array.from({ length: 64 }, (__, row) => TRUTHS[(row >> (2 * place)) & 3] as Truth)) as [Truth[], Truth[], Truth[]];
    const { truths, only } = judged(joined(op, leaf(...a), leaf(...b), leaf(...c)), 64);
    expect([...truths]).toEqual(a.map((truth, row) => join(truth, join(b[row] as Truth, c[row] as Truth))));
    expect(only).toBeNull();
  });

  it('of none changes nothing', () => {
    expect(judged(joined(op), 3)).toMatchObject({ truths: Uint8Array.of(neutral, neutral, neutral), only: neutral });
  });

  it.each(TRUTHS)('knows when every row says %d', (truth) => {
    expect(judged(joined(op, leaf(neutral, neutral), leaf(truth, truth)), 2)).toMatchObject({ truths: Uint8Array.of(truth, truth), only: truth });
    expect(judged(joined(op, leaf(truth, truth), leaf(truth, truth)), 2)).toMatchObject({ truths: Uint8Array.of(truth, truth), only: truth });
  });

  it('looks at no part after the one that decides every row, unless somebody will ask for them', () => {
    for (const deciding of [[leaf(final, final)], [leaf(final, MISSING), leaf(REVIEW, final)]]) {
      const late = leaf(MISSING, REVIEW);
      expect(judged(joined(op, leaf(neutral, neutral), ...deciding, late), 2)).toMatchObject({ only: final, parts: { length: 1 + deciding.length } });
      expect(late.asked()).toBe(0);
    }
    for (const deciding of [[leaf(final, final)], [leaf(final, MISSING), leaf(REVIEW, final)]]) {
      const late = leaf(MISSING, REVIEW);
      expect(judged(joined(op, ...deciding, late), 2, true)).toMatchObject({ only: final, parts: { length: deciding.length + 1 } });
      expect(late.asked()).toBe(1);
    }
  });

  it('goes on while one row is open', () => {
    const late = leaf(neutral, final);
    expect(judged(joined(op, leaf(final, REVIEW), leaf(final, MISSING), late), 2)).toMatchObject({ truths: Uint8Array.of(final, final), only: final });
    expect(late.asked()).toBe(1);
  });

  it('leaves the columns of its parts as they are', () => {
    const [first, second] = [leaf(NO, YES), leaf(YES, NO)];
    const whole = frame(2);
    judge(joined(op, first, second), whole);
    expect([judge(first.test, whole).truths, judge(second.test, whole).truths]).toEqual([Uint8Array.of(NO, YES), Uint8Array.of(YES, NO)]);
  });
});

describe('not', () => {
  it('turns sure answers round and leaves open ones open', () => {
    expect(judged({ op: 'not', part: leaf(...TRUTHS).test }, 4)).toMatchObject({ truths: Uint8Array.from(TRUTHS, not), only: null });
    expect(judged({ op: 'not', part: leaf(NO, NO).test }, 2).only).toBe(YES);
  });
});

it('a test is answered once per frame, whoever asks', () => {
  const shared = leaf(YES, NO);
  const whole = frame(2);
  const first = judge({ op: 'not', part: shared.test }, whole);
  expect(judge(joined('any', shared, leaf(NO, NO)), whole).parts[0]).toBe(first.parts[0]);
  expect(judge(shared.test, { ...whole })).toBe(first.parts[0]);
  expect(shared.asked()).toBe(1);
  judge(shared.test, frame(2));
  expect(shared.asked()).toBe(2);
});

describe('a visit', () => {
  const leaves = [leaf(NO, MISSING, REVIEW, YES), leaf(NO, YES, YES, YES), leaf(YES, MISSING, REVIEW, YES)];
  const named = new Map(leaves.map(({ test }, k) => [test.op === 'leaf' ? test.predicate : null, k]));

  /** The numbers of the leaves that were heard of for one row, up to and with the one that ended it. */
  function heard(op: 'all' | 'any' | 'not', row: number, last = -1) {
    const found: (number | undefined)[] = [];
    const test: Test = op === 'not' ? { op, part: joined('all', ...leaves) } : joined(op, ...leaves);
    const ended = visitCarrying(judged(test, 4, true), frame(4), row, (predicate) => {
      found.push(named.get(predicate));
      return found.at(-1) === last;
    });
    return [found, ended];
  }

  it('goes to what carries the answer', () => {
    expect([0, 1, 2, 3].map((row) => heard('all', row))).toEqual([[[0], false], [[0, 2, 1], false], [[0, 2, 1], false], [[0, 1, 2], false]]);
    expect([0, 1, 2, 3].map((row) => heard('any', row))).toEqual([[[2], false], [[1], false], [[1], false], [[0], false]]);
    expect([0, 1].map((row) => heard('not', row))).toEqual([[[0], false], [[0, 2, 1], false]]);
  });

  it('ends when the visitor has heard enough, at any depth', () => {
    expect([heard('all', 0, 0), heard('all', 1, 2), heard('all', 2, 0), heard('all', 3, 1)]).toEqual([[[0], true], [[0, 2], true], [[0], true], [[0, 1], true]]);
    expect([heard('any', 1, 1), heard('not', 1, 2), heard('not', 0, 0)]).toEqual([[[1], true], [[0, 2], true], [[0], true]]);
  });
});
