import { describe, expect, it } from 'vitest';
import { finish, type Steps } from '../../src/base/steps.ts';
import { memoiseSteps } from '../../src/state/memoise.ts';

function counting() {
  const asked: number[] = [];
  const square = memoiseSteps(function* (of: { readonly n: number }): Steps<{ readonly n: number }> {
    asked.push(of.n);
    yield 0.5;
    return { n: of.n ** 2 };
  });
  return { asked, square };
}

describe('memoiseSteps', () => {
  const [one, two, three] = [{ n: 1 }, { n: 2 }, { n: 3 }];

  it('answers at once what was worked out in steps before', () => {
    const { asked, square } = counting();
    const shares = square.steps(two);
    expect(shares.next()).toEqual({ done: false, value: 0.5 });
    const made = finish(shares);
    expect(square(two)).toBe(made);
    expect(made).toEqual({ n: 4 });
    expect(asked).toEqual([2]);
  });

  it('keeps what is on show while another is made ready, and lets go of the oldest', () => {
    const { asked, square } = counting();
    const shown = square(one);
    finish(square.steps(two));
    expect(square(one)).toBe(shown);
    square(two);
    square(three);
    expect(asked).toEqual([1, 2, 3]);
    square(two);
    expect(asked).toEqual([1, 2, 3]);
    expect(square(one)).not.toBe(shown);
  });
});
