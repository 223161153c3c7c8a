import type { MovedFacility } from '../../worker/import-results.ts';
import { verdictWords } from '../card/verdict-words.ts';
import { movedWords } from '../parts/moved-words.ts';
import type { Words } from '../parts/words.ts';

/** What moved in the verdict of a facility that may be in one of two ledgers only. */
export function movedTo(words: Words, { before, after }: Pick<MovedFacility, 'before' | 'after'>): string {
  const { lang, w } = words;
  if (before !== null && after !== null) return movedWords(words, { facility: 0, before, after }).join(lang === 'zh' ? '；' : '; ');
  const of = (verdict: MovedFacility['before']): string => (verdict === null ? w.none : verdictWords(words, verdict));
  return w.movedFromTo(of(before), of(after));
}
