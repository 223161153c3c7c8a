import type { IsoDay } from '../../domain/place.ts';
import { daysBetween } from '../../state/iso-day.ts';
import type { OpenQuestion } from '../../state/selectors/findings.ts';
import type { LedgerRow } from '../../state/selectors/ledger.ts';
import { formatCount } from '../../text/formats.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { fieldNames } from '../parts/field-names.ts';
import type { Words } from '../parts/words.ts';
import { useWords } from '../parts/words.ts';
import { verdictWords } from './verdict-words.ts';

interface Props {
  readonly row: LedgerRow;
  readonly asOf: IsoDay;
  readonly open: OpenQuestion;
}

/** The verdict in one breath: what, by when, and what keeps a stricter one open. */
export function CardHeadline({ row, asOf, open }: Props) {
  const words = useWords();
  const { verdict } = row;
  return (
    <div className={`card-verdict duty-${verdict.duty}`}>
      <DutyMark duty={verdict.duty} possibleDuty={verdict.possibleDuty} certainty={verdict.certainty} size={36} />
      <div>
        <p className="card-verdict-words">
          {verdictWords(words, verdict)}
          {verdict.certainty !== 'certain' && <span className="card-verdict-why">{words.w.verdict.because(reasons(words, open))}</span>}
        </p>
        <DeadlineLine row={row} asOf={asOf} />
      </div>
      <span className={`certainty-word certainty-${verdict.certainty}`}>{words.t.certainty[verdict.certainty]}</span>
    </div>
  );
}

function DeadlineLine({ row: { verdict, facility }, asOf }: Omit<Props, 'open'>) {
  const { lang, w, t } = useWords();
  if (verdict.duty === 'none') return null;
  if (verdict.deadline === null) return <p className="card-deadline">{w.verdict.noDeadline}</p>;
  const days = daysBetween(asOf, verdict.deadline);
  const left = formatCount(lang, Math.abs(days));
  return (
    <p className="card-deadline">
      {w.verdict.deadline(verdict.deadline, t.deadlineOrigin[verdict.deadlineOrigin])}
      {verdict.overdue && <strong> · {w.verdict.overdue(left)}</strong>}
      {days > 0 && <span> · {w.verdict.daysLeft(left)}</span>}
      {days === 0 && <span> · {w.verdict.dueToday}</span>}
      {facility.status === 'closed' && <span> · {t.status.closed}</span>}
    </p>
  );
}

function reasons({ w, t }: Words, { missing, review }: OpenQuestion): string {
  const names = fieldNames(t, missing).join(w.listSeparator);
  return [names === '' ? '' : w.verdict.missing(names), review ? w.verdict.review : ''].filter(Boolean).join(w.listSeparator);
}
