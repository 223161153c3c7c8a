import { importWords, type ImportWords } from '../../text/import.ts';
import { useWords } from '../parts/words.ts';

export function useImportWords(): ImportWords {
  return importWords[useWords().lang];
}
