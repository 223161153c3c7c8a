import { readFileSync } from 'node:fs';
import { seededRandom } from '../../../src/base/random.ts';
import { withCheckSign } from '../../../src/ingest/checks/credit-code.ts';

/** A position of the embedded sample, with its grids as PROJ gives them: [easting, northing]. */
export interface Position {
  readonly county: string;
  readonly lng: number;
  readonly lat: number;
  readonly zone37: readonly [number, number];
  readonly zone38: readonly [number, number];
  readonly cm111: readonly [number, number];
  readonly cm114: readonly [number, number];
  readonly six19: readonly [number, number];
}

const FIXTURE = new URL('../../fixtures/grid-positions.json', import.meta.url);
export const { positions } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as { readonly positions: readonly Position[] };

export interface Boiler extends Position {
  readonly id: string;
  readonly name: string;
  readonly firm: string;
  readonly code: string;
  readonly fuel: string;
  readonly tph: number;
  readonly use: string;
  readonly status: string;
}

const FUELS = ['烟煤', '型煤', '兰炭', '天然气', '生物质颗粒', '煤层气', '无烟煤', '柴油'];
const SIZES = [1, 2, 4, 6, 10, 15, 20, 35];
const USES = ['供热', '工业生产', '生活热水', '采暖'];
const STATES = ['在用', '备用', '停用'];

/** The same `count` boilers each time, at places where their counties are. */
export function boilers(count: number, seed = 5): readonly Boiler[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, k) => {
    const number = String(k + 1).padStart(3, '0');
    const position = positions[k % positions.length] as Position;
    return {
      ...position,
      id: `JC-${number}`,
      name: `${(k % 3) + 1}号锅炉`,
      firm: `泽州示例${pick(['化工', '热力', '食品', '纺织', '机械'])}厂${number}`,
      code: withCheckSign(`911405${String(10_000_000 + k * 37)}ABC`),
      fuel: pick(FUELS),
      tph: pick(SIZES),
      use: pick(USES),
      status: pick(STATES),
    };
  });
}

export const HEADER = ['设施编号', '锅炉名称', '单位名称', '统一社会信用代码', '燃料类型', '吨位(t/h)', '用途', '所在县区', '经度', '纬度', '运行状态'] as const;

export function cells(one: Boiler): string[] {
  const { id, name, firm, code, fuel, tph, use, county, lng, lat, status } = one;
  return [id, name, firm, code, fuel, String(tph), use, county, lng.toFixed(6), lat.toFixed(6), status];
}

/** Rows of cells as text, quoted where a cell needs it. */
export function text(rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n'): string {
  const cell = (value: string): string => (value.includes(delimiter) || /["\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => row.map(cell).join(delimiter) + end).join('');
}

export function ledger(count: number, delimiter = ',', end = '\r\n'): string {
  return text([[...HEADER], ...boilers(count).map(cells)], delimiter, end);
}
