import { describe, expect, it } from 'vitest';
import { unquotedNumbers } from '../../src/policy/phrase-numbers.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { PHRASE_WORDS } from '../../src/text/phrase-words.ts';
import { loadPacks } from './packs.ts';
import { smallPack } from './small-pack.ts';

const [rule] = smallPack().rules;
const [set] = smallPack().sourceSets;

function withRule(change: Partial<RulePack['rules'][number]>): RulePack {
  return { ...smallPack(), rules: rule === undefined ? [] : [{ ...rule, ...change }] };
}

function withSet(change: Partial<RulePack['sourceSets'][number]>): RulePack {
  return { ...smallPack(), sourceSets: set === undefined ? [] : [{ ...set, ...change }] };
}

describe('unquotedNumbers', () => {
  it.each(loadPacks().map((pack) => [pack.id, pack] as const))('finds every number of %s in the words it quotes', (_, pack) => {
    expect(unquotedNumbers(pack, PHRASE_WORDS)).toEqual([]);
  });

  it('finds nothing missing in the small pack', () => {
    expect(unquotedNumbers(smallPack(), PHRASE_WORDS)).toEqual([]);
  });

  it.each<[string, RulePack, string[]]>([
    ['another limit', withRule({ when: { not: { number: 'capacityTph', op: 'lte', limit: 45 } } }), ['R1: 45 tph']],
    ['another unit', withRule({ when: { number: 'stackM', op: 'gt', limit: 35 } }), ['R1: 35 m']],
    ['a limit that only ends alike', withRule({ phrase: '2024年9月底135蒸吨' }), ['R1: 35 tph']],
    ['a limit in an exemption', withRule({ unless: [{ clause: { zh: '例外', en: 'exception' }, article: '1', condition: { number: 'hearthM', op: 'lt', limit: 3 } }] }), ['R1: 3 m']],
    ['another month', withRule({ deadline: { origin: 'stated', day: '2024-10-31' } }), ['R1: 2024-10-31']],
    ['a day that is not the last of its month', withRule({ deadline: { origin: 'stated', day: '2024-09-29' } }), ['R1: 2024-09-29']],
    ['an inherited day', withRule({ phrase: '35蒸吨', deadline: { origin: 'inherited', day: '2024-09-30', from: '2' } }), ['R1: 2024-09-30']],
    ['another radius', withSet({ radiusM: 15_000 }), ['sources: 15000 m']],
    ['another target', { ...smallPack(), targets: smallPack().targets.map((target) => ({ ...target, limit: 30 })) }, ['T1: 30 ug/m3']],
    ['another total', { ...smallPack(), controlTotals: smallPack().controlTotals.map((total) => ({ ...total, count: 11, capacityTph: 360 })) }, ['C1: 11 machines', 'C1: 360 tph']],
    ['the limit that a total counts by', { ...smallPack(), controlTotals: smallPack().controlTotals.map((total) => ({ ...total, count: null, capacityTph: null, where: { number: 'capacityTph', op: 'lt', limit: 40 } as const })) }, ['C1: 40 tph']],
    ['a limit of what may not be built', { ...smallPack(), siting: smallPack().siting.map((ban) => ({ ...ban, when: { number: 'capacityTph', op: 'lt', limit: 65 } as const })) }, ['S1: 65 tph']],
    ['the day of an area duty', { ...smallPack(), areaDuties: smallPack().areaDuties.map((duty) => ({ ...duty, phrase: '2026年底' })) }, ['A1: 2025-12-31']],
    ['another unit size', withSet({ eligible: { number: 'unitMW', op: 'gte', limit: 600 } }), ['sources: 600 MW']],
  ])('notices %s', (_, pack, missing) => {
    expect(unquotedNumbers(pack, PHRASE_WORDS)).toEqual(missing);
  });

  it('takes a bare year for its last day', () => {
    expect(unquotedNumbers(withRule({ phrase: '到2025年35蒸吨', deadline: { origin: 'stated', day: '2025-12-31' } }), PHRASE_WORDS)).toEqual([]);
  });

  it.each([
    ['2024年8月底前…9月底前35蒸吨', []],
    ['2024年8月底前35蒸吨…2025年…9月底前', ['R1: 2024-09-30']],
    ['9月底前35蒸吨…2024年8月', ['R1: 2024-09-30']],
  ])('takes a month for one of the year named before it: %s', (phrase, missing) => {
    expect(unquotedNumbers(withRule({ phrase, deadline: { origin: 'stated', day: '2024-09-30' } }), PHRASE_WORDS)).toEqual(missing);
  });
});
