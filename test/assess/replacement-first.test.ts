import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { replacementChecks, replacementClauses } from '../../src/assess/replacement-first.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { DraftZone } from '../../src/domain/scenario.ts';
import type { Zone } from '../../src/domain/zone.ts';
import { planProblem } from '../../src/draft/plan-problem.ts';
import { scenarioProject } from '../../src/draft/scenario-project.ts';
import { loadPacks } from '../policy/packs.ts';
import { draftZone } from '../state/workbooks.ts';
import { HOME, facility, from, pack, project, rule, square, zone } from './tiny.ts';

const DAY = '2024-06-01';
const NETWORK = zone({ id: 'N', kind: 'heatNetwork', polygons: square(from(HOME, 50_000), 0.001) });
const HOMES: Partial<Facility> = { use: 'homeHeating', cleanHeating: false, lngLat: HOME };

function checks(parts: Partial<Facility>, zones: readonly Zone[] = [NETWORK], drafts: readonly DraftZone[] = [draftZone()]) {
  const data = project({ facilities: [facility(parts)], zones });
  const asked = replacementChecks(scenarioProject(data, { zones: drafts, reachM: {} }, (name) => name), DAY);
  return [asked.inDraft(0), asked.anywhere(0)];
}

describe('replacementChecks', () => {
  it.each([
    ['homes without a replacement', HOMES, ['blocking', 'blocking']],
    ['clean heating done', { ...HOMES, cleanHeating: true }, ['clear', 'clear']],
    ['clean heating unknown', { ...HOMES, cleanHeating: null }, ['open', 'open']],
    ['use unknown', { ...HOMES, use: null }, ['open', 'open']],
    ['heating that may be of homes', { ...HOMES, use: 'heating' }, ['open', 'open']],
    ['beside production', { ...HOMES, use: 'mixed' }, ['open', 'open']],
    ['no heating at all', { ...HOMES, use: 'process' }, ['clear', 'clear']],
    ['gas, which no zone bans', { ...HOMES, fuel: 'gas' }, ['clear', 'blocking']],
    ['fuel unknown', { ...HOMES, fuel: null }, ['open', 'blocking']],
    ['loose coal', { ...HOMES, kind: 'looseCoal', fuel: null }, ['blocking', 'blocking']],
    ['outside the candidate', { ...HOMES, lngLat: from(HOME, 20_000) }, ['clear', 'blocking']],
    ['on the edge of the candidate', { ...HOMES, lngLat: [HOME[0] + 0.02, HOME[1]] }, ['blocking', 'blocking']],
    ['nearer to the edge than its place is known', { ...HOMES, lngLat: [HOME[0] + 0.0201, HOME[1]], locationAccuracyM: 100 }, ['open', 'blocking']],
    ['without a place, so that its network is open too', { ...HOMES, lngLat: null }, ['open', 'open']],
  ] as const satisfies readonly (readonly [string, Partial<Facility>, readonly string[]])[])('%s', (_, parts, expected) => {
    expect(checks(parts)).toEqual(expected);
  });

  it('takes an enacted network for coverage, and neither a candidate one nor none at all', () => {
    const here = zone({ id: 'N', kind: 'heatNetwork', polygons: square(HOME, 0.001) });
    expect(checks(HOMES, [here])).toEqual(['clear', 'clear']);
    expect(checks({ ...HOMES, locationAccuracyM: 300 }, [here])).toEqual(['open', 'open']);
    expect(checks(HOMES, [])).toEqual(['open', 'open']);
    expect(checks(HOMES, [NETWORK], [draftZone(), draftZone({ id: 'd2', kind: 'heatNetwork' })])).toEqual(['blocking', 'blocking']);
  });

  it('asks nothing of an enacted zone or of a candidate that bans no coal', () => {
    expect(checks(HOMES, [NETWORK, zone({ polygons: square(HOME, 0.02) })], [])).toEqual(['clear', 'blocking']);
    expect(checks(HOMES, [NETWORK], [draftZone({ kind: 'builtUp' })])).toEqual(['clear', 'blocking']);
    expect(checks(HOMES, [NETWORK], [draftZone({ kind: 'noBurn' })])).toEqual(['blocking', 'blocking']);
  });
});

describe('replacementClauses', () => {
  const clauses = (data: Partial<Facility>, packs = loadPacks(), kinds: readonly Zone['kind'][] = ['coalBan'], day = DAY) => {
    const assessment = assess(sceneOf(project({ facilities: [facility(data)] })), openRuleBook(packs, day, {}));
    if (assessment === null) throw new Error('the run stopped');
    return replacementClauses(assessment, packs, 0, kinds).map(({ id }) => id);
  };

  it('are what the documents of the place say', () => {
    expect(clauses({ ...HOMES, divisionCode: '140525' })).toEqual(['JC24-11-zones', 'SX24-11-designate']);
    expect(clauses({ ...HOMES, divisionCode: '140302' })).toEqual(['YQ21-3-no-one-size', 'SX24-11-designate']);
    expect(clauses({ ...HOMES, divisionCode: '140302' }, loadPacks(), [])).toEqual(['YQ21-3-no-one-size']);
    expect(clauses({ ...HOMES, divisionCode: '140202' }, loadPacks(), ['noBurn'])).toEqual(['SX24-11-designate']);
    expect(clauses({ ...HOMES, cleanHeating: true, divisionCode: '140525' }, loadPacks(), ['noBurn'], '2020-12-01')).toEqual(['JC20-7-first-season', 'JC20-7-designate']);
  });

  it('are none where no document has one', () => {
    expect(clauses(HOMES, [pack([rule()])])).toEqual([]);
  });
});

describe('planProblem', () => {
  const plan = { choice: 'close', reason: '并入热网', replacement: null } as const;

  it('lets nothing pass without a reason, and no home\'s heating without what heats instead', () => {
    expect(planProblem({ ...plan, reason: '  ' }, 'clear')).toBe('reason-needed');
    expect(planProblem(plan, 'blocking')).toBe('replacement-needed');
    expect(planProblem({ ...plan, choice: 'consolidate', replacement: ' ' }, 'blocking')).toBe('replacement-needed');
    expect(planProblem({ ...plan, replacement: '城区热网' }, 'blocking')).toBeNull();
    expect(planProblem({ ...plan, choice: 'hold' }, 'blocking')).toBeNull();
    expect([planProblem(plan, 'open'), planProblem(plan, 'clear')]).toEqual([null, null]);
  });
});
