import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { LngLat, MultiPolygon, Polygon } from '../../src/domain/place.ts';
import { polygonTable } from '../../src/geometry/rings.ts';

/** The embedded files, read as plainly as can be: the tests of the data must not lean on the readers they feed. */
export function cityText(name: string): string {
  return readFileSync(new URL(`../../data/jincheng/${name}`, import.meta.url), 'utf8');
}

export type Cells = Readonly<Record<string, string>>;

export function cityTable(name: string): readonly Cells[] {
  const { data, errors } = Papa.parse<Cells>(cityText(name).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${name}: got ${JSON.stringify(errors[0])}, expected a clean table`);
  return data;
}

/** The cell under a header that must be there. */
export function cell(row: Cells, header: string): string {
  const text = row[header];
  if (text === undefined) throw new Error(`got no column ${header}, expected one of ${Object.keys(row).join(', ')}`);
  return text;
}

export function pointOf(row: Cells, lon: string, lat: string): LngLat | null {
  return cell(row, lon) === '' ? null : [Number(cell(row, lon)), Number(cell(row, lat))];
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Polygon }
    | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon };
}

export function cityFeatures(name: string): readonly Feature[] {
  return (JSON.parse(cityText(name)) as { readonly features: readonly Feature[] }).features;
}

export function polygonsOf({ geometry }: Feature): MultiPolygon {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export const counties = cityFeatures('counties.geojson');
export const countyCodes = counties.map(({ properties }) => String(properties['code']));
export const countyTable = polygonTable(counties.map(polygonsOf));

export const zones = cityFeatures('zones.geojson');
export const zoneIds = zones.map(({ properties }) => String(properties['id']));
export const zoneTable = polygonTable(zones.map(polygonsOf));

export const ledger = cityTable('facilities.csv');
export const boilers = ledger.filter((row) => cell(row, '设施类型') === '锅炉');
export const synthetic = ledger.filter((row) => cell(row, '数据性质') === '合成');

export function located(row: Cells): LngLat | null {
  return pointOf(row, '经度', '纬度');
}

/** The county by code or, where the code is left out, by name. */
export function countyCode(row: Cells): string {
  const byName = counties.find(({ properties }) => properties['name'] === cell(row, '所在县(市、区)'));
  return cell(row, '行政区划代码') || String(byName?.properties['code']);
}

/** How many rows have each word under a header. */
export function tally(rows: readonly Cells[], word: (row: Cells) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[word(row)] = (counts[word(row)] ?? 0) + 1;
  return counts;
}
