import { describe, expect, it } from 'vitest';
import { OUTCOMES, type Outcome } from '../../src/assess/assessment.ts';
import { CERTAINTIES } from '../../src/assess/assessment.ts';
import { isAffected, verdictOf } from '../../src/assess/verdict.ts';
import { weigh as weighColumns } from '../../src/assess/weigh.ts';
import { DUTIES, dutyRank, type Duty } from '../../src/policy/duty.ts';
import type { Deadline, Rule } from '../../src/policy/rule.ts';
import { judge, outcomes } from './judge-world.ts';
import { facility, pack, rule } from './tiny.ts';

type Said = readonly [duty: Duty, outcome: Outcome, deadline?: Deadline];

const stated = (day: string): Deadline => ({ origin: 'stated', day });
const inherited = (day: string): Deadline => ({ origin: 'inherited', day, from: '4' });

function weigh(...said: readonly Said[]) {
  const rules = said.map(([duty, outcome, deadline = { origin: 'none', day: null }]) => ({
    ready: { open: { rule: rule({ duty, deadline }) } },
    outcomes: Uint8Array.of(OUTCOMES.indexOf(outcome)),
    said: 1 << OUTCOMES.indexOf(outcome),
  }));
  const verdict = { duty: new Uint8Array(1), possibleDuty: new Uint8Array(1), certainty: new Uint8Array(1), deadlineRule: new Int16Array(1) };
  weighColumns(rules, verdict);
  return [DUTIES[verdict.duty[0] ?? -1], DUTIES[verdict.possibleDuty[0] ?? -1], CERTAINTIES[verdict.certainty[0] ?? -1], verdict.deadlineRule[0]];
}

/** Both ways round: no order of the rules may matter. */
function bothWays(expected: readonly unknown[], ...said: readonly Said[]): void {
  expect(weigh(...said)).toEqual([...expected, expect.anything()]);
  expect(weigh(...said.toReversed())).toEqual([...expected, expect.anything()]);
}

describe('weigh', () => {
  it('takes the strongest duty that applies', () => {
    bothWays(['close', 'close', 'certain'], ['close', 'applies'], ['retrofit', 'applies']);
    bothWays(['retrofit', 'retrofit', 'certain'], ['retrofit', 'applies'], ['inspect', 'applies'], ['inspect', 'review']);
    expect(weigh()).toEqual(['none', 'none', 'certain', -1]);
  });

  it.each(['unbound', 'outside', 'exempt'] as const)('lets what is %s demand nothing', (outcome) => {
    bothWays(['inspect', 'inspect', 'certain'], ['close', outcome], ['inspect', 'applies']);
  });

  it('says what more is possible, and why it is open: a matter of judgement before a missing fact', () => {
    bothWays(['retrofit', 'close', 'review'], ['close', 'review'], ['retrofit', 'applies']);
    bothWays(['retrofit', 'close', 'unknown'], ['close', 'unknown'], ['retrofit', 'applies'], ['phase-out', 'review']);
    bothWays(['none', 'close', 'review'], ['close', 'unknown'], ['close', 'review']);
    bothWays(['none', 'close', 'unknown'], ['close', 'unknown'], ['close', 'unknown']);
    bothWays(['none', 'close', 'review'], ['close', 'review'], ['phase-out', 'unknown']);
    bothWays(['close', 'close', 'certain'], ['close', 'unknown'], ['close', 'applies'], ['close', 'review']);
  });

  it('keeps every step of the order of duties', () => {
    expect(DUTIES.map((duty) => dutyRank(duty))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const demanding = DUTIES.filter((duty) => duty !== 'hold' && duty !== 'none');
    for (const [k, weaker] of demanding.entries()) if (k > 0) bothWays([demanding[k - 1], demanding[k - 1], 'certain'], [demanding[k - 1] as Duty, 'applies'], [weaker, 'applies']);
  });

  it('demands nothing by a hold', () => {
    expect(weigh(['hold', 'applies'], ['none', 'applies', stated('2024-01-31')])).toEqual(['none', 'none', 'certain', -1]);
  });

  it('counts the earliest deadline of the sure duty, one that is stated before one that is inherited', () => {
    expect(weigh(['close', 'applies', stated('2024-09-30')], ['close', 'applies', stated('2024-05-31')], ['close', 'applies'])).toEqual(['close', 'close', 'certain', 1]);
    expect(weigh(['close', 'applies', stated('2024-05-31')], ['close', 'applies', stated('2024-09-30')])[3]).toBe(0);
    expect(weigh(['close', 'applies', inherited('2024-05-31')], ['close', 'applies', stated('2024-05-31')])[3]).toBe(1);
    expect(weigh(['close', 'applies', stated('2024-05-31')], ['close', 'applies', inherited('2024-05-31')])[3]).toBe(0);
    expect(weigh(['close', 'applies', inherited('2024-05-31')], ['close', 'applies', inherited('2024-05-31')])[3]).toBe(0);
    expect(weigh(['close', 'applies', stated('2024-05-31')], ['close', 'applies', stated('2024-05-31')])[3]).toBe(0);
    expect(weigh(['close', 'applies', inherited('2024-04-30')], ['close', 'applies', stated('2024-05-31')])[3]).toBe(0);
  });

  it('lends no deadline of a weaker, stronger or open demand', () => {
    expect(weigh(['close', 'applies'], ['retrofit', 'applies', stated('2024-05-31')], ['close', 'review', stated('2024-05-31')])[3]).toBe(-1);
    expect(weigh(['retrofit', 'applies', stated('2024-10-31')], ['close', 'unknown', stated('2024-05-31')])[3]).toBe(0);
  });
});

it('weighs each facility of a range by what is said of itself', () => {
  const said = ([duty, deadline, ...outcomes]: readonly [Duty, Deadline, ...Outcome[]]) => ({
    ready: { open: { rule: rule({ duty, deadline }) } },
    outcomes: Uint8Array.from(outcomes, (outcome) => OUTCOMES.indexOf(outcome)),
    said: outcomes.reduce((bits, outcome) => bits | (1 << OUTCOMES.indexOf(outcome)), 0),
  });
  const [none, early, late]: readonly Deadline[] = [{ origin: 'none', day: null }, stated('2024-05-31'), stated('2024-09-30')];
  if (none === undefined || early === undefined || late === undefined) throw new Error('no deadlines');
  const rows = 4;
  const columns = { duty: new Uint8Array(rows), possibleDuty: new Uint8Array(rows), certainty: new Uint8Array(rows), deadlineRule: new Int16Array(rows) };
  const rules = [said(['close', none, 'applies', 'applies', 'unknown', 'outside']), said(['close', early, 'review', 'applies', 'applies', 'unknown']), said(['retrofit', late, 'applies', 'applies', 'applies', 'applies'])];
  weighColumns(rules, columns);
  expect([...columns.duty].map((duty) => DUTIES[duty])).toEqual(['close', 'close', 'close', 'retrofit']);
  expect([...columns.possibleDuty].map((duty) => DUTIES[duty])).toEqual(['close', 'close', 'close', 'close']);
  expect([...columns.certainty].map((certainty) => CERTAINTIES[certainty])).toEqual(['certain', 'certain', 'certain', 'unknown']);
  expect([...columns.deadlineRule]).toEqual([-1, 1, 1, 2]);
});

describe('verdictOf', () => {
  const close = (parts: Partial<Rule>) => judge({ facilities: [facility()] }, [pack([rule(parts)])]).assessment;

  it('says the day, where it comes from, and whether it is past', () => {
    expect(verdictOf(close({ deadline: stated('2024-05-31') }), 0)).toEqual({ duty: 'close', possibleDuty: 'close', certainty: 'certain', deadline: '2024-05-31', deadlineOrigin: 'stated', overdue: true });
    expect(verdictOf(close({ deadline: inherited('2024-06-01') }), 0)).toMatchObject({ deadline: '2024-06-01', deadlineOrigin: 'inherited', overdue: false });
    expect(verdictOf(close({}), 0)).toMatchObject({ deadline: null, deadlineOrigin: 'none', overdue: false });
  });

  it('counts whoever may have to do something as affected', () => {
    expect([close({}), close({ when: { undecided: 'x' } }), close({ when: { not: { always: true } } }), close({ duty: 'none' })].map((one) => isAffected(one, 0))).toEqual([true, true, false, false]);
  });
});

describe('exemptions', () => {
  const FACTS = { capacityTph: 10, outdated: true, monitored: false } as const;
  const CONDITIONS = { sure: { flag: 'outdated', is: true }, never: { flag: 'monitored', is: true }, open: { word: 'use', in: ['homeHeating'] }, unclear: { undecided: 'x' } } as const;
  type Word = keyof typeof CONDITIONS;

  function exempted(...words: readonly Word[]) {
    const unless = words.map((word) => ({ clause: { zh: word, en: word }, article: word, condition: CONDITIONS[word] }));
    const { outcome, clause, evidence, missing } = judge({ facilities: [facility(FACTS)] }, [pack([rule({ when: { number: 'capacityTph', op: 'gt', limit: 1 }, unless })])]).findings[0] ?? {};
    return { outcome, clause: clause?.en ?? null, asked: evidence?.map((one) => ('field' in one ? one.field : one.test)), missing };
  }

  it.each<[readonly Word[], Outcome, Word | null, readonly string[]]>([
    [['never'], 'applies', null, []],
    [['never', 'never'], 'applies', null, []],
    [['sure'], 'exempt', 'sure', ['outdated']],
    [['never', 'sure'], 'exempt', 'sure', ['outdated']],
    [['sure', 'never'], 'exempt', 'sure', ['outdated']],
    [['open', 'sure'], 'exempt', 'sure', ['outdated', 'use']],
    [['unclear', 'open', 'sure'], 'exempt', 'sure', ['outdated', 'undecided', 'use']],
    [['never', 'open'], 'unknown', 'open', ['use']],
    [['open', 'unclear'], 'review', 'unclear', ['undecided', 'use']],
    [['unclear', 'never'], 'review', 'unclear', ['undecided']],
  ])('%j: %s', (words, outcome, clause, asked) => {
    const missing = (outcome === 'unknown' || outcome === 'review') && words.includes('open') ? ['use'] : [];
    expect(exempted(...words)).toEqual({ outcome, clause, asked: [...asked, 'capacityTph'], missing });
  });

  it('take out nobody who is outside, whoever else the law binds', () => {
    const large = rule({ when: { number: 'capacityTph', op: 'gt', limit: 15 }, unless: [{ clause: { zh: 'a', en: 'a' }, article: 'a', condition: CONDITIONS.sure }] });
    expect(judge({ facilities: [facility(FACTS)] }, [pack([large])]).findings[0]).toMatchObject({ outcome: 'outside', clause: null });
  });
});

describe('holds', () => {
  const CLOSE = rule({ id: 'CLOSE' });
  const hold = (id: string, when: Rule['when'], parts: Partial<Rule> = {}) => rule({ id, title: { zh: id, en: id }, article: id, duty: 'hold', holds: ['close'], when, ...parts });
  const SURE = hold('SURE', { always: true });
  const OPEN = hold('OPEN', { word: 'use', in: ['homeHeating'] });
  const UNDECIDED = hold('UNDECIDED', { undecided: 'x' });
  const NOT = hold('NOT', { not: { always: true } });

  /** Whatever the order of the holds. */
  function held(holds: readonly Rule[], parts: Partial<Rule> = {}, asOf = '2024-06-01') {
    const [forth, back] = [holds, holds.toReversed()].map((order) => judge({ facilities: [facility()] }, [pack([{ ...CLOSE, ...parts }, ...order])], asOf).findings[0]);
    expect(back?.outcome).toEqual(forth?.outcome);
    return [forth, back] as const;
  }

  it.each<[string, readonly Rule[], Outcome]>([
    ['sure', [SURE], 'exempt'],
    ['possible for want of a fact', [OPEN], 'unknown'],
    ['possible by its words', [UNDECIDED], 'review'],
    ['none', [NOT], 'applies'],
    ['sure beside a possible one', [SURE, OPEN, UNDECIDED], 'exempt'],
    ['possible in two ways', [OPEN, UNDECIDED], 'unknown'],
    ['possible beside none', [NOT, UNDECIDED], 'review'],
  ])('%s', (_, holds, outcome) => {
    expect(held(holds)[0]?.outcome).toBe(outcome);
  });

  it('shows the hold that decides, whatever the order', () => {
    for (const finding of held([OPEN, UNDECIDED])) expect(finding).toMatchObject({ heldBy: { pack: 'P', rule: 'OPEN' }, clause: { article: 'OPEN', en: 'OPEN' }, missing: ['use'] });
    for (const finding of held([SURE, OPEN])) expect(finding).toMatchObject({ heldBy: { rule: 'SURE' }, clause: { en: 'SURE' } });
    for (const finding of held([NOT])) expect(finding).toMatchObject({ heldBy: null, clause: null });
  });

  it('passes a doubt on to a demand that is open itself, and shows both', () => {
    expect(held([UNDECIDED], { when: { number: 'capacityTph', op: 'lte', limit: 35 } })[0]).toMatchObject({ outcome: 'unknown', heldBy: { rule: 'UNDECIDED' }, missing: ['capacityTph'] });
    expect(held([OPEN], { when: { undecided: 'y' } })[0]).toMatchObject({ outcome: 'unknown', heldBy: { rule: 'OPEN' } });
    expect(held([SURE], { when: { undecided: 'y' } })[0]).toMatchObject({ outcome: 'exempt', heldBy: { rule: 'SURE' } });
  });

  it('stops only what it names, only in its own city and time, and no one who is outside or exempt', () => {
    expect(held([SURE], { duty: 'retrofit' })[0]).toMatchObject({ outcome: 'applies', heldBy: null });
    expect(held([SURE], { when: { not: { always: true } } })[0]).toMatchObject({ outcome: 'outside', heldBy: null });
    const outside = { when: { not: { always: true } }, unless: [{ clause: { zh: '自有', en: 'own' }, article: '5', condition: { always: true } }] } as const;
    expect(held([NOT], outside)[0]).toMatchObject({ outcome: 'outside', clause: null });
    const own = { unless: [{ clause: { zh: '自有', en: 'own' }, article: '5', condition: { always: true } }] } as const;
    expect(held([SURE], own)[0]).toMatchObject({ outcome: 'exempt', heldBy: null, clause: { en: 'own' } });
    const elsewhere = pack([SURE], { id: 'city', jurisdiction: '140300' });
    expect(outcomes({ facilities: [facility()] }, [pack([CLOSE]), elsewhere])).toEqual({ CLOSE: 'applies' });
    expect(outcomes({ facilities: [facility({ divisionCode: '140302' })] }, [pack([CLOSE], { jurisdiction: '140000' }), elsewhere])).toEqual({ CLOSE: 'exempt', SURE: 'applies' });
    expect(held([{ ...SURE, inForce: { from: '2024-06-02', until: null } }])[0]?.outcome).toBe('applies');
  });

  it('shows what carries the hold first, and tells it apart from the demand', () => {
    const at = { unless: [{ clause: { zh: '或许', en: 'perhaps' }, article: '5', condition: { flag: 'outdated', is: true } }], when: { number: 'capacityTph', op: 'gte', limit: 0 } } as const;
    const found = judge({ facilities: [facility({ capacityTph: 10, divisionCode: null })] }, [pack([{ ...CLOSE, ...at }, OPEN])]).findings[0];
    expect(found?.grounds.map((ground) => [ground.for, ground.evidence.test])).toEqual([['hold', 'division'], ['exemption', 'flag'], ['place', 'division'], ['demand', 'number']]);
    expect(found?.evidence).toEqual(found?.grounds.map(({ evidence }) => evidence));
    expect(found?.missing).toEqual(['divisionCode', 'outdated']);
  });
});
