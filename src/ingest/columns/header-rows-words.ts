import { fold } from './fold.ts';

/** What the name of a group of columns adds to the names below it: 企业信息 over 名称 is 企业名称. */
const GROUP_WORDS = /(?:基本)?(?:信息|情况|概况|参数|资料)$/u;

export function withoutGroupWord(group: string): string {
  return group.trim().replace(GROUP_WORDS, '');
}

/** A caption between title and header: 填报单位：某局, (盖章), 2024年12月, 单位：台. */
const CAPTION = /[::]|^\d{4}年|^\(.*\)$|日期|填报|制表|盖章/u;

export function isCaption(cell: string): boolean {
  return CAPTION.test(fold(cell));
}

/** The parts of an angle, under one name over three columns. */
const ANGLE_PARTS = new Set(['度', '分', '秒', '°', '′', '″']);

export function isAnglePart(cell: string): boolean {
  return ANGLE_PARTS.has(cell.trim());
}
