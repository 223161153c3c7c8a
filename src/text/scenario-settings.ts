import type { Lang } from './lang.ts';

/** Words of what a scenario says beside its zones. */
const zh = {
  title: '方案设定',
  own: (count: string) => `（${count} 项与现状不同）`,
  description: '说明',
  reach: (count: string) => `热源半径（${count} 处另定）`,
  reachOf: (name: string, km: string) => `${name}：${km} 公里`,
  restore: '恢复',
  source: '选择热源',
  km: '半径（公里）',
  setReach: '设定半径',
  reachHint: '只在本方案中替代该热源的半径；法规中的数值不变。',
  readings: (count: string) => `条款解读（${count} 处另定）`,
  readingsHint: '只在本方案中改变解读；现状不变。',
  asToday: (label: string) => `同现状：${label}`,
};

export type SettingWords = typeof zh;

const en: SettingWords = {
  title: 'Settings of the scenario',
  own: (count) => `(${count} differ from today)`,
  description: 'Description',
  reach: (count) => `Reach of heat sources (${count} of its own)`,
  reachOf: (name, km) => `${name}: ${km} km`,
  restore: 'Restore',
  source: 'Choose a source',
  km: 'Reach (km)',
  setReach: 'Set the reach',
  reachHint: 'Takes the place of the source’s reach in this scenario only; the figure of the law stays.',
  readings: (count) => `Readings (${count} of its own)`,
  readingsHint: 'Changes how the text is read in this scenario only; today stays as it is.',
  asToday: (label) => `as today: ${label}`,
};

export const settingWords: Readonly<Record<Lang, SettingWords>> = { zh, en };
