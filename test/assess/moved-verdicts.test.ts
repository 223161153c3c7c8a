import { describe, expect, it } from 'vitest';
import { movedVerdicts } from '../../src/assess/moved-verdicts.ts';
import type { Rule } from '../../src/policy/rule.ts';
import { judge } from './judge-world.ts';
import { facility, pack, rule } from './tiny.ts';

const LEDGER = { facilities: [facility({ capacityTph: 30 }), facility({ capacityTph: 35 }), facility({ capacityTph: null })] };
const small = (op: 'lt' | 'lte', parts: Partial<Rule> = {}) => pack([rule({ when: { number: 'capacityTph', op, limit: 35 }, ...parts })]);
const after = (law: ReturnType<typeof small>, asOf = '2024-06-01') => judge(LEDGER, [law], asOf).assessment;
const due = (day: string) => ({ deadline: { origin: 'stated', day } }) as const;

describe('movedVerdicts', () => {
  it('names whom another reading moves, and from what to what', () => {
    expect(movedVerdicts(after(small('lte')), after(small('lt')))).toMatchObject([{ facility: 1, before: { duty: 'close' }, after: { duty: 'none', possibleDuty: 'none', certainty: 'certain' } }]);
    expect(movedVerdicts(after(small('lte')), after(small('lte')))).toEqual([]);
  });

  it('sees what is only possible, and what is only late', () => {
    expect(movedVerdicts(after(small('lte')), after(small('lte', { duty: 'retrofit' }))).map((one) => one.facility)).toEqual([0, 1, 2]);
    const late = movedVerdicts(after(small('lt', due('2024-05-31')), '2024-05-31'), after(small('lt', due('2024-05-31'))));
    expect(late.map((one) => [one.facility, one.before.overdue, one.after.overdue])).toEqual([[0, false, true]]);
    expect(movedVerdicts(after(small('lt', due('2024-07-31'))), after(small('lt', due('2024-08-31')))).map((one) => one.facility)).toEqual([0]);
    expect(movedVerdicts(after(small('lt', due('2024-07-31'))), after(small('lt', { deadline: { origin: 'inherited', day: '2024-07-31', from: '4' } }))).map((one) => one.facility)).toEqual([0]);
    expect(movedVerdicts(after(small('lt')), after(small('lt', { subject: { undecided: 'x' } }))).map((one) => [one.facility, one.after.certainty])).toEqual([[0, 'review']]);
  });

  it('refuses two ledgers', () => {
    const other = judge({ facilities: [facility()] }, [small('lt')]).assessment;
    expect(() => movedVerdicts(other, after(small('lt')))).toThrow('1 and 3');
  });
});
