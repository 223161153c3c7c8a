/** The words of the ledger, as its readers write them. */
export const KIND = {
  boiler: '锅炉',
  teaBoiler: '茶水炉',
  commercialStove: '经营性炉灶',
  grainDryer: '储粮烘干设备',
  farmProcessing: '农产品加工设施',
  hotAirStove: '热风炉',
  kiln: '窑炉',
  gasProducer: '煤气发生炉',
  smallChpUnit: '小热电机组',
  looseCoal: '散煤',
} as const;

export const FUEL = { coal: '煤', gas: '天然气', coalBedGas: '煤层气', oil: '柴油', biomass: '生物质' } as const;

export const USE = {
  heating: '供热',
  homeHeating: '居民取暖',
  process: '工业生产',
  mixed: '生产兼供暖',
  power: '发电',
  hotWater: '生活热水',
  catering: '餐饮',
  drying: '烘干',
} as const;

export const STATUS = { inUse: '在用', standby: '备用', stopped: '停用', closed: '已拆除' } as const;

export const YES = '是';
export const NO = '否';

export const SYNTHETIC = '合成';
export const FROM_DOCUMENT = '公开文件';

/** A name that nobody can take for a real firm's. */
export function exampleFirm(trade: string, number: number): string {
  return `示例${trade}(${SYNTHETIC})${String(number).padStart(3, '0')}`;
}

export function exampleDevice(number: number, device: string): string {
  return `${String(number)}号${device}(${SYNTHETIC})`;
}
