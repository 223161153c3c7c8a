import type { PhraseWords } from '../policy/phrase-numbers.ts';

/** How Chinese documents write units and dates. */
export const PHRASE_WORDS: PhraseWords = {
  units: {
    tph: [{ word: '蒸吨', factor: 1 }],
    MW: [{ word: '万千瓦', factor: 10 }],
    m: [{ word: '公里', factor: 1000 }, { word: '米', factor: 1 }],
    machines: [{ word: '台', factor: 1 }],
    'ug/m3': [{ word: '微克/立方米', factor: 1 }, { word: 'μg/m3', factor: 1 }],
    't/(km2·month)': [{ word: '吨/月·平方公里', factor: 1 }],
    day: [{ word: '天', factor: 1 }],
  },
  year: '年',
  month: '月',
};
