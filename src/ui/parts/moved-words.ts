import type { MovedVerdict } from '../../assess/moved-verdicts.ts';
import { verdictWords } from '../card/verdict-words.ts';
import type { Words } from './words.ts';

/** What moved in a verdict, part by part, as "from → to": the demand, how sure it is, by when, whether that is past. */
export function movedWords(words: Pick<Words, 'w' | 't'>, { before, after }: MovedVerdict): readonly string[] {
  const { w, t } = words;
  const day = ({ deadline }: MovedVerdict['before']): string => deadline ?? w.noDeadline;
  const steps: readonly (readonly [string, string])[] = [
    [verdictWords(words, before), verdictWords(words, after)],
    [t.certainty[before.certainty], t.certainty[after.certainty]],
    ...(before.duty === 'none' && after.duty === 'none' ? [] : [[day(before), day(after)] as const]),
    [before.overdue ? w.overdueMark : w.movedInTime, after.overdue ? w.overdueMark : w.movedInTime],
  ];
  return steps.filter(([from, to]) => from !== to).map(([from, to]) => w.movedFromTo(from, to));
}
