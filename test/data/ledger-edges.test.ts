import { describe, expect, it } from 'vitest';
import { geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import { areaMarginM } from '../../src/geometry/margin.ts';
import { boilers, cell, ledger, located, zoneIds, zoneTable, type Cells } from './city-files.ts';

const coal = boilers.filter((row) => cell(row, '燃料类型') === '煤');
const JINCHENG_PLANT = [112.92522, 35.46113] as const;
const PLANT_ACCURACY_M = 200;

function capacities(rows: readonly Cells[]): readonly string[] {
  return rows.map((row) => cell(row, '容量（t/h）'));
}

/** Numbers of a located row: what `measure` gives, and the row's own accuracy (`null`: not stated). */
function measured(rows: readonly Cells[], measure: (lng: number, lat: number) => number): { value: number; accuracyM: number | null }[] {
  return rows.flatMap((row) => {
    const point = located(row);
    const accuracy = cell(row, '定位精度(米)');
    return point === null ? [] : [{ value: measure(...point), accuracyM: accuracy === '' ? null : Number(accuracy) }];
  });
}

/** Signed distance to the edge of a zone, m: positive inside. */
function marginIn(zone: string): (lng: number, lat: number) => number {
  const index = zoneIds.indexOf(`ZONE-${zone}`);
  if (index < 0) throw new Error(`got no zone ${zone}, expected one of ${zoneIds.join(', ')}`);
  return (lng, lat) => areaMarginM(zoneTable, index, lng, lat);
}

describe('the ledger has cases on both sides of', () => {
  it('35 t/h and 65 t/h of coal', () => {
    expect(capacities(coal)).toEqual(expect.arrayContaining(['34.9', '35', '35.1', '64.9', '65', '65.1', '19.9', '20', '']));
  });

  it('4 t/h of biomass and 10 t/h of every fuel', () => {
    const of = (...words: string[]) => capacities(boilers.filter((row) => words.includes(cell(row, '燃料类型'))));
    expect(of('生物质')).toEqual(expect.arrayContaining(['3.9', '4', '4.1', '9.9', '10', '']));
    expect(of('煤')).toEqual(expect.arrayContaining(['9.9', '10']));
    expect(of('柴油')).toEqual(expect.arrayContaining(['9.9', '10']));
    expect(of('天然气', '煤层气')).toEqual(expect.arrayContaining(['9.9', '10', '10.1']));
  });

  it('a stack of 45 m and a hearth of 3 m', () => {
    expect(coal.map((row) => cell(row, '排气筒高度(米)'))).toEqual(expect.arrayContaining(['40', '45', '45.1']));
    expect(ledger.map((row) => cell(row, '炉膛直径(米)'))).toEqual(expect.arrayContaining(['2.9', '3', '3.1']));
  });

  it('30 km from the Jincheng plant: clear, near, and within a metre', () => {
    const ways = measured(
      coal.filter((row) => Number(cell(row, '容量（t/h）')) > 35),
      (lng, lat) => 30_000 - geodesicDistanceM(lng, lat, ...JINCHENG_PLANT),
    ).filter(({ value }) => Math.abs(value) < 1_100);
    const near = ways.filter(({ value, accuracyM }) => accuracyM !== null && Math.abs(value) < accuracyM + PLANT_ACCURACY_M);
    const clear = ways.filter(({ value, accuracyM }) => accuracyM !== null && Math.abs(value) >= accuracyM + PLANT_ACCURACY_M);
    const signs = (list: typeof ways) => new Set(list.map(({ value }) => Math.sign(value)));
    expect(signs(near)).toEqual(new Set([1, -1]));
    expect(signs(clear)).toEqual(new Set([1, -1]));
    expect(signs(ways.filter(({ value }) => Math.abs(value) < 1))).toEqual(new Set([1, -1]));
    expect(ways.some(({ accuracyM }) => accuracyM === null)).toBe(true);
  });

  it.each([
    ['COALBAN-140502', [300, -8]],
    ['COALBAN-140525', [8]],
    ['COALBAN-140522', [250, -250]],
    ['COALBAN-140524', [10]],
    ['COALBAN-140521', [-10]],
    ['NOBURN-140502', [250]],
    ['NOBURN-140522', [300]],
    ['HEATNETWORK-140500', [15, -15, 400, -400]],
    ['BUILTUP-140581', [200, -200]],
    // Out of the zone, into its hole.
    ['COALBAN-140581', [-150]],
  ])('the edge of %s: coal boilers at %j m', (zone, wanted) => {
    const margins = measured(coal, marginIn(zone)).map(({ value }) => value);
    for (const margin of wanted) expect(Math.min(...margins.map((found) => Math.abs(found - margin)))).toBeLessThan(1);
  });

  it('the edge of the key control area: brick kilns', () => {
    const kilns = ledger.filter((row) => cell(row, '设施类型') === '窑炉');
    const margins = measured(kilns, marginIn('KEYCONTROL-140500')).map(({ value }) => Math.round(value));
    expect(margins).toEqual(expect.arrayContaining([500, -500]));
  });

  it('their own accuracy: some stand nearer to an edge than they are known, inside and outside', () => {
    const near = ['COALBAN-140502', 'COALBAN-140525', 'HEATNETWORK-140500'].flatMap((zone) =>
      measured(coal, marginIn(zone)).filter(({ value, accuracyM }) => accuracyM !== null && Math.abs(value) < accuracyM),
    );
    expect(near.map(({ value }) => Math.round(value)).sort((a, b) => a - b)).toEqual([-15, -8, 8, 15]);
  });
});
