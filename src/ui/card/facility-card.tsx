import { answerOf } from '../../state/selectors/ledger.ts';
import { findingsOf, openQuestionOf } from '../../state/selectors/findings.ts';
import { selectedOf } from '../../state/selectors/selected.ts';
import { useSession } from '../../state/use-session.ts';
import { CardFacts } from './card-facts.tsx';
import { CardFindings } from './card-findings.tsx';
import { CardHeadline } from './card-headline.tsx';
import { PlanSection } from '../plan/plan-section.tsx';

/** All that is known and judged of the selected facility. Loaded apart: its evidence needs the engine. */
export default function FacilityCard() {
  const answer = useSession(answerOf);
  const row = useSession(selectedOf);
  if (answer === null || row === null) return null;
  const findings = findingsOf(answer, row.index);
  const open = openQuestionOf(answer, row);
  return (
    <>
      <CardHeadline row={row} asOf={answer.question.asOf} open={open} />
      <PlanSection answer={answer} row={row} />
      <CardFindings answer={answer} findings={findings} deciding={row.rule?.rule.id ?? null} />
      <CardFacts answer={answer} row={row} wanted={open.missing} />
    </>
  );
}
