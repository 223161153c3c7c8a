import type { PositionField } from '../position.ts';
import type { FieldSpec } from './headers.ts';

export type FacilityField =
  | 'id' | 'name' | 'enterprise' | 'creditCode'
  | 'kind' | 'fuel' | 'use' | 'status' | 'count' | 'capacityTph' | 'unitMW'
  | 'county' | 'divisionCode' | 'park' | PositionField | 'locationAccuracyM'
  | 'cleanHeating' | 'ultraLowEmission' | 'monitored' | 'dedicatedBiomass' | 'bagFilter' | 'outdated'
  | 'fixedBedIntermittent' | 'performanceGrade' | 'stackM' | 'hearthM' | 'synthetic' | 'note' | 'source';

/** Names of a position, shared by every table of points. */
export const POINT_COLUMNS = [
  { field: 'lon', names: [['经度', '东经', 'lon', 'lng', 'longitude', 'lonwgs84', '经度坐标'], ['x', 'x坐标']] },
  { field: 'lat', names: [['纬度', '北纬', 'lat', 'latitude', 'latwgs84', '纬度坐标'], ['y', 'y坐标']] },
  { field: 'lngLat', names: [['坐标', '经纬度', '经纬度坐标', '地理坐标', '位置坐标', 'lnglat', 'coordinates']] },
  { field: 'lonDeg', names: [['经度度', '东经度', 'londeg']] },
  { field: 'lonMin', names: [['经度分', '东经分', 'lonmin']] },
  { field: 'lonSec', names: [['经度秒', '东经秒', 'lonsec']] },
  { field: 'latDeg', names: [['纬度度', '北纬度', 'latdeg']] },
  { field: 'latMin', names: [['纬度分', '北纬分', 'latmin']] },
  { field: 'latSec', names: [['纬度秒', '北纬秒', 'latsec']] },
  {
    field: 'locationAccuracyM',
    quantity: 'length',
    unit: 'm',
    names: [['定位精度', '定位误差', '精度', 'locationaccuracym', 'accuracym', 'accuracy']],
  },
] as const satisfies readonly FieldSpec<PositionField | 'locationAccuracyM'>[];

/** Columns that are only carried along. */
export const REMARK_COLUMNS = [
  { field: 'note', names: [['备注', '说明', 'note', 'remark']] },
  { field: 'source', names: [['数据来源', '来源', 'source']] },
] as const satisfies readonly FieldSpec<'note' | 'source'>[];

/** 台账: the headers of a ledger of facilities. */
export const FACILITY_COLUMNS: readonly FieldSpec<FacilityField>[] = [
  {
    field: 'id',
    names: [['设施编号', 'id', 'facilityid'], ['编号', '设备编号', '台账编号'], ['锅炉编号'], ['设备注册代码', '注册代码'], ['序号', 'no', 'no.']],
  },
  { field: 'name', names: [['设施名称', '设备名称', 'name'], ['锅炉名称'], ['名称']] },
  { field: 'enterprise', names: [['单位名称', 'enterprise'], ['企业名称'], ['使用单位'], ['公司名称', '所属单位', '所属企业', '单位']] },
  { field: 'creditCode', names: [['统一社会信用代码', 'creditcode', '社会信用代码', '信用代码']] },
  { field: 'kind', names: [['设施类型', '设施类别', '设备类型', 'kind'], ['锅炉类型', '锅炉类别', '炉型']] },
  { field: 'fuel', names: [['燃料', '燃料类型', '燃料种类', '主要燃料', '燃料名称', '能源类型', 'fuel']] },
  { field: 'use', names: [['用途', '主要用途', '锅炉用途', '设施用途', 'use']] },
  { field: 'status', names: [['状态', '运行状态', '使用状态', '设备状态', '是否在用', 'status']] },
  { field: 'count', names: [['台数', '锅炉台数', '数量', 'count', 'units']] },
  {
    field: 'capacityTph',
    quantity: 'steam',
    unit: 't/h',
    unitByName: { 额定热功率: 'mw', 热功率: 'mw' },
    unsure: ['容量', '额定容量', '锅炉容量', '额定出力', '规模', 'capacity'],
    names: [[
      '吨位', '蒸吨', '锅炉吨位', '锅炉蒸吨', '单台吨位', '单台蒸吨', '额定蒸发量', '蒸发量', 'capacitytph',
      '容量', '额定容量', '锅炉容量', '额定出力', '规模', 'capacity', '额定热功率', '热功率',
    ]],
  },
  { field: 'unitMW', quantity: 'power', unit: 'mw', names: [['单机容量', '机组容量', '装机容量', 'unitmw']] },
  {
    field: 'county',
    names: [
      ['所在县', '所在县市区', '所在县区', '所在区县', '县区', '区县', '县市区', '县', '所属县区', '所属区县', 'county'],
      ['行政区', '行政区划', '所在地'],
    ],
  },
  { field: 'divisionCode', names: [['行政区划代码', '区划代码', '行政区代码', 'divisioncode', 'adcode']] },
  { field: 'park', names: [['所在园区', '园区', '所属园区', '工业园区', '园区名称', 'park']] },
  ...POINT_COLUMNS,
  { field: 'cleanHeating', names: [['清洁取暖', '清洁取暖覆盖', '是否清洁取暖', '清洁取暖是否覆盖', 'cleanheating']] },
  { field: 'ultraLowEmission', names: [['是否超低排放', '超低排放', '是否完成超低排放改造', '超低排放改造', 'ultralowemission']] },
  { field: 'monitored', names: [['是否安装在线监控', '在线监控', '是否安装自动监控', '自动监控', 'monitored']] },
  { field: 'dedicatedBiomass', names: [['生物质专用锅炉', '是否生物质专用锅炉', 'dedicatedbiomass']] },
  { field: 'bagFilter', names: [['布袋除尘', '是否布袋除尘', '是否配套布袋除尘', 'bagfilter']] },
  { field: 'outdated', names: [['落后机组', '是否落后机组', '是否落后', 'outdated']] },
  { field: 'fixedBedIntermittent', names: [['固定床间歇式', '是否固定床间歇式', 'fixedbedintermittent']] },
  { field: 'performanceGrade', names: [['绩效等级', '绩效分级', '绩效级别', 'performancegrade']] },
  { field: 'stackM', quantity: 'length', unit: 'm', names: [['排气筒高度', '烟囱高度', 'stackm']] },
  { field: 'hearthM', quantity: 'length', unit: 'm', names: [['炉膛直径', 'hearthm']] },
  { field: 'synthetic', names: [['数据性质', 'synthetic', 'natureofthedata']] },
  ...REMARK_COLUMNS,
];

/** Words in a header that show that a table without a kind column is about boilers. */
export const BOILER_HINT = /锅炉|蒸吨|蒸发量|boiler/iu;

/** A header that says that its MW are heat, even of a generating unit. */
export const HEAT_HINT = /热/u;
