import type { PlanChoice } from '../domain/scenario.ts';
import type { Lang } from './lang.ts';

/** Words of what a city means to do with a facility, and of what must stand before a home's heating goes (先立后破). */
const zh = {
  title: '处置安排',
  choice: { close: '关停', consolidate: '整合', hold: '暂缓' } satisfies Record<PlanChoice, string>,
  none: '未安排',
  planned: (choice: string) => `拟${choice}`,
  hint: '安排是本方案的打算，不改变法规要求；逐台写明理由。',
  label: '安排',
  reason: '理由',
  reasonNeeded: '请写明理由。',
  replacement: '替代热源',
  replacementHint: '由什么继续供热，例如“接入城区热网（2025年9月通暖）”。',
  replacementNeeded: '居民取暖设施：写明替代热源之前不能安排关停或整合（先立后破）。',
  replacementUnknown: '用途未载明，不能排除用于居民取暖；请核实，如确为取暖，须写明替代热源。',
  save: '记入方案',
  takeBack: '取消安排',
  saved: '已记入方案，可撤销。',
  frozen: '方案已定稿，安排不能再改。',
  listTitle: '先立后破',
  listHint: '草案区域内的居民取暖，须先有替代，再行禁煤。',
  blocking: (count: string) => `${count} 台居民取暖设施没有替代，阻止本方案`,
  open: (count: string) => `${count} 台须核实（用途或替代未知）`,
  nothing: '区内没有待替代的居民取暖设施。',
  noZone: '还没有禁煤区或禁燃区草案，无从核对。',
  why: {
    homeUnknown: '可能用于居民取暖，未载明',
    planned: '已安排关停或整合，未写明替代热源',
  },
  missing: (fields: string) => `缺：${fields}`,
  clause: (document: string, article: string) => `${document}${article}`,
  noClause: '所选文件对此没有条款；按先立后破的原则列出。',
  more: (count: string) => `另有 ${count} 台，在台账中列出`,
  all: '全部列出',
};

export type PlanWords = typeof zh;

const en: PlanWords = {
  title: 'Plan',
  choice: { close: 'close', consolidate: 'consolidate', hold: 'hold' },
  none: 'no plan',
  planned: (choice) => `plan: ${choice}`,
  hint: 'A plan is what this scenario means to do; it changes nothing that the law demands. Give a reason for each.',
  label: 'Plan',
  reason: 'Reason',
  reasonNeeded: 'Give a reason.',
  replacement: 'Replacement',
  replacementHint: 'What heats instead, for example “joins the town network (heat from September 2025)”.',
  replacementNeeded: 'This heats homes: it cannot be planned closed or consolidated before a replacement is stated.',
  replacementUnknown: 'Its use is not stated, so it may heat homes; check, and state a replacement if it does.',
  save: 'Enter into the scenario',
  takeBack: 'Take the plan back',
  saved: 'Entered; it can be undone.',
  frozen: 'The scenario is frozen; its plans cannot change.',
  listTitle: 'Replacement first',
  listHint: 'Homes in a candidate zone need their replacement before coal is banned.',
  blocking: (count) => `${count} units heat homes without a replacement and block this scenario`,
  open: (count) => `${count} units to check (use or replacement unknown)`,
  nothing: 'No home heating without a replacement in the zones.',
  noZone: 'No candidate zone that bans coal yet, so nothing to check.',
  why: {
    homeUnknown: 'may heat homes; the use is not stated',
    planned: 'planned to close or consolidate without a stated replacement',
  },
  missing: (fields) => `missing: ${fields}`,
  clause: (document, article) => `${document} ${article}`,
  noClause: 'None of the chosen documents has a clause for this; listed on principle.',
  more: (count) => `${count} more: list all in the ledger`,
  all: 'List all',
};

export const planWords: Readonly<Record<Lang, PlanWords>> = { zh, en };
