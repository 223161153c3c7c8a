import type { Pollutant } from '../../domain/air-reading.ts';
import type { FieldSpec } from './headers.ts';

export type AirField = 'code' | 'station' | 'day' | Pollutant | 'note' | 'source';

const CONCENTRATION = { quantity: 'concentration', unit: 'ug/m3' } as const;

/** 监测数据: what stations read. CO is published in mg/m³, all else in µg/m³. */
export const AIR_COLUMNS: readonly FieldSpec<AirField>[] = [
  { field: 'code', names: [['监测点编码', '站点编码', '站点编号', '点位编码', 'stationcode', 'code'], ['编号', '代码']] },
  { field: 'station', names: [['站点名称', '监测点名称', '监测点', '站点', 'station', 'name']] },
  { field: 'day', names: [['日期', '监测日期', '时间', 'day', 'date'], ['月份', '年月', 'month']] },
  { field: 'pm25', ...CONCENTRATION, names: [['pm2.5', 'pm25', 'pm2.5浓度', '细颗粒物']] },
  { field: 'pm10', ...CONCENTRATION, names: [['pm10', 'pm10浓度', '可吸入颗粒物']] },
  { field: 'so2', ...CONCENTRATION, names: [['so2', 'so2浓度', '二氧化硫']] },
  { field: 'no2', ...CONCENTRATION, names: [['no2', 'no2浓度', '二氧化氮']] },
  { field: 'co', quantity: 'concentration', unit: 'mg/m3', names: [['co', 'co浓度', '一氧化碳']] },
  { field: 'o3', ...CONCENTRATION, names: [['o38h', 'o3', 'o3浓度', '臭氧']] },
  { field: 'dustfall', names: [['降尘', '降尘量', 'dustfall']] },
  { field: 'aqi', names: [['aqi', '空气质量指数']] },
  { field: 'note', names: [['备注', 'note']] },
  { field: 'source', names: [['来源', 'source']] },
];
