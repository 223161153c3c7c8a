import { describe, expect, it, vi } from 'vitest';
import { runCli, withFiles } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const HEAD = '编号,名称,吨位,所在县区';
const grid = `${HEAD},X,Y\n1,a,10,泽州县,3929000,38412345\n`;
const degrees = `${HEAD},经度,纬度\n1,a,10,泽州县,112.85,35.49\n`;

interface Answer {
  readonly manifest: { readonly inputs: readonly { readonly name: string; readonly crs: string; readonly encoding: string }[] };
  readonly messages: readonly { readonly code: string; readonly file: string }[];
  readonly zones: readonly { readonly name: string; readonly status: string }[];
  readonly facilities: readonly { readonly lngLat: readonly number[] | null; readonly capacityTph: number | null; readonly original: Readonly<Record<string, string>> }[];
}

function answerOf(files: Readonly<Record<string, string>>, args: (path: (name: string) => string) => readonly string[]) {
  return withFiles(files, (path) => {
    const { exit, out, err } = runCli(['--format', 'json', '--only', 'all', '--as-of', '2024-12-31', ...args(path)]);
    return { exit, err, answer: exit === 0 ? (JSON.parse(out) as Answer) : null };
  });
}

describe('npm run assess: a question', () => {
  it('ends with exit 3 and the option that answers it, and is answered by it', () => {
    const asked = answerOf({ 'g.csv': grid }, (path) => ['--facilities', path('g.csv')]);
    expect([asked.exit, asked.err]).toEqual([3, expect.stringMatching(/--crs.*#crs=/u)]);
    for (const args of [['--crs', 'epsg:4526'], ['--crs', 'gcj02', '#crs=EPSG:4526']]) {
      const suffix = args.find((arg) => arg.startsWith('#')) ?? '';
      const { answer } = answerOf({ 'g.csv': grid }, (path) => ['--facilities', `${path('g.csv')}${suffix}`, ...args.filter((arg) => arg !== suffix)]);
      expect(answer?.facilities[0]?.lngLat?.map((value) => value.toFixed(2))).toEqual(['113.03', '35.49']);
      expect([answer?.manifest.inputs.find(({ name }) => name === 'g.csv')?.crs, answer?.facilities[0]?.original['X']]).toEqual(['EPSG:4526', '3929000']);
    }
  });

  it('converts what --crs names, for zones and heat sources as well', () => {
    const { answer } = answerOf({ 'd.csv': degrees, 'h.csv': 'name,lon,lat\n甲电厂,112.85,35.49\n' }, (path) => ['--facilities', path('d.csv'), '--heat-sources', path('h.csv'), '--crs', 'gcj02']);
    expect(answer?.facilities[0]?.lngLat?.map((value) => value.toFixed(4))).toEqual(['112.8439', '35.4904']);
    expect(answer?.manifest.inputs.filter(({ crs }) => crs === 'gcj02')).toHaveLength(2);
  });

  it('says what it assumes of zones and heat sources, and asks where their numbers are metres', () => {
    const zone = (x: number, y: number, side: number) => JSON.stringify({ type: 'Feature', properties: { kind: 'coalBan', name: '甲' }, geometry: { type: 'Polygon', coordinates: [[[x, y], [x + side, y], [x + side, y + side], [x, y]]] } });
    const files = { 'd.csv': degrees, 'h.csv': 'name,lon,lat\n甲电厂,112.85,35.49\n', 'z.geojson': zone(112.84, 35.48, 0.02), 'm.geojson': zone(38_412_000, 3_929_000, 900) };
    const said = answerOf(files, (path) => ['--facilities', path('d.csv'), '--heat-sources', path('h.csv'), '--zones', path('z.geojson')]);
    const assumed = (said.answer?.messages ?? []).flatMap(({ code, file }) => (code === 'crs-assumed' ? [file] : []));
    expect(assumed.sort()).toEqual(['d.csv', 'h.csv', 'z.geojson']);
    const asked = answerOf(files, (path) => ['--facilities', path('d.csv'), '--zones', path('m.geojson')]);
    expect([asked.exit, asked.err]).toEqual([3, expect.stringMatching(/m\.geojson.*EPSG:4526.*#crs=/u)]);
    const { answer } = answerOf(files, (path) => ['--facilities', path('d.csv'), '--zones', `${path('m.geojson')}#crs=EPSG:4526`]);
    expect(answer?.zones).toMatchObject([{ name: '甲', status: 'ok' }]);
  });

  it('reads the columns that --mapping names, and refuses a mapping that it can’t read', () => {
    const mapping = JSON.stringify({ mapping: 1, columns: [{ header: '功率', field: 'capacityTph', unit: 'MW' }] });
    const file = '编号,名称,功率\n1,a,7\n';
    const mapped = answerOf({ 'f.csv': file, 'm.json': mapping }, (path) => ['--facilities', path('f.csv'), '--mapping', path('m.json')]);
    expect(mapped.answer?.facilities[0]?.capacityTph).toBe(10);
    for (const broken of ['{', '{"mapping":2}', '{"mapping":1,"columns":[{"header":"x","field":"nothing"}]}', '{"mapping":1,"columns":[{"header":"x","field":"fuel","unit":"MW"}]}', '{"mapping":1,"columns":[{"header":"x","field":"lon","datum":"xian80"}]}', '{"mapping":1,"columns":[7]}']) {
      const { exit, err } = answerOf({ 'f.csv': file, 'm.json': broken }, (path) => ['--facilities', path('f.csv'), '--mapping', path('m.json')]);
      expect([exit, err]).toEqual([3, expect.stringMatching(/m\.json/u)]);
    }
  });

  it('takes the encoding that is named, and ends where nothing can be read in it', () => {
    const { exit, err } = answerOf({ 'f.csv': degrees }, (path) => ['--facilities', path('f.csv'), '--encoding', 'utf-16le']);
    expect([exit, err]).toEqual([3, expect.stringMatching(/f\.csv/u)]);
  });

  it('makes two records of a group where that is asked', () => {
    const { answer } = answerOf({ 'f.csv': '编号,名称,吨位\n1,a,2台10蒸吨\n' }, (path) => ['--facilities', path('f.csv'), '--groups', 'split']);
    expect(answer?.facilities.map(({ capacityTph }) => capacityTph)).toEqual([10, 10]);
  });
});
