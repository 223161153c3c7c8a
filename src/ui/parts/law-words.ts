import type { Filters } from '../../state/filters.ts';
import type { LawWords } from '../../text/law-zh.ts';
import { lawWords } from '../../text/law.ts';
import { useWords } from './words.ts';

/** The words of the law, of siting and of places; they come with the first of these that is opened. */
export function useLawWords(): LawWords {
  return lawWords[useWords().lang];
}

/** A filter that shows these facilities alone, named in both languages, since the reader may change theirs. */
export function pickedAs(name: (words: LawWords) => string, indices: readonly number[]): Partial<Filters> {
  return { picked: { label: { zh: name(lawWords.zh), en: name(lawWords.en) }, indices } };
}
