import { describe, expect, it } from 'vitest';
import type { Facility } from '../../src/domain/facility.ts';
import type { Rule } from '../../src/policy/rule.ts';
import { judge } from './judge-world.ts';
import { facility, pack, rule } from './tiny.ts';

const due = (day: string) => ({ origin: 'stated', day }) as const;
const LATE = rule({ id: 'LATE', when: { overdue: true } });
const SMALL = rule({ id: 'SMALL', duty: 'retrofit', when: { all: [{ number: 'capacityTph', op: 'lte', limit: 35 }, { flag: 'ultraLowEmission', is: false }] }, deadline: due('2024-05-31') });
const POOR = { capacityTph: 20, ultraLowEmission: false, status: 'inUse' } as const;

const late = (parts: Partial<Facility>, rules: readonly Rule[], asOf = '2024-06-01') =>
  judge({ facilities: [facility(parts)] }, [pack([LATE, ...rules])], asOf).findings.find(({ rule: id }) => id === 'LATE');

describe('a rule on what is overdue', () => {
  it('applies from the day after the last one of another demand, and names it', () => {
    expect(late(POOR, [SMALL], '2024-05-31')?.outcome).toBe('outside');
    expect(late(POOR, [SMALL])).toMatchObject({
      outcome: 'applies',
      evidence: [{ test: 'overdue', rule: 'SMALL', article: '1', document: { en: 'pack' }, day: '2024-05-31', truth: 'yes', missing: [] }],
    });
  });

  it('finds nothing where nothing is demanded, no day is stated, or the day has not come', () => {
    expect(late({ ...POOR, ultraLowEmission: true }, [SMALL])).toMatchObject({ outcome: 'outside', evidence: [{ test: 'overdue', rule: null, day: null, truth: 'no', missing: [] }] });
    expect(late(POOR, [{ ...SMALL, deadline: { origin: 'none', day: null } }])?.outcome).toBe('outside');
    expect(late(POOR, [{ ...SMALL, deadline: due('2024-06-01') }])?.outcome).toBe('outside');
  });

  it('counts a closed facility as done, and asks for a status that is missing', () => {
    expect(late({ ...POOR, status: 'closed' }, [SMALL])?.outcome).toBe('outside');
    expect(late({ ...POOR, status: null }, [SMALL])).toMatchObject({ outcome: 'unknown', missing: ['status'] });
  });

  it('passes on the doubt of the demand itself, with what it lacks', () => {
    expect(late({ ...POOR, capacityTph: null }, [SMALL])).toMatchObject({ outcome: 'unknown', missing: ['capacityTph'] });
    expect(late({ ...POOR, capacityTph: null, status: null }, [SMALL])?.missing).toEqual(['capacityTph', 'status']);
    expect(late(POOR, [{ ...SMALL, when: { undecided: 'size' } }])).toMatchObject({ outcome: 'review' });
  });

  it('takes the surest of several, and of these the earliest', () => {
    const earlier = { ...SMALL, id: 'EARLIER', deadline: due('2023-12-31') };
    const open = { ...SMALL, id: 'OPEN', when: { undecided: 'size' }, deadline: due('2020-12-31') } as const;
    const latest = { ...SMALL, id: 'LATEST', deadline: due('2024-04-30') };
    const rules = [SMALL, earlier, open, latest];
    for (const order of [rules, rules.toReversed()]) expect(late(POOR, order)?.evidence[0]).toMatchObject({ rule: 'EARLIER', day: '2023-12-31' });
  });

  it('looks at the flag that shows a demand as done where the rule itself asks for none', () => {
    const monitor = rule({ id: 'MONITOR', duty: 'monitor', deadline: due('2024-01-31') });
    expect(late({ ...POOR, monitored: false }, [monitor])?.outcome).toBe('applies');
    expect(late({ ...POOR, monitored: true }, [monitor])?.outcome).toBe('outside');
    expect(late({ ...POOR, monitored: null }, [monitor])).toMatchObject({ outcome: 'unknown', missing: ['monitored'] });
    const retrofit = { ...monitor, duty: 'retrofit' } as const;
    expect(late({ ...POOR, ultraLowEmission: true }, [retrofit])?.outcome).toBe('outside');
    const bySize = { ...monitor, when: { number: 'capacityTph', op: 'lte', limit: 35 } } as const;
    expect(late({ ...POOR, monitored: true }, [bySize])?.outcome).toBe('outside');
    expect(late({ ...POOR, monitored: null, status: null }, [bySize])?.missing).toEqual(['status', 'monitored']);
    const byFilter = { ...retrofit, when: { flag: 'bagFilter', is: false } } as const;
    expect(late({ ...POOR, ultraLowEmission: true, bagFilter: false }, [byFilter])?.outcome).toBe('applies');
    expect(late({ ...POOR, ultraLowEmission: null, bagFilter: false }, [byFilter])).toMatchObject({ outcome: 'applies', missing: [] });
  });

  it('never surely calls an inspection late, of which a ledger says nothing', () => {
    expect(late(POOR, [rule({ id: 'LOOK', duty: 'inspect', deadline: due('2024-01-31') })])?.outcome).toBe('review');
  });

  it('may stand among other tests', () => {
    const coal = rule({ id: 'LATE', when: { all: [{ word: 'fuel', in: ['coal'] }, { overdue: true }] } });
    expect(judge({ facilities: [facility(POOR)] }, [pack([coal, SMALL])]).findings[0]?.outcome).toBe('applies');
    const sparing = rule({ id: 'LATE', unless: [{ clause: { zh: '逾期', en: 'late' }, article: '1', condition: { overdue: true } }] });
    expect(judge({ facilities: [facility(POOR)] }, [pack([sparing, SMALL])]).findings[0]?.outcome).toBe('exempt');
  });

  it('does not look at itself, at another of its kind, nor at a hold or at what demands nothing', () => {
    const again = rule({ id: 'AGAIN', when: { overdue: true }, deadline: due('2020-01-31') });
    const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['monitor'], deadline: due('2020-01-31') });
    expect(late(POOR, [{ ...LATE, id: 'SELF', deadline: due('2020-01-31') }, again, hold, rule({ id: 'NOTHING', duty: 'none', deadline: due('2020-01-31') })])?.outcome).toBe('outside');
  });

  it('leaves aside a demand that is held back, and is itself held back', () => {
    const heating = rule({ id: 'HEATING', duty: 'hold', holds: ['retrofit'], when: { word: 'use', in: ['homeHeating'] } });
    expect(late({ ...POOR, use: 'homeHeating' }, [SMALL, heating])?.outcome).toBe('outside');
    const noClosing = { ...heating, holds: ['close'] } as const;
    expect(late({ ...POOR, use: 'homeHeating' }, [SMALL, noClosing])).toMatchObject({ outcome: 'exempt', clause: { article: '1' } });
    expect(late({ ...POOR, use: null }, [SMALL, noClosing])).toMatchObject({ outcome: 'unknown', missing: ['use'] });
  });

  it('may hold others back by what is overdue', () => {
    const close = rule({ id: 'CLOSE' });
    const hold = rule({ id: 'HOLD', duty: 'hold', holds: ['close'], when: { overdue: true } });
    const found = judge({ facilities: [facility(POOR)] }, [pack([close, SMALL, hold])]).findings;
    expect(found.map(({ outcome }) => outcome)).toEqual(['applies', 'applies', 'applies']);
  });
});
