import { COMPANY_FORMS } from '../text/company-forms.ts';

/** What two spellings of one company have in common: full-width letters and spaces folded, the legal form left out. */
export function enterpriseCore(name: string): string {
  const folded = name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const form = COMPANY_FORMS.find((ending) => folded.endsWith(ending));
  return form === undefined ? folded : folded.slice(0, -form.length);
}
