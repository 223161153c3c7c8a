import { describe, expect, it } from 'vitest';
import { openCourt } from '../../src/assess/court.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import { missingIn } from '../../src/assess/source-hearing.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { Condition } from '../../src/policy/condition.ts';
import type { RulePack, SourceRequirement } from '../../src/policy/rule.ts';
import { BIG_CHP, heatSource, pack, project } from './tiny.ts';

const GRADE: SourceRequirement = {
  id: 'grade',
  article: '3',
  phrase: '',
  inForce: { from: null, until: null },
  standing: false,
  appliesTo: { word: 'kind', in: ['industrial'] },
  require: { word: 'performanceGrade', in: ['A', 'leading', 'B'] },
};

function hear(source: Partial<HeatSource>, eligible: Condition, more: Partial<RulePack> = {}) {
  const packs = [pack([], { sourceSets: [{ ...BIG_CHP, eligible }], ...more })];
  const world = project({ heatSources: [heatSource({ id: 'other', kind: 'power' }), heatSource(source)] });
  const { sets, demands } = openCourt(sceneOf(world), openRuleBook(packs, '2024-12-31', {})).eligibility.hear(1);
  const [own] = sets;
  if (own === undefined) throw new Error('hear: no source set');
  return { ...own, demands };
}

const CHP: Condition = { word: 'kind', in: ['chp'] };
const LARGE: Condition = { flag: 'large', is: true };

describe('the hearing of a heat source', () => {
  it('shows every test of an “any”, not only the one that carries it', () => {
    const { truth, test } = hear({ kind: 'chp', large: null }, { any: [CHP, LARGE] });
    expect(truth).toBe('yes');
    expect(test).toMatchObject({ op: 'any', truth: 'yes', parts: [{ op: 'leaf', truth: 'yes', evidence: { test: 'word', value: 'chp' } }, { op: 'leaf', truth: 'unknown' }] });
  });

  it('shows what stands behind a test that failed, and inside a “not”', () => {
    const { truth, test } = hear({ kind: 'industrial', unitMW: 300 }, { all: [CHP, { not: { number: 'unitMW', op: 'lt', limit: 300 } }] });
    expect(truth).toBe('no');
    expect(test).toMatchObject({ op: 'all', truth: 'no', parts: [{ truth: 'no' }, { op: 'not', truth: 'yes', parts: [{ op: 'leaf', truth: 'no' }] }] });
  });

  it('hears of the asked source, under the asked set', () => {
    const { set, pack: from } = hear({ kind: 'chp' }, CHP, { id: 'law' });
    expect([set.id, from.id]).toEqual(['big', 'law']);
  });

  describe('a further demand of its place', () => {
    const demanding = { sourceRequirements: [GRADE] };
    const truthOf = (source: Partial<HeatSource>) => {
      const { truth, demands } = hear(source, { always: true }, demanding);
      return [truth, demands[0]?.binds, demands[0]?.test.truth];
    };

    it('takes out a source that does not meet it', () => {
      expect(truthOf({ kind: 'industrial', performanceGrade: 'C' })).toEqual(['no', 'yes', 'no']);
      expect(truthOf({ kind: 'industrial', performanceGrade: 'B' })).toEqual(['yes', 'yes', 'yes']);
      expect(truthOf({ kind: 'industrial', performanceGrade: null })).toEqual(['unknown', 'yes', 'unknown']);
    });

    it('says nothing to others, of another kind or of another city', () => {
      expect(truthOf({ kind: 'chp', performanceGrade: 'C' })).toEqual(['yes', 'no', 'no']);
      expect(truthOf({ kind: 'industrial', performanceGrade: 'C', divisionCode: '140200' })).toEqual(['yes', 'no', 'no']);
    });

    it('leaves open what is asked of a source of unknown kind, unless it meets the demand anyway', () => {
      expect(truthOf({ kind: null, performanceGrade: 'C' })).toEqual(['unknown', 'unknown', 'no']);
      expect(truthOf({ kind: null, performanceGrade: 'A' })).toEqual(['yes', 'unknown', 'yes']);
    });

    it('names the demand and its document', () => {
      expect(hear({}, CHP, demanding).demands).toMatchObject([{ requirement: { id: 'grade' }, pack: { id: 'P' } }]);
    });
  });
});

describe('missingIn', () => {
  const missing = (source: Partial<HeatSource>, eligible: Condition) => missingIn(hear(source, eligible).test);

  it('names each fact once that leaves the answer open', () => {
    expect(missing({ kind: null, large: null }, { all: [CHP, LARGE, { not: CHP }] })).toEqual(['kind', 'large']);
  });

  it('names nothing that would change nothing', () => {
    expect(missing({ kind: 'chp', large: null }, { any: [CHP, LARGE] })).toEqual([]);
    expect(missing({ kind: 'industrial', large: null }, { all: [CHP, LARGE] })).toEqual([]);
    expect(missing({ kind: null, unitMW: 300 }, { any: [{ all: [CHP, { number: 'unitMW', op: 'lt', limit: 300 }] }, LARGE] })).toEqual(['large']);
  });
});
