import { drawEn } from './draw-en.ts';
import type { DrawWords } from './draw-zh.ts';
import { drawZh } from './draw-zh.ts';
import type { Lang } from './lang.ts';

/** The words of drawing; apart from the page's others, because they come with the map. */
export const drawWords: Readonly<Record<Lang, DrawWords>> = { zh: drawZh, en: drawEn };
