import { describe, expect, it } from 'vitest';
import { FACILITY_COLUMNS, type FacilityField } from '../../src/ingest/columns/facility-columns.ts';
import { matchHeader } from '../../src/ingest/columns/headers.ts';
import { matchColumns } from '../../src/ingest/columns/match-columns.ts';
import { AIR_COLUMNS } from '../../src/ingest/columns/air-columns.ts';
import { DIVISION_COLUMNS, HEAT_SOURCE_COLUMNS, PARK_COLUMNS, STATION_COLUMNS, ZONE_COLUMNS } from '../../src/ingest/columns/place-columns.ts';

const fieldOf = (header: string): string | null => {
  const match = matchHeader(header, FACILITY_COLUMNS);
  return match === null ? null : 'unknownUnit' in match ? `unit? ${match.unknownUnit}` : match.spec.field;
};

describe('facility headers', () => {
  it.each<[string, FacilityField]>([
    ['序号', 'id'], ['编号', 'id'], ['设施编号', 'id'], ['锅炉编号', 'id'], ['设备注册代码', 'id'],
    ['设施名称', 'name'], ['锅炉名称', 'name'], ['单位名称', 'enterprise'], ['企业名称', 'enterprise'], ['使用单位', 'enterprise'],
    ['统一社会信用代码', 'creditCode'], ['设施类型', 'kind'], ['锅炉类型', 'kind'],
    ['燃料', 'fuel'], ['燃料类型', 'fuel'], ['燃料种类', 'fuel'], ['用途', 'use'],
    ['吨位', 'capacityTph'], ['蒸吨', 'capacityTph'], ['额定蒸发量', 'capacityTph'], ['锅炉吨位(蒸吨/小时)', 'capacityTph'],
    ['容量（t/h）', 'capacityTph'], ['额定热功率', 'capacityTph'], ['容量(MW)', 'capacityTph'], ['容量/MW', 'capacityTph'], ['吨位 t/h', 'capacityTph'],
    ['台数', 'count'], ['县区', 'county'], ['所在县(市、区)', 'county'], ['所在县（市、区）', 'county'], ['行政区', 'county'],
    ['行政区划代码', 'divisionCode'], ['所在园区', 'park'],
    ['经度', 'lon'], ['东经', 'lon'], ['X', 'lon'], ['lng', 'lon'], ['Longitude', 'lon'], ['经度(WGS84)', 'lon'],
    ['纬度', 'lat'], ['北纬', 'lat'], ['Y', 'lat'], ['latitude', 'lat'], ['坐标', 'lngLat'], ['经纬度', 'lngLat'],
    ['定位精度', 'locationAccuracyM'], ['精度(米)', 'locationAccuracyM'], ['定位精度(米)', 'locationAccuracyM'],
    ['状态', 'status'], ['运行状态', 'status'], ['是否在用', 'status'], ['清洁取暖', 'cleanHeating'],
    ['是否超低排放', 'ultraLowEmission'], ['是否安装在线监控', 'monitored'], ['生物质专用锅炉', 'dedicatedBiomass'],
    ['布袋除尘', 'bagFilter'], ['落后机组', 'outdated'], ['固定床间歇式', 'fixedBedIntermittent'], ['绩效等级', 'performanceGrade'],
    ['排气筒高度(米)', 'stackM'], ['炉膛直径(米)', 'hearthM'], ['数据性质', 'synthetic'],
    [' 燃 料 类 型 ', 'fuel'], ['ＦＵＥＬ', 'fuel'], ['*燃料类型(必填)', 'fuel'], ['location_accuracy_m', 'locationAccuracyM'],
    ['锅炉吨位\n(蒸吨/小时)', 'capacityTph'],
  ])('%s is %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  it.each(FACILITY_COLUMNS.map(({ field }) => field))('the canonical name %s is read', (field) => {
    expect(fieldOf(field)).toBe(field);
  });

  it.each(['锅炉型号', '生物质', '__proto__', 'constructor', '', '燃料消耗量', '是否'])('%j is nobody’s', (header) => {
    expect(fieldOf(header)).toBeNull();
  });

  it('does not read a capacity in a unit that it does not know', () => {
    expect(fieldOf('容量(万大卡)')).toBe('unit? 万大卡');
  });
});

it.each([
  ['heat sources', HEAT_SOURCE_COLUMNS], ['parks', PARK_COLUMNS], ['stations', STATION_COLUMNS],
  ['zones', ZONE_COLUMNS], ['divisions', DIVISION_COLUMNS], ['facilities', FACILITY_COLUMNS], ['air readings', AIR_COLUMNS],
] as const)('no header of %s means two fields', (_, specs) => {
  const names = specs.flatMap((spec) => spec.names.flat());
  expect(new Set(names).size).toBe(names.length);
});

describe('matchColumns', () => {
  const match = (...header: readonly string[]) => matchColumns('f.csv', header, FACILITY_COLUMNS);

  it('prefers a real id to a running number, and says so', () => {
    const { columns, messages } = match('序号', '设施编号');
    expect(columns.get('id')?.map(({ header, rank }) => [header, rank])).toEqual([['设施编号', 0], ['序号', 4]]);
    expect(messages).toEqual([
      { level: 'info', file: 'f.csv', code: 'column-passed-over', params: { file: 'f.csv', used: '设施编号', unused: '序号' } },
    ]);
  });

  it('puts degrees before the coordinates of a grid', () => {
    expect(match('X', 'Y', '经度', '纬度').columns.get('lon')?.map(({ header }) => header)).toEqual(['经度', 'X']);
  });

  it('keeps both columns of one rank, to be held against each other', () => {
    expect(match('经度', 'lon').columns.get('lon')).toHaveLength(2);
  });

  it('says when it assumes a unit, and when it knows none', () => {
    expect(match('容量').messages.map(({ code }) => code)).toEqual(['unit-assumed']);
    expect(match('吨位').messages).toEqual([]);
    expect(match('容量(万大卡)').messages.map(({ code }) => code)).toEqual(['unit-unknown']);
  });

  it.each(['经度(GCJ-02)', '经度（高德）', '百度经度(BD09)', '经度(北京54)'])('notices the datum of %s', (header) => {
    const { foreignDatum, columns } = match(header);
    expect(foreignDatum !== null || !columns.has('lon')).toBe(true);
  });

  it('is not alarmed by WGS84 and CGCS2000', () => {
    expect(match('经度(WGS84)', '纬度(CGCS2000)').foreignDatum).toBeNull();
  });
});
