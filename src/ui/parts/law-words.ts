import type { LawWords } from '../../text/law-zh.ts';
import { lawWords } from '../../text/law.ts';
import { useWords } from './words.ts';

/** The words of the law, of siting and of places; they come with the first of these that is opened. */
export function useLawWords(): LawWords {
  return lawWords[useWords().lang];
}
