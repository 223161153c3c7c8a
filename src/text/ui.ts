import type { Lang } from './lang.ts';
import { en } from './ui-en.ts';
import type { UiWords } from './ui-zh.ts';
import { zh } from './ui-zh.ts';

/** The words of the page. Chinese is the source: an English word that is missing is a type error. */
export const ui: Readonly<Record<Lang, UiWords>> = { zh, en };
export type { UiWords };
