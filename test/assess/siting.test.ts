import { describe, expect, it } from 'vitest';
import { siteQuestion } from '../../src/assess/siting.ts';
import type { Candidate } from '../../src/domain/candidate.ts';
import { candidate } from '../../src/domain/candidate.ts';
import type { Project } from '../../src/domain/project.ts';
import type { RulePack, SitingRule } from '../../src/policy/rule.ts';
import { division, facility, from, heatSource, HOME, pack, project, rule, square, zone } from './tiny.ts';

const [lng, lat] = HOME;

function ban(parts: Partial<SitingRule> = {}): SitingRule {
  return {
    id: 'B', title: { zh: '不再新建', en: 'no new foundry' }, article: '(一)', phrase: '', topic: 'foundry', inForce: { from: null, until: null }, standing: false,
    subject: { word: 'industry', in: ['foundry'] }, when: { inZone: ['planning'], minus: ['development'] }, unless: [], strength: 'forbidden', departments: { lead: [], share: [] },
    ...parts,
  };
}

const CITY = pack([rule({ id: 'SMALL', subject: { word: 'fuel', in: ['coal'] }, when: { number: 'capacityTph', op: 'lte', limit: 35 } })], { siting: [ban()] });
const WORLD: Partial<Project> = {
  divisions: [division('140525', square(HOME, 0.5))],
  zones: [zone({ id: 'PLAN', kind: 'planning', polygons: square(HOME, 0.2) }), zone({ id: 'DEV', kind: 'development' })],
  heatSources: [heatSource({ id: 'FAR', lngLat: from(HOME, 20_000) }), heatSource({ id: 'NEAR', lngLat: from(HOME, 1000), unitMW: 200 }), heatSource({ id: 'OUT', lngLat: from(HOME, 30_001) })],
  facilities: [facility({ id: 'other', fuel: 'gas' })],
};

function ask(parts: Partial<Candidate>, packs: readonly RulePack[] = [CITY], world = WORLD, asOf = '2024-06-01', choices = {}) {
  return siteQuestion(project(world), packs, asOf, choices, candidate({ lngLat: [lng + 0.1, lat], ...parts }));
}

const outcomes = (answer: ReturnType<typeof ask>) => answer.bans.map(({ ban: { id }, finding }) => `${id} ${finding.outcome}`);

describe('siteQuestion', () => {
  it('says what may not be built at a point, and why it may where it may', () => {
    const { bans } = ask({ industry: 'foundry' });
    expect(bans).toMatchObject([{ ban: CITY.siting[0], pack: CITY, finding: { outcome: 'applies', rule: 'B', article: '(一)' } }]);
    expect(outcomes(ask({ industry: 'foundry', lngLat: HOME }))).toEqual(['B outside']);
    expect(ask({ industry: 'highEndCasting' }).bans[0]?.finding).toMatchObject({ outcome: 'outside', evidence: [{ test: 'word', field: 'industry', value: 'highEndCasting' }] });
    expect(ask({ industry: null }).bans[0]?.finding).toMatchObject({ outcome: 'unknown', missing: ['industry'] });
    expect(ask({ industry: 'foundry', lngLat: null, divisionCode: '140525' }).bans[0]?.finding).toMatchObject({ outcome: 'unknown', missing: ['lngLat'] });
  });

  it("names the clause that lets it through", () => {
    const gentle = ban({ unless: [{ clause: { zh: '改造', en: 'a refit' }, article: '(一)', condition: { word: 'use', in: ['heating'] } }] });
    expect(ask({ industry: 'foundry', use: 'heating' }, [pack([], { siting: [gentle] })]).bans[0]?.finding).toMatchObject({ outcome: 'exempt', clause: { en: 'a refit' } });
  });

  it('asks the law of the place and of the day', () => {
    const elsewhere = pack([], { id: 'elsewhere', jurisdiction: '140300', siting: [ban({ id: 'ELSE' })] });
    const lapsed = { until: '2024-05-31', from: null };
    expect(outcomes(ask({ industry: 'foundry' }, [elsewhere, CITY]))).toEqual(['B applies']);
    expect(outcomes(ask({ industry: 'foundry' }, [pack([], { siting: [ban()], inForce: lapsed })]))).toEqual([]);
    expect(outcomes(ask({ industry: 'foundry' }, [pack([], { siting: [ban({ standing: true })], inForce: lapsed })]))).toEqual(['B applies']);
    expect(outcomes(ask({ industry: 'foundry' }, [pack([], { siting: [ban({ inForce: lapsed })] })]))).toEqual([]);
  });

  it('settles the readings that a ban hangs on', () => {
    const reading = { id: 'casting', question: { zh: '', en: '' }, options: [{ id: 'in', label: { zh: '', en: '' } }, { id: 'out', label: { zh: '', en: '' } }], chosen: 'out', why: { zh: '', en: '' } };
    const asking = pack([], { readings: [reading], siting: [ban({ subject: { reading: 'casting', options: { in: { always: true }, out: { word: 'industry', in: ['foundry'] } } } })] });
    expect(outcomes(ask({ industry: 'highEndCasting' }, [asking]))).toEqual(['B outside']);
    expect(outcomes(ask({ industry: 'highEndCasting' }, [asking], WORLD, '2024-06-01', { casting: 'in' }))).toEqual(['B applies']);
  });

  it('says what would be demanded of it once it ran', () => {
    const answer = ask({ kind: 'boiler', fuel: 'coal', capacityTph: 35 });
    expect(answer.findings.map(({ rule: id, outcome }) => `${id} ${outcome}`)).toEqual(['SMALL applies']);
    expect(answer.verdict).toMatchObject({ duty: 'close', certainty: 'certain' });
    expect(ask({ kind: 'boiler', fuel: 'coal', capacityTph: 40 }).verdict.duty).toBe('none');
    expect(candidate({}).status).toBe('inUse');
  });

  it('tells what lies around: division, zones, heat sources nearest first', () => {
    const answer = ask({ lngLat: HOME });
    expect(answer.division).toBe('140525');
    expect(answer.zones).toEqual([0, 1]);
    expect(answer.sources.map(({ source, eligible }) => [source, eligible])).toEqual([[1, 'no'], [0, 'yes']]);
    expect(answer.sources[0]?.distanceM).toBeCloseTo(1000, 6);
    expect(ask({ lngLat: [lng + 3, lat] })).toMatchObject({ division: null, zones: [], sources: [], bans: [], findings: [] });
  });
});
