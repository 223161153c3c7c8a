import { describe, expect, it } from 'vitest';
import { openCourt } from '../../src/assess/court.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { truthWord } from '../../src/base/truth.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import { sourceConditions } from '../../src/export/source-conditions.ts';
import type { RulePack, SourceRequirement } from '../../src/policy/rule.ts';
import { judge } from './judge-world.ts';
import { BIG_CHP, facility, heatSource, HOME, pack, project, rule } from './tiny.ts';

const GRADE: SourceRequirement = {
  id: 'GRADE', article: '3', phrase: '', inForce: { from: null, until: null }, standing: false,
  appliesTo: { word: 'kind', in: ['industrial'] },
  require: { all: [{ word: 'performanceGrade', in: ['A', 'B'] }, { not: { flag: 'listedForExit', is: true } }] },
};
const EITHER = {
  ...BIG_CHP,
  eligible: { any: [{ all: [{ word: 'kind', in: ['chp'] }, { number: 'unitMW', op: 'gte', limit: 300 }] }, { all: [{ word: 'kind', in: ['industrial'] }, { flag: 'large', is: true }] }] },
} as const;
const PROVINCE = pack([rule({ id: 'REACH', when: { withinReach: 'big' } })], { id: 'province', jurisdiction: '140000', sourceSets: [EITHER] });
const CITY = pack([], { id: 'city', jurisdiction: '140300', sourceSets: [], sourceRequirements: [GRADE] });
const MILL = { kind: 'industrial', unitMW: null, large: true, divisionCode: '140302' } as const;

function checks(source: Partial<HeatSource>, packs: readonly RulePack[] = [PROVINCE, CITY], asOf = '2024-06-01') {
  const { eligibility } = openCourt(buildScene(project({ heatSources: [heatSource(source)] })), openRuleBook(packs, asOf, {}));
  const said = sourceConditions(eligibility.hear(0)).map(({ from, alternative, outcome, evidence }) => `${from.id} ${alternative ?? '-'} ${'field' in evidence ? evidence.field : evidence.test} ${outcome}${evidence.missing.map((field) => ` (${field})`).join('')}`);
  return { eligible: truthWord(eligibility.any[0] as 0 | 1 | 2 | 3), said };
}

describe('the conditions on a heat source', () => {
  it('are all checked, way by way, and those of its own city with them', () => {
    expect(checks({ ...MILL, performanceGrade: 'B', listedForExit: false })).toEqual({
      eligible: 'yes',
      said: ['big 1 kind no', 'big 1 unitMW unknown (unitMW)', 'big 2 kind yes', 'big 2 large yes', 'GRADE - performanceGrade yes', 'GRADE - listedForExit yes'],
    });
  });

  it('are numbered by the first choice of ways that the text gives, and by no other', () => {
    const [kind, unit, plant, grade] = [{ word: 'kind', in: ['chp'] }, { number: 'unitMW', op: 'gte', limit: 300 }, { number: 'plantMW', op: 'gte', limit: 300 }, { word: 'performanceGrade', in: ['A'] }] as const;
    const eligible = { all: [{ any: [{ any: [unit, plant] }, grade] }, { any: [kind] }, { not: { any: [{ flag: 'listedForExit', is: true }, { flag: 'large', is: false }] } }] } as const;
    const { said } = checks({ kind: 'chp', unitMW: 300, plantMW: 200, performanceGrade: null, listedForExit: true, large: true }, [{ ...PROVINCE, sourceSets: [{ ...BIG_CHP, eligible }] }]);
    expect(said).toEqual(['big 1 unitMW yes', 'big 1 plantMW no', 'big 2 performanceGrade unknown (performanceGrade)', 'big - kind yes', 'big - listedForExit no', 'big - large yes']);
  });

  it('that fail or are open are why a source may not count', () => {
    const why = (source: Partial<HeatSource>) => {
      const scene = buildScene(project({ heatSources: [heatSource({ ...MILL, ...source })] }));
      const { eligibility } = openCourt(scene, openRuleBook([PROVINCE, CITY], '2024-06-01', {}));
      return eligibility.why('province/big', 0).map((one) => ('field' in one ? one.field : one.test));
    };
    expect(why({ performanceGrade: 'B', listedForExit: false })).toEqual(['kind', 'large']);
    expect(why({ performanceGrade: 'C', listedForExit: false })).toEqual(['kind', 'large', 'performanceGrade']);
    expect(why({ performanceGrade: 'C', divisionCode: null })).toEqual(['kind', 'large', 'performanceGrade', 'division', 'kind']);
  });

  it('fail one by one', () => {
    expect(checks({ ...MILL, performanceGrade: 'C', listedForExit: true })).toMatchObject({ eligible: 'no', said: [expect.anything(), expect.anything(), expect.anything(), expect.anything(), 'GRADE - performanceGrade no', 'GRADE - listedForExit no'] });
    expect(checks({ unitMW: 299, divisionCode: '140302' })).toEqual({ eligible: 'no', said: ['big 1 kind yes', 'big 1 unitMW no', 'big 2 kind no', 'big 2 large unknown (large)'] });
  });

  it('name the field that is missing', () => {
    const open = checks({ ...MILL, performanceGrade: 'A', listedForExit: null });
    expect(open.eligible).toBe('unknown');
    expect(open.said).toContain('GRADE - listedForExit unknown (listedForExit)');
  });

  it('of a city bind the sources of that city alone', () => {
    expect(checks({ ...MILL, divisionCode: '140525', performanceGrade: 'D' })).toMatchObject({ eligible: 'yes', said: [expect.anything(), expect.anything(), expect.anything(), 'big 2 large yes'] });
    expect(checks({ ...MILL, performanceGrade: 'D' }).eligible).toBe('no');
    expect(checks({ ...MILL, performanceGrade: 'D' }, [PROVINCE, { ...CITY, jurisdiction: '000000' }]).eligible).toBe('no');
    expect(checks({ ...MILL, divisionCode: '410825', performanceGrade: 'D' }, [PROVINCE, { ...CITY, jurisdiction: '000000' }]).eligible).toBe('no');
  });

  it('of a document or a period that has lapsed bind nobody, unless they outlive it', () => {
    const lapsed = { ...CITY, inForce: { from: null, until: '2024-05-31' } };
    const ended = { ...CITY, sourceRequirements: [{ ...GRADE, inForce: { from: null, until: '2024-05-31' } }] };
    expect(checks({ ...MILL, performanceGrade: 'D' }, [PROVINCE, { ...lapsed, sourceRequirements: [{ ...GRADE, standing: true }] }]).eligible).toBe('no');
    for (const one of [lapsed, ended]) {
      expect(checks({ ...MILL, performanceGrade: 'D' }, [PROVINCE, one]).eligible).toBe('yes');
      expect(checks({ ...MILL, performanceGrade: 'D' }, [PROVINCE, one], '2024-05-31').eligible).toBe('no');
    }
  });

  it('are open for a source whose place is unknown, and say so at the facility', () => {
    const lost = heatSource({ ...MILL, divisionCode: null, performanceGrade: 'D' });
    const { findings } = judge({ facilities: [facility({ lngLat: HOME })], heatSources: [lost] }, [PROVINCE, CITY]);
    expect(findings[0]).toMatchObject({ outcome: 'review', missing: ['heatSource.divisionCode'] });
    const graded = judge({ facilities: [facility({ lngLat: HOME })], heatSources: [{ ...lost, performanceGrade: 'A', listedForExit: false }] }, [PROVINCE, CITY]);
    expect(graded.findings[0]).toMatchObject({ outcome: 'applies', missing: [] });
  });

  it('may be a matter of reading: the reach is then for review, and asks only for what is missing', () => {
    const abroad = { ...PROVINCE, sourceSets: [{ ...BIG_CHP, eligible: { all: [BIG_CHP.eligible, { any: [{ inDivision: ['140000'] }, { undecided: 'border' }] }] } }] };
    const at = (divisionCode: string | null) => judge({ facilities: [facility({ lngLat: HOME })], heatSources: [heatSource({ divisionCode })] }, [abroad]).findings[0];
    expect(at('140302')).toMatchObject({ outcome: 'applies' });
    expect(at('410825')).toMatchObject({ outcome: 'review', missing: [] });
    expect(at(null)).toMatchObject({ outcome: 'review', missing: ['heatSource.divisionCode'] });
  });
});
