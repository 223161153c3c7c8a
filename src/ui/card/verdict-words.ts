import type { Verdict } from '../../assess/assessment.ts';
import type { Words } from '../parts/words.ts';

/** The verdict in the words of a headline: what surely is demanded, and what may be. */
export function verdictWords({ w, t }: Pick<Words, 'w' | 't'>, { duty, possibleDuty }: Pick<Verdict, 'duty' | 'possibleDuty'>): string {
  if (duty === possibleDuty) return duty === 'none' ? w.verdict.nothing : w.verdict.must(t.duty[duty]);
  return duty === 'none' ? w.verdict.possibly(t.duty[possibleDuty]) : w.verdict.atLeast(t.duty[duty], t.duty[possibleDuty]);
}
