import type { Standing } from '../../export/comparison.ts';
import { compareWords } from '../../text/compare.ts';
import { planWords } from '../../text/plan.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { useWords } from '../parts/words.ts';

/** A verdict in a cell: what surely, what perhaps, by when, and what the city means to do. */
export function StandingCell({ standing }: { readonly standing: Standing | null }) {
  const { lang, w: page, t } = useWords();
  const w = compareWords[lang];
  if (standing === null) return <span className="cell-unknown">{w.absent}</span>;
  const { verdict: { duty, possibleDuty, certainty, deadline }, plan } = standing;
  const notes = [
    ...(plan === null ? [] : [planWords[lang].planned(planWords[lang].choice[plan.choice])]),
    ...(possibleDuty === duty ? [] : [page.possibly(t.duty[possibleDuty])]),
    ...(duty === 'none' ? [] : [deadline ?? w.noDeadline]),
  ];
  return (
    <span className={`row-verdict duty-${duty}`}>
      <DutyMark duty={duty} possibleDuty={possibleDuty} certainty={certainty} size={18} />
      <span>
        <span>{t.duty[duty]}</span>
        <small title={notes.join(' · ')}>{notes.join(' · ')}</small>
      </span>
    </span>
  );
}
