import type { Lang } from './lang.ts';
import { importEn } from './import-en.ts';
import type { ImportWords } from './import-zh.ts';
import { importZh } from './import-zh.ts';

/** The words of importing; apart from the page's others, because they come with its room. */
export const importWords: Readonly<Record<Lang, ImportWords>> = { zh: importZh, en: importEn };
export type { ImportWords };
