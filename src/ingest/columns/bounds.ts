import { fold } from './fold.ts';

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const UNIT = '(?:蒸吨|吨|t/h|t|mw|兆瓦|万千瓦|千瓦|kw|kg/h)?(?:/小时|/时|/h)?';
/** ≤4, <35t/h, 不大于10蒸吨, 4蒸吨以下, 20-35, 35蒸吨及以上, 10~20蒸吨. */
const BOUND = new RegExp(
  `^(?:(?:[≤≥<>≦≧]=?|=[<>]|不大于|不小于|不超过|不足|小于等于|大于等于|小于|大于|低于|高于|少于|超过|至多|至少)${NUMBER}${UNIT}` +
    `|${NUMBER}${UNIT}(?:及|\\(含\\)|含)?(?:以下|以上|以内)|${NUMBER}${UNIT}(?:-|–|—|~|至|到)${NUMBER}${UNIT})$`,
  'u',
);

/** Whether a cell only says what a size is not: a bound or a range. No number is ever made of it. */
export function isBound(cell: string): boolean {
  return BOUND.test(fold(cell));
}
