import { describe, expect, it } from 'vitest';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import type { Reading } from '../../src/policy/rule.ts';
import { pack, rule } from './tiny.ts';

const reading = (options: readonly string[], chosen: string): Reading => ({
  id: 'limit',
  question: { zh: '?', en: '?' },
  options: options.map((id) => ({ id, label: { zh: id, en: id } })),
  chosen,
  why: { zh: '', en: '' },
});
const asking = (id: string, options: readonly string[]) =>
  rule({ id, when: { reading: 'limit', options: Object.fromEntries(options.map((option) => [option, { undecided: option }])) } });

describe('openRuleBook', () => {
  it("settles each pack's readings by its own options, whatever another pack calls its own", () => {
    const ours = pack([asking('A', ['x', 'y'])], { id: 'ours', readings: [reading(['x', 'y'], 'x')] });
    const theirs = pack([asking('B', ['p', 'q'])], { id: 'theirs', readings: [reading(['p', 'q'], 'q')] });
    const whens = (choices: Record<string, string>) => openRuleBook([ours, theirs], '2024-01-01', choices).rules.map(({ when }) => when);
    expect(whens({})).toEqual([{ undecided: 'x' }, { undecided: 'q' }]);
    expect(whens({ limit: 'y' })).toEqual([{ undecided: 'y' }, { undecided: 'q' }]);
  });

  it('names the widest radius of the packs, and none where no pack has one', () => {
    expect(openRuleBook([pack([])], '2024-01-01', {}).reachM).toBe(30_000);
    expect(openRuleBook([pack([], { sourceSets: [] })], '2024-01-01', {}).reachM).toBeNull();
  });
});
