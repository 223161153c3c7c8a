import { fold } from './fold.ts';
import type { FieldSpec } from './headers.ts';

/** A guess at a header that no field goes by. */
export interface Likeness<Field extends string> {
  readonly field: Field;
  /** The known name that the header resembles. */
  readonly name: string;
  /** 0 to 1; a guess is never sure, so always below 1. */
  readonly confidence: number;
}

/** Words that make another thing of what they stand behind: 燃料消耗量 is no fuel, 锅炉型号 no kind. */
const OTHER_THING =
  /消耗|用量|耗量|型号|压力|温度|效率|日期|时间|年份|电话|手机|联系|法人|负责|费用|投资|价格|热值|硫分|灰分|浓度|排放量|流量|风量|行业|邮编|地址|原因|依据|比例|面积|次数|厂家|制造|出厂|证/u;
const LEAST = 0.6;

/**
 * The field whose name a header most resembles: one holds the other (锅炉吨位情况, 燃料类), or they share nearly all letters.
 * To be confirmed by the user, never acted upon.
 */
export function likeliest<Field extends string>(header: string, specs: readonly FieldSpec<Field>[]): Likeness<Field> | null {
  const text = fold(header).replace(/\([^()]*\)/gu, '').replace(/[*:_"'“”-]/gu, '');
  if (text.length < 2 || text.length > 20 || OTHER_THING.test(text)) return null;
  let best: Likeness<Field> | null = null;
  for (const { field, names } of specs) {
    for (const name of names.flat()) {
      const confidence = Math.min(0.95, resemblance(text, name));
      if (confidence >= LEAST && confidence > (best?.confidence ?? 0)) best = { field, name, confidence };
    }
  }
  return best === null ? null : { ...best, confidence: Number(best.confidence.toFixed(2)) };
}

/** 1 for equals; the share of the longer text that the shorter fills, or of pairs of letters in common (Dice). */
function resemblance(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2) return 0;
  if (long.includes(short)) return 0.4 + 0.6 * (short.length / long.length);
  const pairs = (text: string): Set<string> => new Set(Array.from({ length: text.length - 1 }, (_, k) => text.slice(k, k + 2)));
  const [ofA, ofB] = [pairs(a), pairs(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * shared) / (ofA.size + ofB.size);
}
