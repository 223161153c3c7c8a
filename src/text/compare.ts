import { compareEn } from './compare-en.ts';
import type { CompareWords } from './compare-zh.ts';
import { compareZh } from './compare-zh.ts';
import type { Lang } from './lang.ts';

export const compareWords: Readonly<Record<Lang, CompareWords>> = { zh: compareZh, en: compareEn };
