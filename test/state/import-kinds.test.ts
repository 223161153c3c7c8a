import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../scripts/cli/load.ts';
import { parseOptions } from '../../scripts/cli/options.ts';
import type { Project } from '../../src/domain/project.ts';
import { toProjectFile } from '../../src/export/project-file.ts';
import { guessKind } from '../../src/ingest/guess-kind.ts';
import { writeMapping } from '../../src/ingest/read-mapping.ts';
import { answerItem, applyImports, setItemKind } from '../../src/state/imports/import-commands.ts';
import { undoImport } from '../../src/state/imports/holdings.ts';
import { createReader } from '../../src/worker/run-imports.ts';
import { from } from '../assess/tiny.ts';
import { corpusFile, isSettled, openDesk, sampleCity, type Desk } from './desk.ts';

const embedded = (name: string) => ({ name: 'data', bytes: new Uint8Array(readFileSync(new URL(`../../data/jincheng/${name}`, import.meta.url))) });

describe('guessKind', () => {
  it.each([
    ['facilities.csv', 'facilities'],
    ['heat-sources.csv', 'heatSources'],
    ['stations.csv', 'stations'],
    ['parks.csv', 'parks'],
    ['air-quality.csv', 'airReadings'],
    ['zones.geojson', 'zones'],
    ['counties.geojson', 'divisions'],
  ])('knows %s by its content', (name, kind) => {
    expect(guessKind(embedded(name))).toMatchObject({ kind, why: 'columns' });
  });

  it('knows a pack of rules, and takes the name of a file for what the content leaves open', () => {
    const pack = new Uint8Array(readFileSync(new URL('../../docs/another-city/pack.json', import.meta.url)));
    expect(guessKind({ name: 'x.json', bytes: pack })).toMatchObject({ kind: 'policy', why: 'mark' });
    const bytes = new TextEncoder().encode('名称,经度,纬度\n甲,112,35\n');
    expect(guessKind({ name: '列表.csv', bytes })).toMatchObject({ kind: null });
    expect(guessKind({ name: '热源列表.csv', bytes })).toMatchObject({ kind: 'heatSources', why: 'file-name', by: ['热源'] });
  });
});

async function settledOn(...files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[]): Promise<Desk & { readonly id: string }> {
  const desk = openDesk();
  const [id = ''] = desk.put(...files);
  await desk.until(isSettled);
  return { ...desk, id };
}

describe('files of other kinds on the desk', () => {
  it('open a project file in the place of everything, and give it back when undone', async () => {
    const { project } = sampleCity();
    const data = { ...project, facilities: project.facilities.slice(0, 5), inputs: [] };
    const text = toProjectFile({ asOf: '2024-06-01', packs: null, choices: {}, data, policies: [], workbook: { scenarios: [], open: null } });
    const { store, until, item, id } = await settledOn(['方案.json', text]);
    expect(item(id).stage).toMatchObject({ kind: 'read', result: { kind: 'project', facilities: 5, asOf: '2024-06-01' } });
    store.apply(applyImports);
    const opened = await until(({ imports }) => imports.holdings.past.length === 1);
    expect(opened.city).toMatchObject({ kind: 'ready', city: { project: { facilities: data.facilities } } });
    expect(opened.scenario.asOf).toBe('2024-06-01');
    expect(opened.imports.holdings.present.base).toMatchObject({ kind: 'project', name: '方案.json' });
    store.apply(undoImport);
    expect(store.get().city).toEqual({ kind: 'ready', city: sampleCity() });
  });

  it('add a pack of rules to the law', async () => {
    const text = readFileSync(new URL('../../docs/another-city/pack.json', import.meta.url), 'utf8');
    const { store, until, id, item } = await settledOn(['pack.json', text]);
    expect(item(id).stage).toMatchObject({ kind: 'read', result: { kind: 'policy' } });
    store.apply(applyImports);
    const { own, imports } = await until((session) => session.own.length === 1);
    expect(own[0]?.file).toBe('pack.json');
    expect(imports.holdings.past).toEqual([]);
  });

  it('refuse a broken pack with what to mend', async () => {
    const { item, id } = await settledOn(['pack.json', '{"id":"x","rules":[{}]}']);
    expect(item(id).stage).toMatchObject({ kind: 'refused', refusal: { kind: 'policy' } });
  });

  it('take a mapping file as the answer for its headers', async () => {
    const table = '甲列,乙列,丙列,经度(WGS84),纬度(WGS84)\n一号,烟煤,10,112.9,35.5\n';
    const choice = (header: string, field: string | null, unit: string | null = null) => ({ header, field, unit, datum: null, why: 'chosen', confidence: 1, like: null }) as const;
    const columns = [choice('甲列', 'name'), choice('乙列', 'fuel'), choice('丙列', 'capacityTph', 't/h'), choice('经度(WGS84)', 'lon'), choice('纬度(WGS84)', 'lat')];
    const { store, until, put, item } = await settledOn(['列对应.json', writeMapping({ columns })]);
    store.apply(applyImports);
    await until(({ imports }) => imports.items.length === 0);
    const [id = ''] = put(['台账.csv', table]);
    await until(isSettled);
    expect(item(id)).toMatchObject({ isRemembered: true, stage: { kind: 'read', result: { what: 'facilities', input: { accepted: 1 } } } });
  });

  it('ask about columns of which none is known, rather than refuse the table', async () => {
    const { store, item, id, until } = await settledOn(['表.csv', '甲列,乙列\n一号,烟煤\n']);
    expect(item(id).stage).toMatchObject({ kind: 'asking', question: { kind: 'what' } });
    store.apply(setItemKind(id, 'facilities'));
    await until(isSettled);
    expect(item(id).stage).toMatchObject({ kind: 'asking', question: { kind: 'columns', what: 'facilities', sample: { header: ['甲列', '乙列'], rows: [['一号', '烟煤']] } } });
  });

  it('ask before a zone that crosses itself is cut, with both shapes and areas', async () => {
    const { store, item, id, until } = await settledOn(corpusFile('geo-self-crossing.geojson'));
    expect(item(id).stage).toMatchObject({ kind: 'asking', question: { kind: 'crs', what: 'zones' } });
    store.apply(answerItem(id, { crs: 'wgs84' }));
    await until(isSettled);
    const { stage } = item(id);
    if (stage.kind !== 'asking' || stage.question.kind !== 'repair') throw new Error(`got ${JSON.stringify(stage).slice(0, 300)}`);
    const [proposal] = stage.question.zones;
    expect(proposal?.before.length).toBeGreaterThan(0);
    expect(proposal?.after.length).toBeGreaterThan(0);
    store.apply(answerItem(id, { repair: true }));
    await until(isSettled);
    expect(item(id).stage).toMatchObject({ kind: 'read', result: { what: 'zones', input: { quarantined: 0 } } });
  });

  it('hear nothing more of a question that has been answered', async () => {
    // The question is told once more, in more detail, just when it has been answered and the reader does not know yet.
    let repeat = (): void => undefined;
    const { store, put, item, until } = openDesk((onLost) => {
      const reader = createReader(onLost);
      const read: typeof reader.read = (job, hear) => {
        reader.read(job, (word) => {
          if (word.kind === 'asks') repeat = () => { hear(word); };
          hear(word);
        });
      };
      return { ...reader, read };
    });
    const [id = ''] = put(['热源.csv', '热源名称,经度,纬度\n甲电厂,112.9,35.5\n']);
    await until(isSettled);
    store.apply(answerItem(id, { crs: 'wgs84' }));
    expect(item(id).stage.kind).toBe('reading');
    repeat();
    expect(item(id).stage.kind).toBe('reading');
    await until(isSettled);
    expect(item(id).stage).toMatchObject({ kind: 'read', result: { crs: { crs: 'wgs84', basis: 'given' } } });
  });

  it('ask which system a heat source without one is in, with the verdicts that each would give', async () => {
    // 30.3 km east of a boiler that only a source within 30 km concerns: read as GCJ-02 it stands some 550 m further west.
    const boiler = sampleCity().project.facilities.find(({ fuel, lngLat, capacityTph }) => fuel === 'coal' && lngLat !== null && (capacityTph ?? 0) > 35);
    const [lng = 0, lat = 0] = boiler?.lngLat ?? [];
    const { store, item, id, until } = await settledOn(['热源.csv', `热源名称,热源类型,单机容量(MW),经度,纬度\n甲电厂,热电联产,350,${from([lng, lat], 30_300).join(',')}\n`]);
    const choices = () => {
      const { stage } = item(id);
      if (stage.kind !== 'asking' || stage.question.kind !== 'crs') throw new Error(`got ${JSON.stringify(stage).slice(0, 300)}`);
      return stage.question.candidates;
    };
    await until(() => choices().every(({ verdicts }) => verdicts !== null));
    const [first, second] = choices();
    expect([first?.crs, first?.verdicts?.moved]).toEqual(['wgs84', 0]);
    expect(second?.verdicts?.first.map(({ name }) => name)).toContain(boiler?.name);
    store.apply(answerItem(id, { crs: 'gcj02' }));
    await until(isSettled);
    expect(item(id).stage).toMatchObject({ kind: 'read', result: { what: 'heatSources', crs: { crs: 'gcj02', basis: 'given' } } });
  });

  it('ask which encoding a text is in, with its beginning in each', async () => {
    const { item, id } = await settledOn(corpusFile('big5.csv'));
    const { stage } = item(id);
    if (stage.kind !== 'asking' || stage.question.kind !== 'encoding') throw new Error(`got ${JSON.stringify(stage).slice(0, 300)}`);
    expect(stage.question.samples.map(({ encoding }) => encoding)).toEqual(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']);
  });

  it('read each layer of an archive as a file of its own', async () => {
    const [name] = corpusFile('gbk.csv');
    const archive = Uint8Array.from(zipSync({ [name]: corpusFile(name)[1], 'utf-8.csv': new TextEncoder().encode('设施编号,燃料,吨位,用途\nA,烟煤,10,采暖\n') }));
    const { store, id } = await settledOn(['两张表.zip', archive]);
    const { items } = store.get().imports;
    expect(items.map(({ layer }) => layer)).toEqual([0, 1]);
    expect(items.every((one) => one.id.startsWith(id))).toBe(true);
    expect(items.map(({ guess }) => guess?.kind)).toEqual(['facilities', 'facilities']);
  });

  it('join the files of a shapefile that lie side by side', async () => {
    const desk = openDesk();
    const parts = Object.entries(unzipSync(corpusFile('shp-zones-cpg-936.zip')[1])).map(([name, bytes]) => ({ name, blob: new Blob([Uint8Array.from(bytes)]) }));
    const [shp, ...beside] = [...parts.filter(({ name }) => name.endsWith('.shp')), ...parts.filter(({ name }) => !name.endsWith('.shp'))];
    if (shp === undefined) throw new Error('got no .shp in shp-zones-cpg-936.zip');
    const [zipped = ''] = desk.put(corpusFile('shp-zones-cpg-936.zip'));
    const [loose = ''] = desk.put([shp.name, '']);
    desk.files.set(desk.item(loose).file, [shp, ...beside]);
    await desk.until(isSettled);
    const result = (id: string) => {
      const { stage } = desk.item(id);
      if (stage.kind !== 'read' || stage.result.kind !== 'data') throw new Error(`got ${JSON.stringify(stage).slice(0, 300)}`);
      const { rows, accepted, encoding, crs } = stage.result.input;
      return { what: stage.result.what, rows, accepted, encoding, crs };
    };
    expect(result(loose)).toEqual(result(zipped));
  });
});

describe('the page and the command line', () => {
  it('make the same project of the same files and answers', async () => {
    const paths = ['ledger.csv', 'heat-sources.csv', 'zones.geojson'].map((name) => fileURLToPath(new URL(`../../docs/another-city/${name}`, import.meta.url)));
    const [ledger = '', sources = '', zones = ''] = paths;
    const { options } = parseOptions(['--facilities', `${ledger}#crs=wgs84`, '--heat-sources', `${sources}#crs=wgs84`, '--zones', `${zones}#crs=wgs84`], '2024-12-01');
    const fromCli = loadProject(options);
    if (!fromCli.ok) throw new Error(JSON.stringify(fromCli.problems));

    const desk = openDesk();
    const ids = desk.put(...paths.map((path) => [basename(path), Uint8Array.from(readFileSync(path))] as const));
    await desk.until(isSettled);
    for (const id of ids) {
      expect(desk.item(id).stage).toMatchObject({ kind: 'asking', question: { kind: 'crs' } });
      desk.store.apply(answerItem(id, { crs: 'wgs84' }));
    }
    await desk.until(({ imports }) => imports.difference.kind === 'found');
    desk.store.apply(applyImports);
    const { city } = await desk.until(({ imports }) => imports.holdings.past.length === 1);
    if (city.kind !== 'ready') throw new Error('got no city');
    const sorted = ({ inputs, ...project }: Project) => ({ ...project, inputs: [...inputs].sort((a, b) => (a.name < b.name ? -1 : 1)), messages: new Set(project.messages) });
    expect(sorted(city.city.project)).toEqual(sorted(fromCli.value));
  });
});
