import { POINT_COLUMNS, REMARK_COLUMNS } from './facility-columns.ts';
import type { PositionField } from '../position.ts';
import type { FieldSpec } from './headers.ts';

type PointField = PositionField | 'locationAccuracyM';
type RemarkField = 'note' | 'source';

const ID = { field: 'id', names: [['编号', 'id'], ['序号', 'no']] } as const;
const DIVISION = { field: 'divisionCode', names: [['行政区划代码', '区划代码', 'divisioncode', 'adcode']] } as const;

export type HeatSourceField =
  | 'id' | 'name' | 'kind' | 'kindEvidence' | 'unitMW' | 'plantMW' | 'units' | 'large' | 'performanceGrade' | 'listedForExit'
  | 'spareHeatMW' | 'enterprise' | 'creditCode' | 'divisionCode' | 'reachM' | 'synthetic' | PointField | RemarkField;

/** 热源 */
export const HEAT_SOURCE_COLUMNS: readonly FieldSpec<HeatSourceField>[] = [
  { field: 'id', names: [['热源编号', 'id'], ['编号'], ['序号', 'no']] },
  { field: 'name', names: [['热源名称', 'name'], ['名称', '电厂名称', '机组名称']] },
  { field: 'kind', names: [['热源类型', '类型', '类别', 'kind']] },
  { field: 'kindEvidence', names: [['类型依据', '热源类型依据', 'kindevidence']] },
  { field: 'unitMW', quantity: 'power', unit: 'mw', names: [['单机容量', '最大单机容量', '机组容量', 'unitmw']] },
  { field: 'plantMW', quantity: 'power', unit: 'mw', names: [['装机容量', '总装机容量', '总容量', 'plantmw']] },
  { field: 'units', names: [['机组', '机组构成', 'units']] },
  { field: 'large', names: [['大型工业企业', '是否大型', '是否大型工业企业', 'large']] },
  { field: 'performanceGrade', names: [['绩效等级', '绩效分级', '绩效级别', 'performancegrade']] },
  { field: 'listedForExit', names: [['列入关停', '列入关停计划', '是否列入关停', '是否列入关停计划', 'listedforexit']] },
  { field: 'spareHeatMW', quantity: 'power', unit: 'mw', names: [['富余热量', '富余供热能力', '富余供热量', 'spareheatmw']] },
  { field: 'enterprise', names: [['单位名称', '企业名称', '所属企业', '所属单位', 'enterprise']] },
  { field: 'creditCode', names: [['统一社会信用代码', '社会信用代码', 'creditcode']] },
  DIVISION,
  { field: 'reachM', quantity: 'length', unit: 'm', unitByName: { 供热半径: 'km' }, unsure: ['供热半径'], names: [['供热半径', 'reachm']] },
  { field: 'synthetic', names: [['数据性质', 'synthetic']] },
  ...POINT_COLUMNS,
  ...REMARK_COLUMNS,
];

export type ParkField = 'id' | 'name' | 'divisionCodes' | PointField | RemarkField;

/** 工业园区 */
export const PARK_COLUMNS: readonly FieldSpec<ParkField>[] = [
  ID,
  { field: 'name', names: [['园区名称', 'name'], ['名称']] },
  { field: 'divisionCodes', names: [['行政区划代码', 'divisioncodes', 'divisioncode']] },
  ...POINT_COLUMNS,
  ...REMARK_COLUMNS,
];

export type StationField = 'code' | 'name' | 'level' | 'role' | 'divisionCode' | PointField | RemarkField;

/** 监测站 */
export const STATION_COLUMNS: readonly FieldSpec<StationField>[] = [
  { field: 'code', names: [['站点编号', '站点编码', '监测点编码', 'code'], ['编号', '代码']] },
  { field: 'name', names: [['站点名称', '监测点名称', 'name'], ['名称']] },
  { field: 'level', names: [['站点级别', '控制级别', '级别', 'level']] },
  { field: 'role', names: [['站点类型', '类型', 'role']] },
  DIVISION,
  ...POINT_COLUMNS,
  ...REMARK_COLUMNS,
];

export type ZoneField =
  | 'id' | 'name' | 'kind' | 'kindOrClass' | 'class' | 'divisionCode' | 'notice' | 'effectiveFrom' | 'effectiveUntil'
  | 'statedAreaKm2' | 'accuracyM' | 'illustrative' | RemarkField;

/** 区域: attributes of a polygon. */
export const ZONE_COLUMNS: readonly FieldSpec<ZoneField>[] = [
  { field: 'id', names: [['区域编号', 'id'], ['编号']] },
  { field: 'name', names: [['区域名称', 'name'], ['名称']] },
  { field: 'kind', names: [['区域类型', 'kind'], ['类型', '种类']] },
  // 类别 is used for the kind (禁煤区) and for the class (一类) alike: the value tells.
  { field: 'kindOrClass', names: [['类别', '区域类别']] },
  { field: 'class', names: [['禁燃区类别', 'class'], ['级别', '等级', '管控级别']] },
  DIVISION,
  { field: 'notice', names: [['公告文号', '文号', '公告', 'notice']] },
  { field: 'effectiveFrom', names: [['生效日期', '施行日期', '起始日期', '实施日期', 'effectivefrom']] },
  { field: 'effectiveUntil', names: [['失效日期', '截止日期', '废止日期', '终止日期', 'effectiveuntil']] },
  { field: 'statedAreaKm2', quantity: 'area', unit: 'km2', unsure: ['面积'], names: [['公告面积', '面积', 'statedareakm2']] },
  { field: 'accuracyM', quantity: 'length', unit: 'm', names: [['边界精度', '精度', 'accuracym']] },
  { field: 'illustrative', names: [['示意', '是否示意', 'illustrative']] },
  ...REMARK_COLUMNS,
];

export type DivisionField = 'code' | 'name' | 'nameEn' | 'level' | 'accuracyM';

/** 行政区划: attributes of a polygon. */
export const DIVISION_COLUMNS: readonly FieldSpec<DivisionField>[] = [
  { field: 'code', names: [['行政区划代码', 'code', 'adcode'], ['代码', '区划代码']] },
  { field: 'name', names: [['名称', 'name']] },
  { field: 'nameEn', names: [['英文名称', 'nameen']] },
  { field: 'level', names: [['级别', 'level']] },
  { field: 'accuracyM', quantity: 'length', unit: 'm', names: [['边界精度', '精度', 'accuracym']] },
];
