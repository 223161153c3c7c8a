/** What a rule demands, strongest first. "关停或整合" keeps its *or*: it is a duty of its own. */
export const DUTIES = [
  /** 关停/淘汰 */ 'close',
  /** 关停或整合 */ 'close-or-consolidate',
  /** 逐步淘汰 */ 'phase-out',
  /** 清洁能源替代 */ 'substitute',
  /** 改造 */ 'retrofit',
  /** 自动监控 */ 'monitor',
  /** 排查 */ 'inspect',
  /** 暂缓: holds others back, demands nothing itself */ 'hold',
  /** 无 */ 'none',
] as const;

export type Duty = (typeof DUTIES)[number];

/** Smaller is stronger. */
export function dutyRank(duty: Duty): number {
  return DUTIES.indexOf(duty);
}
