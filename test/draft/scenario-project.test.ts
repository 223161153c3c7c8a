import { describe, expect, it } from 'vitest';
import type { DraftZone } from '../../src/domain/scenario.ts';
import { revisionOf } from '../../src/draft/revision.ts';
import { scenarioProject } from '../../src/draft/scenario-project.ts';
import { terms } from '../../src/text/terms.ts';
import { HOME, heatSource, project, square, zone } from '../assess/tiny.ts';

const draft = (parts: Partial<DraftZone> = {}): DraftZone => ({ id: 'd1', name: 'draft', kind: 'coalBan', class: null, polygons: square(HOME, 0.02), replaces: null, ...parts });

describe('scenarioProject', () => {
  const enacted = project({ zones: [zone({ id: 'A' }), zone({ id: 'A', name: 'second' }), zone({ id: 'B' })], heatSources: [heatSource({ id: 'S' }), heatSource({ id: 'S' })] });

  it('adds candidates behind the enacted zones and marks them', () => {
    const { zones } = scenarioProject(enacted, { zones: [draft()], reachM: {} }, terms.zh.draftZone);
    expect(zones.map(({ id, illustrative }) => [id, illustrative])).toEqual([['A', false], ['A', false], ['B', false], ['draft:d1', true]]);
    expect(zones.at(-1)?.areaM2).toBeGreaterThan(1e6);
  });

  it('puts a candidate in the place of the one zone that it replaces, also of two with one id', () => {
    const { zones } = scenarioProject(enacted, { zones: [draft({ replaces: 'A~2' })], reachM: {} }, terms.zh.draftZone);
    expect(zones.map(({ name }) => name)).toEqual(['zone', 'zone', '【草案】draft']);
  });

  it('lets a candidate without an area lift a zone', () => {
    const { zones } = scenarioProject(enacted, { zones: [draft({ replaces: 'B', polygons: [] })], reachM: {} }, terms.zh.draftZone);
    expect(zones.map(({ id, areaM2 }) => [id, areaM2]).at(-1)).toEqual(['draft:d1', 0]);
  });

  it('makes the same zone of the same candidate, and of another name another', () => {
    const one = draft();
    const zoneOf = (called: (name: string) => string) => scenarioProject(enacted, { zones: [one], reachM: {} }, called).zones.at(-1);
    expect(zoneOf(terms.zh.draftZone)).toBe(zoneOf(terms.zh.draftZone));
    expect([zoneOf(terms.en.draftZone)?.name, zoneOf(terms.zh.draftZone)?.name]).toEqual(['[draft] draft', '【草案】draft']);
  });

  it('gives one source another reach and leaves the project as it was', () => {
    const { heatSources } = scenarioProject(enacted, { zones: [], reachM: { 'S~2': 25_000 } }, terms.zh.draftZone);
    expect(heatSources.map(({ reachM }) => reachM)).toEqual([null, 25_000]);
    expect(enacted.heatSources.map(({ reachM }) => reachM)).toEqual([null, null]);
  });
});

describe('revisionOf', () => {
  const input = { name: 'f', sha256: 'a'.repeat(64), bytes: 1, kind: 'facilities', encoding: '', crs: '', rows: 0, accepted: 0, quarantined: 0, ignored: 0 } as const;

  it('tells data apart, not the order of files nor their names', () => {
    const other = { ...input, kind: 'zones', sha256: 'b'.repeat(64) } as const;
    expect(revisionOf({ inputs: [input, other] })).toBe(revisionOf({ inputs: [other, { ...input, name: 'g' }] }));
    expect(revisionOf({ inputs: [input] })).not.toBe(revisionOf({ inputs: [{ ...input, sha256: 'c'.repeat(64) }] }));
    expect(revisionOf({ inputs: [input, { ...input, kind: 'policy' }] })).toBe(revisionOf({ inputs: [input] }));
  });
});
