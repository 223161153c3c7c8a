import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/domain/place.ts';
import { dutyRank } from '../../src/policy/duty.ts';
import { packsInForce, requirementsInForce, rulesInForce } from '../../src/policy/in-force.ts';
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

describe('requirementsInForce', () => {
  const requiring = (inForce: Period, standing = false) => ({ ...pack(YEAR_2024), sourceRequirements: smallPack().sourceRequirements.map((one) => ({ ...one, inForce, standing })) });
  const on = (one: RulePack, day: string) => requirementsInForce([one], day).map(({ requirement, pack: from }) => [requirement.id, from === one]);

  it('counts what is asked of heat sources as long as its document and its own period hold', () => {
    expect([on(requiring(OPEN), '2024-12-31'), on(requiring(OPEN), '2025-01-01'), on(requiring({ from: '2024-06-01', until: null }), '2024-05-31')]).toEqual([[['Q1', true]], [], []]);
  });

  it('and longer when it stands', () => {
    expect([on(requiring(OPEN, true), '2025-01-01'), on(requiring({ from: null, until: '2025-06-30' }, true), '2025-07-01')]).toEqual([[['Q1', true]], []]);
  });
});

it('duties rank from the strongest to none', () => {
  expect([dutyRank('close'), dutyRank('inspect'), dutyRank('none')]).toEqual([0, 6, 8]);
});

describe('packsInForce', () => {
  it('leaves out a document that has lapsed, though a standing rule of it still binds', () => {
    const lapsed = pack(YEAR_2024, { standing: true });
    expect(packsInForce([lapsed], '2024-12-31')).toEqual([lapsed]);
    expect(packsInForce([lapsed], '2025-01-01')).toEqual([]);
  });
});

const CATALOGUE = 'fuel-classes-2017';

describe('the documents', () => {
  const packs = loadPacks();

  it.each<[string, readonly string[]]>([
    ['2017-12-30', []],
    ['2017-12-31', [CATALOGUE]],
    ['2020-09-30', [CATALOGUE]],
    ['2020-10-01', [CATALOGUE, 'jincheng-2020']],
    ['2021-03-31', [CATALOGUE, 'jincheng-2020']],
    ['2021-04-01', [CATALOGUE]],
    ['2021-06-27', [CATALOGUE]],
    ['2021-06-28', [CATALOGUE, 'yangquan-2021']],
    ['2021-12-31', [CATALOGUE, 'yangquan-2021']],
    ['2022-01-01', [CATALOGUE]],
    ['2024-03-07', [CATALOGUE]],
    ['2024-03-08', [CATALOGUE, 'jincheng-2024', 'shanxi-2024']],
    ['2024-04-28', [CATALOGUE, 'jincheng-2024', 'shanxi-2024']],
    ['2024-04-29', ['datong-2024', CATALOGUE, 'jincheng-2024', 'shanxi-2024']],
  ])('are in force on %s: %s', (day, ids) => {
    expect(packsInForce(packs, day).map(({ id }) => id)).toEqual(ids);
  });

  it('leave behind only their standing rules', () => {
    expect(idsOn(packs.filter(({ id }) => id !== CATALOGUE), '2022-01-01')).toEqual(['JC20-7-coal-ban', 'JC20-7-fuel-ban', 'YQ21-3-coal-ban', 'YQ21-3-no-one-size']);
  });
});
