import type { Comparison, NumberField } from '../policy/condition.ts';
import type { Lang } from './lang.ts';

export const SIGN: Readonly<Record<Comparison, string>> = { lt: '<', lte: '≤', gt: '>', gte: '≥', eq: '=' };
export const OPPOSITE: Readonly<Record<Comparison, string>> = { lt: '≥', lte: '>', gt: '≤', gte: '<', eq: '≠' };

/** The unit in which a field's limit is written. */
export const UNIT: Readonly<Record<NumberField, Readonly<Record<Lang, string>>>> = {
  capacityTph: { zh: '蒸吨/小时', en: 't/h' },
  unitMW: { zh: '兆瓦', en: 'MW' },
  plantMW: { zh: '兆瓦', en: 'MW' },
  stackM: { zh: '米', en: 'm' },
  hearthM: { zh: '米', en: 'm' },
};
