/** 行业: what a project is for. No ledger holds it; only a hypothetical facility says it, for rules on what may be built. */
export const INDUSTRIES = [
  /** 钢铁 */ 'steel',
  /** 焦化 */ 'coking',
  /** 独立煤炭洗选 */ 'coalWashing',
  /** 水泥 */ 'cement',
  /** 有色 */ 'nonFerrous',
  /** 铸造（不含高端铸件） */ 'foundry',
  /** 高端铸件 */ 'highEndCasting',
  /** 建筑陶瓷 */ 'ceramics',
  /** 砖瓦 */ 'brick',
  /** 石灰 */ 'lime',
  /** 耐火材料 */ 'refractory',
  /** 玻璃 */ 'glass',
  /** 化工 */ 'chemical',
  /** 公用发电 */ 'publicPower',
  /** 自备电厂 */ 'captivePower',
  /** 集中供热 */ 'districtHeating',
  /** 其他 */ 'other',
] as const;
export type Industry = (typeof INDUSTRIES)[number];
