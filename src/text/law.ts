import type { Lang } from './lang.ts';
import { lawEn } from './law-en.ts';
import type { LawWords } from './law-zh.ts';
import { lawZh } from './law-zh.ts';

/** Words of the page of the law, apart from `ui.ts` because the first paint does without them. */
export const lawWords: Readonly<Record<Lang, LawWords>> = { zh: lawZh, en: lawEn };
