import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { revisionOf } from '../../src/draft/revision.ts';
import { toProjectFile } from '../../src/export/project-file.ts';
import type { Project } from '../../src/domain/project.ts';
import { readCity } from '../../src/ingest/read-city.ts';
import { readProjectFile, readProjectJson, type ProjectFile } from '../../src/ingest/read-project-file.ts';
import { cityText } from '../data/city-files.ts';
import { facility, project } from '../assess/tiny.ts';
import { loadPacks } from '../policy/packs.ts';
import { draftZone, scenario, workbook } from '../state/workbooks.ts';

const bytes = (text: string) => ({ name: 'work.json', bytes: new TextEncoder().encode(text) });
const small = (parts: Partial<ProjectFile> = {}): Omit<ProjectFile, 'product'> => ({ asOf: '2024-06-01', packs: null, choices: {}, data: project(), policies: [], workbook: workbook(), ...parts });
const json = (work: Omit<ProjectFile, 'product'>): Record<string, unknown> => JSON.parse(toProjectFile(work)) as Record<string, unknown>;

describe('a project file', () => {
  let city: Project;
  beforeAll(() => {
    const file = (name: string) => ({ name, bytes: new TextEncoder().encode(cityText(name)) });
    city = readCity({
      facilities: file('facilities.csv'), heatSources: file('heat-sources.csv'), zones: file('zones.geojson'),
      divisions: [file('counties.geojson'), file('prefectures.geojson')], parks: file('parks.csv'), stations: file('stations.csv'), airReadings: file('air-quality.csv'),
    });
  });

  it('brings the whole city back as it was, law and drafts included', () => {
    const work = {
      asOf: '2024-12-31', packs: ['jincheng-2024'], choices: { reading: 'option' }, data: city, policies: loadPacks(),
      workbook: workbook([scenario({ plans: { A: { choice: 'hold', reason: '首个采暖季', replacement: null } }, reachM: { S: 25_000 }, readings: { r: 'o' } })]),
    };
    const read = readProjectFile(bytes(toProjectFile(work)));
    expect(read).toEqual({ ok: true, value: { ...work, product: expect.any(String) as string } });
    expect(read.ok && revisionOf(read.value.data)).toBe(revisionOf(city));
  });

  it('is the same bytes however often it is opened and saved', () => {
    const saved = (text: string) => {
      const read = readProjectFile(bytes(text));
      return read.ok ? toProjectFile(read.value) : '';
    };
    const once = saved(toProjectFile(small({ data: city })));
    // Compared as a yes or no: the difference of two cities is no reading.
    expect(once.length > 100_000 && saved(once) === once).toBe(true);
  });

  it('keeps a column with any name, and runs nothing', () => {
    const original = JSON.parse('{"__proto__": "a", "constructor": "b", "<script>": "alert(1)"}') as Record<string, string>;
    const read = readProjectFile(bytes(toProjectFile(small({ data: project({ facilities: [facility({ original })] }) }))));
    const kept = read.ok ? Object.entries(read.value.data.facilities[0]?.original ?? {}) : [];
    expect(kept).toEqual([['__proto__', 'a'], ['constructor', 'b'], ['<script>', 'alert(1)']]);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it('of a newer format is refused with its number', () => {
    expect(readProjectJson({ ...json(small()), format: 'coal-ban-map/project@2' })).toEqual({ ok: false, problems: [{ code: 'project-newer', version: 2, known: 1 }] });
  });

  it('of an older format is migrated, step by step', () => {
    const old = { ...json(small()), format: 'coal-ban-map/project@1', day: '2020-02-02' };
    const steps = [
      ({ day, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, asOf: day }),
      (content: Readonly<Record<string, unknown>>) => ({ ...content, choices: { migrated: String(content['asOf']) } }),
    ];
    expect(readProjectJson(old, steps)).toMatchObject({ ok: true, value: { asOf: '2020-02-02', choices: { migrated: '2020-02-02' } } });
  });

  it.each([
    ['text', 'hello'], ['a number', '3'], ['another format', '{"format":"coal-ban-map/rule-pack@1"}'], ['no number', '{"format":"coal-ban-map/project@0"}'],
  ])('is not %s', (_, text) => {
    expect(readProjectFile(bytes(text))).toEqual({ ok: false, problems: [{ code: 'not-a-project' }] });
  });

  it('says what is wrong in it, with the path', () => {
    const paths = (work: unknown) => {
      const read = readProjectJson(work);
      return read.ok ? [] : read.problems.map((problem) => (problem.code === 'project-broken' ? problem.problem.path : problem.code));
    };
    const bowTie = [[[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]] as const;
    expect(paths({ ...json(small()), asOf: 'soon' })).toEqual(['asOf']);
    expect(paths({ ...json(small()), more: 1 })).toEqual(['more']);
    expect(paths(json(small({ workbook: workbook([scenario({ zones: [draftZone({ polygons: bowTie })] })]) })))).toEqual(['workbook.scenarios[0].zones[0].polygons']);
    expect(paths(json(small({ workbook: workbook([scenario()], 'gone') })))).toEqual(['workbook.open']);
    expect(paths(json(small({ workbook: workbook([scenario(), scenario()]) })))).toEqual(['workbook.scenarios[1].id']);
    expect(paths(json(small({ data: project({ facilities: [facility({ count: -1 })] }) })))).toEqual(['data.facilities[0].count']);
  });

  it('never throws, whatever it is given', () => {
    const whole = json(small());
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), (key, value) => {
        expect(typeof readProjectJson({ ...whole, [key]: value }).ok).toBe('boolean');
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (soup) => { expect(readProjectFile({ name: 'x', bytes: soup }).ok).toBe(false); }));
    expect(readProjectFile(bytes('['.repeat(100_000))).ok).toBe(false);
  });
});
