import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/domain/place.ts';
import { packsInForce, rulesInForce } from '../../src/policy/in-force.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { loadPacks } from './packs.ts';
import { smallPack } from './small-pack.ts';

const OPEN: Period = { from: null, until: null };

function pack(inForce: Period, rule: { inForce?: Period; standing?: boolean } = {}): RulePack {
  const small = smallPack();
  return { ...small, inForce, rules: small.rules.map((one) => ({ ...one, inForce: rule.inForce ?? OPEN, standing: rule.standing ?? false })) };
}

const idsOn = (packs: readonly RulePack[], day: string): readonly string[] => rulesInForce(packs, day).map(({ rule }) => rule.id);

const YEAR_2024: Period = { from: '2024-01-01', until: '2024-12-31' };

describe('rulesInForce', () => {
  it.each<[string, RulePack, string, boolean]>([
    ['the day before the pack begins', pack(YEAR_2024), '2023-12-31', false],
    ['its first day', pack(YEAR_2024), '2024-01-01', true],
    ['its last day', pack(YEAR_2024), '2024-12-31', true],
    ['the day after', pack(YEAR_2024), '2025-01-01', false],
    ['the day after, for a standing rule', pack(YEAR_2024, { standing: true }), '2025-01-01', true],
    ['years after, for a standing rule', pack(YEAR_2024, { standing: true }), '2040-06-30', true],
    ['the day before, for a standing rule', pack(YEAR_2024, { standing: true }), '2023-12-31', false],
    ["after a standing rule's own end", pack(YEAR_2024, { standing: true, inForce: { from: null, until: '2026-12-31' } }), '2027-01-01', false],
    ["before the rule's own beginning", pack(YEAR_2024, { inForce: { from: '2024-10-01', until: null } }), '2024-09-30', false],
    ["from the rule's own beginning", pack(YEAR_2024, { inForce: { from: '2024-10-01', until: null } }), '2024-10-01', true],
    ["after the rule's own end", pack(YEAR_2024, { inForce: { from: null, until: '2024-03-31' } }), '2024-04-01', false],
    ['any day, when both are open', pack(OPEN), '1999-01-01', true],
  ])('on %s', (_, one, day, counts) => {
    expect(idsOn([one], day)).toEqual(counts ? ['R1'] : []);
  });

  it('gives the rule with the pack that it comes from, in the order of the packs', () => {
    const [first, second] = [pack(OPEN), { ...pack(OPEN), id: 'second' }];
    expect(rulesInForce([first, second], '2024-06-01').map((bound) => bound.pack)).toEqual([first, second]);
  });
});

describe('packsInForce', () => {
  it('leaves out a document that has lapsed, though a standing rule of it still binds', () => {
    const lapsed = pack(YEAR_2024, { standing: true });
    expect(packsInForce([lapsed], '2024-12-31')).toEqual([lapsed]);
    expect(packsInForce([lapsed], '2025-01-01')).toEqual([]);
  });
});

describe('the documents', () => {
  const packs = loadPacks();

  it.each<[string, readonly string[]]>([
    ['2020-09-30', []],
    ['2020-10-01', ['jincheng-2020']],
    ['2021-03-31', ['jincheng-2020']],
    ['2021-04-01', []],
    ['2024-03-07', []],
    ['2024-03-08', ['jincheng-2024', 'shanxi-2024']],
  ])('are in force on %s: %s', (day, ids) => {
    expect(packsInForce(packs, day).map(({ id }) => id)).toEqual(ids);
  });

  it('leave behind only their standing rules', () => {
    expect(idsOn(packs, '2022-01-01')).toEqual(['JC20-7-coal-ban', 'JC20-7-fuel-ban']);
  });

  it('never set two rules on one topic in one place, in any quarter from 2018 to 2030', () => {
    const clashes = QUARTERS.flatMap((day) => {
      const topics = rulesInForce(packs, day).map(({ rule, pack: { jurisdiction } }) => `${jurisdiction} ${rule.topic}`);
      return topics.filter((topic, index) => topics.indexOf(topic) < index).map((topic) => `${day}: ${topic}`);
    });
    expect(clashes).toEqual([]);
  });

  it('change hands only where the law does: the 35 t/h rule lapsed in 2021 and came back in 2024', () => {
    const spoken = QUARTERS.flatMap((day) => rulesInForce(packs, day).filter(({ rule, pack: { jurisdiction } }) => jurisdiction === '140500' && rule.topic === 'boilers-le-35').map(({ rule }) => `${day} ${rule.id}`));
    expect(spoken.filter((line) => line.endsWith('JC20-14-lt35'))).toEqual(['2020-11-15 JC20-14-lt35', '2021-02-15 JC20-14-lt35']);
    expect(spoken.filter((line) => line.endsWith('JC24-9-le35'))).toEqual(QUARTERS.filter((day) => day > '2024-03-08').map((day) => `${day} JC24-9-le35`));
  });
});

/** The middle of each quarter. */
const QUARTERS = Array.from({ length: 13 * 4 }, (_, quarter) => `${2018 + Math.floor(quarter / 4)}-${['02', '05', '08', '11'][quarter % 4] ?? ''}-15`);
