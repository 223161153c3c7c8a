import { describe, expect, it, vi } from 'vitest';
import { measureTargets } from '../../src/assess/area-duties.ts';
import { gapsOf } from '../../src/assess/gaps.ts';
import { openCourt } from '../../src/assess/court.ts';
import { movedVerdicts } from '../../src/assess/moved-verdicts.ts';
import type { Facility } from '../../src/domain/facility.ts';
import { sourceConditions } from '../../src/export/source-conditions.ts';
import { nodesOf } from '../../src/policy/conditions.ts';
import { loadPacks } from '../policy/packs.ts';
import { judge, outcomes } from './judge-world.ts';
import { embeddedCity } from './embedded-city.ts';
import { facility, from, heatSource, HOME, zone } from './tiny.ts';

/** The embedded ledger under all laws of several days; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const packs = loadPacks();
const DAY = '2024-07-01';
const COAL = { kind: 'boiler', fuel: 'coal', capacityTph: 80, ultraLowEmission: true, status: 'inUse', use: 'process', enterprise: '某厂' } as const;

/** A coal boiler 10 km from a big CHP plant in its own county. */
function nearPlant(parts: Partial<Facility>, source = {}) {
  const code = parts.divisionCode ?? null;
  return { facilities: [facility({ ...COAL, lngLat: from(HOME, 10_000), ...parts })], heatSources: [heatSource({ divisionCode: code, ...source })] };
}

const applying = (world: Parameters<typeof outcomes>[0], asOf = DAY) => Object.entries(outcomes(world, packs, asOf)).flatMap(([id, outcome]) => (outcome === 'applies' ? [id] : []));

describe('jurisdiction', () => {
  it("binds a Datong boiler by the province's article, not by its city's, and lets a Jincheng one cite both", () => {
    expect(applying(nearPlant({ divisionCode: '140212' }))).toEqual(['SX24-9-radius']);
    expect(applying(nearPlant({ divisionCode: '140525', monitored: true }))).toEqual(['JC24-9-radius', 'SX24-9-radius']);
    expect(applying(nearPlant({ divisionCode: '140302' }))).toEqual(['SX24-9-radius']);
    expect(applying(nearPlant({ divisionCode: '410825' }))).toEqual([]);
  });

  it('gives the 30 km rule no deadline anywhere', () => {
    const reach = packs.flatMap(({ rules }) => rules).filter(({ subject, when }) => [subject, when].some((condition) => [...nodesOf(condition)].some((node) => 'withinReach' in node)));
    expect(reach.map(({ id, deadline }) => `${id} ${deadline.origin} ${String(deadline.day)}`)).toEqual(['JC24-9-radius none null', 'SX24-9-radius none null']);
    expect(judge(nearPlant({ divisionCode: '140525' }), packs, DAY).verdict).toMatchObject({ duty: 'close-or-consolidate', deadline: null, deadlineOrigin: 'none', overdue: false });
  });

  it("changes nothing in Jincheng by the law of other cities, nor asks for layers that only they want", () => {
    const others = packs.filter(({ jurisdiction }) => jurisdiction === '140200' || jurisdiction === '140300');
    expect(others).toHaveLength(2);
    const city = embeddedCity();
    for (const asOf of ['2020-12-01', '2021-08-01', '2024-12-31']) {
      const [all, without] = [judge(city, packs, asOf), judge(city, packs.filter((each) => !others.includes(each)), asOf)];
      expect(movedVerdicts(without.assessment, all.assessment)).toEqual([]);
      expect(gapsOf(all.scene, all.book)).toEqual(gapsOf(without.scene, without.book));
    }
  });
});

describe('the day', () => {
  const boiler = (divisionCode: string) => ({ facilities: [facility({ ...COAL, capacityTph: 20, divisionCode, lngLat: HOME, monitored: true })], zones: [zone()] });
  const documents = (divisionCode: string, asOf: string) => [...new Set(judge(boiler(divisionCode), packs, asOf).findings.map(({ pack }) => pack))];

  it('selects the documents, place by place', () => {
    expect(['2017-01-01', '2020-12-01', '2021-08-01', '2024-07-01'].map((day) => documents('140525', day))).toEqual([
      [], ['fuel-classes-2017', 'jincheng-2020'], ['fuel-classes-2017', 'jincheng-2020'], ['fuel-classes-2017', 'jincheng-2020', 'jincheng-2024', 'shanxi-2024'],
    ]);
    expect(['2020-12-01', '2021-08-01', '2024-07-01'].map((day) => documents('140302', day))).toEqual([['fuel-classes-2017'], ['fuel-classes-2017', 'yangquan-2021'], ['fuel-classes-2017', 'shanxi-2024', 'yangquan-2021']]);
    expect(documents('140212', '2024-07-01')).toEqual(['datong-2024', 'fuel-classes-2017', 'shanxi-2024']);
  });

  it('keeps the zone rules of a lapsed plan and nothing else of it', () => {
    expect(applying(boiler('140525'), '2021-08-01')).toEqual(['JC20-7-coal-ban']);
    expect(applying(boiler('140525'), '2024-07-01')).toEqual(['JC20-7-coal-ban', 'JC24-9-le35', 'SX24-9-le35']);
  });
});

describe('holds', () => {
  const home = (parts: Partial<Facility>) => ({ facilities: [facility({ ...COAL, capacityTph: 10, use: 'homeHeating', cleanHeating: false, monitored: true, lngLat: HOME, ...parts })] });

  it('of a city act in that city alone, and are shown with the closing that they hold back', () => {
    const held = judge(home({ divisionCode: '140302' }), packs, DAY).findings.find(({ rule }) => rule === 'SX24-9-le35');
    expect(held).toMatchObject({ outcome: 'exempt', heldBy: { pack: 'yangquan-2021', rule: 'YQ21-3-no-one-size' }, clause: { article: '二(三)' } });
    expect(held?.grounds.map((ground) => ground.for)).toContain('hold');
    expect(outcomes(home({ divisionCode: '140525' }), packs, DAY)).toMatchObject({ 'SX24-9-le35': 'applies', 'JC24-9-le35': 'applies' });
    expect(outcomes(home({ divisionCode: '140212' }), packs, DAY)).toMatchObject({ 'SX24-9-le35': 'applies', 'DT24-8-le35': 'applies' });
  });

  it('ask for the division where nobody knows it, and for nothing else', () => {
    const lost = judge(home({ divisionCode: null, lngLat: null, use: null, cleanHeating: null }), packs, DAY).findings.find(({ rule }) => rule === 'SX24-9-le35');
    expect(lost).toMatchObject({ outcome: 'unknown', missing: ['divisionCode'] });
  });
});

describe('fuel classes', () => {
  const inZone = (zoneClass: 1 | 2 | 3 | null, parts: Partial<Facility>) => outcomes({ facilities: [facility({ ...COAL, lngLat: HOME, ...parts })], zones: [zone({ kind: 'noBurn', class: zoneClass })] }, packs, DAY);

  it('ban a 15 t/h coal boiler in class II, not one of 25 t/h, and leave a missing class for review', () => {
    expect(inZone(2, { capacityTph: 15 })['JC20-7-fuel-ban']).toBe('applies');
    expect(inZone(2, { capacityTph: 25 })['JC20-7-fuel-ban']).toBe('outside');
    expect(inZone(3, { capacityTph: 25 })['JC20-7-fuel-ban']).toBe('applies');
    expect(inZone(null, { capacityTph: 25 })['JC20-7-fuel-ban']).toBe('review');
    const open = judge({ facilities: [facility({ ...COAL, lngLat: HOME })], zones: [zone({ kind: 'noBurn' })] }, packs, DAY).findings.find(({ rule }) => rule === 'JC20-7-fuel-ban');
    expect(open?.missing).toContain('zone.class');
  });
});

describe('heat sources', () => {
  const radius = (source: Parameters<typeof nearPlant>[1], code = '140525') => judge(nearPlant({ divisionCode: code }, source), packs, DAY).findings.find(({ rule }) => rule === 'SX24-9-radius');

  it('decide nothing when they do not qualify, and raise a question that names the field when nobody knows', () => {
    expect(radius({})?.outcome).toBe('applies');
    expect(radius({ unitMW: 299 })?.outcome).toBe('outside');
    expect(radius({ unitMW: null })).toMatchObject({ outcome: 'review', missing: ['heatSource.unitMW'] });
    expect(radius({ kind: null, unitMW: null, large: null })).toMatchObject({ outcome: 'review', missing: ['heatSource.kind', 'heatSource.unitMW', 'heatSource.large'] });
  });

  it('of Yangquan must be graded B or better and not be listed for exit; elsewhere nobody asks', () => {
    const mill = { kind: 'industrial', unitMW: null, large: true, performanceGrade: 'C', listedForExit: false } as const;
    expect(radius(mill, '140302')?.outcome).toBe('outside');
    expect(radius({ ...mill, performanceGrade: 'B' }, '140302')?.outcome).toBe('applies');
    expect(radius({ ...mill, performanceGrade: 'B', listedForExit: true }, '140302')?.outcome).toBe('outside');
    expect(radius({ ...mill, performanceGrade: null }, '140302')).toMatchObject({ outcome: 'review', missing: ['heatSource.performanceGrade'] });
    expect(radius(mill, '140525')?.outcome).toBe('applies');
  });

  it('of the embedded city show every condition with its own answer', () => {
    const { scene, book } = judge(embeddedCity(), packs, DAY);
    const { eligibility } = openCourt(scene, book);
    for (const source of scene.sourceList.keys()) {
      const checks = sourceConditions(eligibility.hear(source));
      expect(checks.length).toBeGreaterThan(4);
      for (const { outcome, evidence } of checks) if (outcome === 'unknown') expect(evidence.missing).not.toEqual([]);
    }
  });
});

it("no target is decided by the one day of readings that the city comes with", () => {
  const measured = measureTargets(embeddedCity(), packs, '2025-12-31');
  expect(measured.length).toBeGreaterThan(20);
  expect(new Set(measured.map(({ status }) => status))).toEqual(new Set(['open']));
});
