import { describe, expect, it } from 'vitest';
import { readingsOfRule } from '../../src/policy/rule-readings.ts';
import type { Reading } from '../../src/policy/rule.ts';
import { BIG_CHP, pack, rule } from '../assess/tiny.ts';

const reading = (id: string): Reading => ({
  id,
  question: { zh: id, en: id },
  options: [{ id: 'one', label: { zh: '一', en: '1' } }],
  chosen: 'one',
  why: { zh: '', en: '' },
});
const hangsOn = (id: string) => ({ reading: id, options: { one: { always: true } } }) as const;

describe('readingsOfRule', () => {
  const document = pack([], {
    readings: ['when', 'unless', 'set', 'doubt', 'other'].map(reading),
    sourceSets: [{ ...BIG_CHP, eligible: hangsOn('set') }],
  });
  const ids = (parts: Parameters<typeof rule>[0]) => readingsOfRule(rule(parts), document).map(({ id }) => id);

  it('finds those of the conditions, the exemptions and the reasons of a doubt', () => {
    const unless = [{ clause: { zh: '', en: '' }, article: '', condition: hangsOn('unless') }];
    expect(ids({ subject: { undecided: 'doubt' }, when: { not: hangsOn('when') }, unless })).toEqual(['when', 'unless', 'doubt']);
  });

  it('finds those of the source set that the rule asks for', () => {
    expect(ids({ when: { withinReach: 'big' } })).toEqual(['set']);
    expect(ids({ when: { any: [{ ownUnit: 'big' }] } })).toEqual(['set']);
  });

  it('finds none where the text is plain', () => {
    expect(ids({})).toEqual([]);
  });
});
