import { describe, expect, it } from 'vitest';
import { openCourt } from '../../src/assess/court.ts';
import { facilityFrame } from '../../src/assess/frame.ts';
import { reachPredicate } from '../../src/assess/predicates/reach.ts';
import { zonePredicate } from '../../src/assess/predicates/zone.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { Project } from '../../src/domain/project.ts';
import type { SkippedZone } from '../../src/domain/zone.ts';
import type { Condition } from '../../src/policy/condition.ts';
import type { RulePack, SourceRequirement } from '../../src/policy/rule.ts';
import { judge } from './judge-world.ts';
import { facility, from, heatSource, HOME, pack, project, rule, square, zone } from './tiny.ts';

/** Which zone or source is named for an answer that none of them carries, or that several carry alike. */

const [lng, lat] = HOME;

function found(when: Condition, parts: Partial<Facility>, world: Partial<Project>, law: Partial<RulePack> = {}) {
  const { findings, assessment } = judge({ facilities: [facility({ lngLat: HOME, ...parts })], ...world }, [pack([rule({ when })], law)]);
  const [finding] = findings;
  return { outcome: finding?.outcome, missing: finding?.missing, evidence: finding?.evidence, marginM: Math.round(assessment.marginM[0] ?? NaN) };
}

function skipped(parts: Partial<SkippedZone>): SkippedZone {
  return { id: 'BAD', name: '', kind: 'planning', class: null, divisionCode: null, inForce: { from: null, until: null }, bounds: null, code: '', params: {}, original: {}, ...parts };
}

describe('of a zone less others', () => {
  const less = { inZone: ['planning'], minus: ['development'] } as const;
  const around = zone({ id: 'AROUND', kind: 'planning', polygons: square(HOME, 0.1) });
  const deeper = zone({ id: 'DEEPER', kind: 'planning', polygons: square(HOME, 0.2) });
  const away = zone({ id: 'AWAY', kind: 'planning', polygons: square([lng + 1, lat], 0.1) });
  const farther = zone({ id: 'FARTHER', kind: 'planning', polygons: square([lng - 2, lat], 0.1) });
  const cut = zone({ id: 'CUT', kind: 'development', polygons: square(HOME, 0.02) });
  const edge = { lngLat: [lng + 0.0201, lat], locationAccuracyM: 50 } as const;
  const named = (zones: Project['zones'], parts: Partial<Facility> = {}, when: Condition = less) => found(when, parts, { zones });

  it('one that was not left names the zone that contains the place, when what is taken out leaves it open', () => {
    for (const zones of [[around, away, cut], [away, cut, around]]) expect(named(zones, edge)).toMatchObject({ outcome: 'review', missing: [], evidence: [{ zone: 'AROUND', truth: 'review' }] });
    for (const zones of [[around, deeper, cut], [deeper, cut, around]]) expect(named(zones, edge).evidence).toMatchObject([{ zone: 'DEEPER' }]);
  });

  it('what is taken out names a zone where the place does not lie, the nearest, else the one that contains it', () => {
    for (const zones of [[around, farther, away, cut], [cut, away, farther, around]]) expect(named(zones)).toMatchObject({ outcome: 'outside', evidence: [{ zone: 'AWAY', truth: 'no' }] });
    expect(named([around, cut])).toMatchObject({ outcome: 'outside', evidence: [{ zone: 'AROUND', truth: 'no' }] });
    expect(named([around, cut], {}, { not: less }).marginM).toBeGreaterThan(9000);
  });

  it('one of another kind, or not yet in force, is never named', () => {
    const later = { ...around, id: 'LATER', inForce: { from: '2025-01-01', until: null } };
    expect(named([later, away]).evidence).toMatchObject([{ zone: 'AWAY' }]);
    expect(named([later, cut], edge)).toMatchObject({ outcome: 'outside', evidence: [{ zone: null, marginM: null }] });
    expect(named([around, later, cut], edge)).toMatchObject({ outcome: 'review', evidence: [{ zone: 'AROUND' }] });
  });

  it('a zone that could not be read is not blamed for what another leaves open', () => {
    const world = (kind: SkippedZone['kind'], zones: Project['zones']) => ({ zones, skippedZones: [skipped({ kind })] });
    expect(found(less, edge, world('coalBan', [around, cut]))).toMatchObject({ outcome: 'review', missing: [], evidence: [{ zone: 'AROUND', skipped: false }] });
    expect(found(less, edge, world('planning', [cut]))).toMatchObject({ outcome: 'review', missing: ['zone.shape'], evidence: [{ zone: 'BAD', skipped: true }] });
    expect(found({ inZone: ['planning'] }, edge, world('planning', [cut]))).toMatchObject({ outcome: 'review', missing: ['zone.shape'], evidence: [{ zone: 'BAD', skipped: true }] });
  });
});

describe('of heat sources', () => {
  const reach: Condition = { withinReach: 'big' };
  const at = (sources: readonly Partial<HeatSource>[], parts: Partial<Facility> = {}, when: Condition = reach, law: Partial<RulePack> = {}) =>
    found(when, parts, { heatSources: sources.map((source, k) => heatSource({ id: `S${String(k)}`, ...source })) }, law);

  it('the first of those that lie alike is named, on either side of the limit', () => {
    const near = { lngLat: from(HOME, 20_000) };
    const beyond = { lngLat: from(HOME, 31_000) };
    expect(at([near, near]).evidence).toMatchObject([{ source: 'S0' }]);
    expect(at([beyond, beyond]).evidence).toMatchObject([{ source: 'S0' }]);
    expect(at([{ ...near, unitMW: null }, { ...near, kind: null }])).toMatchObject({ outcome: 'review', missing: ['heatSource.unitMW'], evidence: [{ source: 'S0' }] });
  });

  it('the nearer is named though it is nearer by two thousandths of a millimetre, far away', () => {
    const [nearer, farther] = [{ lngLat: from(HOME, 190_000.03, 180), reachM: 195_000, unitMW: null }, { lngLat: from(HOME, 190_000.030_002, 90), reachM: 195_000, kind: null }];
    for (const sources of [[nearer, farther], [farther, nearer]]) expect(at(sources)).toMatchObject({ outcome: 'review', missing: ['heatSource.unitMW'], marginM: 5000 });
  });

  it('none is named where there is no position, however surely the answer is no', () => {
    const none = [{ source: null, distanceM: null, marginM: null, accuracyM: null, accuracyAssumed: false, truth: 'no', missing: [] }];
    expect(at([{ unitMW: 200 }], { lngLat: null })).toMatchObject({ outcome: 'outside', evidence: none, marginM: NaN });
    expect(at([{ unitMW: 200 }], { lngLat: null }, { not: reach })).toMatchObject({ outcome: 'applies', evidence: none, marginM: NaN });
    expect(at([], {}, { not: reach })).toMatchObject({ outcome: 'applies', evidence: none, marginM: NaN });
  });

  it('nothing is missing of one that surely does not count, or is one’s own, though more could be known of it', () => {
    const grade: SourceRequirement = {
      id: 'GRADE', article: '3', phrase: '', inForce: { from: null, until: null }, standing: false, appliesTo: { always: true }, require: { word: 'performanceGrade', in: ['A'] },
    };
    expect(at([{ unitMW: 200 }], {}, reach, { sourceRequirements: [grade] })).toMatchObject({ outcome: 'outside', missing: [], evidence: [{ eligible: 'no', missing: [] }] });
    expect(at([{}], {}, reach, { sourceRequirements: [grade] })).toMatchObject({ outcome: 'review', missing: ['heatSource.performanceGrade'] });
    const own = { enterprise: '某厂', unitMW: null };
    expect(at([own], { enterprise: '某厂' }, { withinReach: 'big', byOthers: true })).toMatchObject({ outcome: 'outside', evidence: [{ eligible: 'no', missing: [] }] });
    expect(at([own], { enterprise: '别厂' }, { withinReach: 'big', byOthers: true })).toMatchObject({ outcome: 'review', missing: ['heatSource.unitMW'] });
  });
});

it('a column of answers is as long as its window of the ledger', () => {
  const book = openRuleBook([pack([rule({ when: { withinReach: 'big' } })])], '2024-06-01', {});
  const [key = ''] = book.sourceSets.keys();
  const facilities = Array.from({ length: 6 }, () => facility({ lngLat: HOME }));
  for (const world of [{}, { heatSources: [heatSource({ unitMW: 200 })] }, { heatSources: [heatSource()], zones: [zone()] }]) {
    const scene = buildScene(project({ facilities, ...world }));
    const frame = facilityFrame(scene, book, openCourt(scene, book).eligibility, 2, 5);
    for (const { truths } of [reachPredicate(key, false), zonePredicate({ inZone: ['coalBan'] })]) expect(truths(frame)).toHaveLength(3);
  }
});
