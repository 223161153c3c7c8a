import type { Finding } from '../../assess/finding.ts';
import type { Answer } from '../../state/session.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { FindingItem } from './finding-item.tsx';
import type { FindingGroup } from './group-findings.ts';
import { boundRule, groupFindings } from './group-findings.ts';

interface Props {
  readonly answer: Answer;
  readonly findings: readonly Finding[];
  /** Id of the rule behind the verdict. */
  readonly deciding: string | null;
  readonly title?: string;
}

/** Rule by rule, why and why not. What does not apply is folded, one press away. */
export function CardFindings({ answer, findings, deciding, title }: Props) {
  const { w } = useWords();
  const { packs } = answer.question;
  const groups = groupFindings(findings, (finding) => boundRule(packs, finding).rule.duty);
  return (
    <section className="card-section findings">
      <h3>{title ?? w.findings.title}</h3>
      {groups.length === 0 && <p className="hint">{w.findings.none}</p>}
      {groups.map((group) => (
        <Group key={group.outcome} group={group} all={findings} answer={answer} deciding={deciding} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  readonly all: readonly Finding[];
  readonly answer: Answer;
  readonly deciding: string | null;
}

function Group({ group: { outcome, findings }, all, answer, deciding }: GroupProps) {
  const { lang, w } = useWords();
  const { packs, choices } = answer.question;
  const folded = outcome === 'outside' || outcome === 'unbound';
  return (
    <details className={`finding-group outcome-${outcome}`} open={!folded}>
      <summary>
        <span className="outcome-dot" aria-hidden="true" />
        {w.findings[outcome]} <b>{formatCount(lang, findings.length)}</b>
      </summary>
      <ul>
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.pack}/${finding.rule}`}
            finding={finding}
            bound={boundRule(packs, finding)}
            deciding={finding.rule === deciding}
            choices={choices}
            hold={finding.heldBy && boundRule(packs, finding.heldBy)}
            held={all.filter(({ heldBy }) => heldBy?.pack === finding.pack && heldBy.rule === finding.rule).map((other) => boundRule(packs, other).rule)}
          />
        ))}
      </ul>
    </details>
  );
}
