import type { Evidence } from '../../policy/evidence.ts';
import type { Finding } from '../../assess/finding.ts';
import type { Rule, RulePack } from '../../policy/rule.ts';
import { evidenceSentence } from '../../text/evidence.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { fieldNames } from '../parts/field-names.ts';
import { TruthIcon } from '../parts/truth-icon.tsx';
import { useWords } from '../parts/words.ts';

interface Props {
  readonly finding: Finding;
  readonly bound: { readonly rule: Rule; readonly pack: RulePack };
  readonly deciding: boolean;
}

/** One rule on one facility: what it says, where it is written, what was measured, what is missing. */
export function FindingItem({ finding, bound: { rule, pack }, deciding }: Props) {
  const { lang, w, t } = useWords();
  // What is undecided is told by the question of its reading, not by its id.
  const named = (evidence: Evidence): Evidence => {
    if (evidence.test !== 'undecided') return evidence;
    const reading = pack.readings.find(({ id }) => id === evidence.reason);
    return reading === undefined ? evidence : { ...evidence, reason: reading.question[lang] };
  };
  return (
    <li className={deciding ? 'finding finding-deciding' : 'finding'}>
      <p className="finding-title">
        <DutyMark duty={rule.duty} size={18} />
        <span>
          <b>{t.duty[rule.duty]}</b> {rule.title[lang]}
        </span>
        {deciding && <em>{w.findings.deciding}</em>}
      </p>
      <p className="finding-where">
        <span>{w.findings.article(pack.documentNumber || pack.title[lang], finding.article)}</span>
        <code>{rule.id}</code>
        {rule.standing && <span>{w.findings.standing}</span>}
      </p>
      <q className="finding-phrase" lang="zh-CN" title={w.findings.phrase}>
        {rule.phrase}
      </q>
      {finding.clause !== null && <p className="finding-clause">{w.findings.clause(finding.clause[lang], finding.clause.article)}</p>}
      {finding.missing.length > 0 && <p className="finding-missing">{w.findings.missing(fieldNames(t, finding.missing).join(w.listSeparator))}</p>}
      <ul className="evidence">
        {finding.evidence.map((evidence) => (
          <EvidenceLine key={JSON.stringify(evidence)} evidence={named(evidence)} />
        ))}
      </ul>
      <DutyDetails rule={rule} />
    </li>
  );
}

function EvidenceLine({ evidence }: { readonly evidence: Evidence }) {
  const { lang } = useWords();
  return (
    <li>
      <TruthIcon truth={evidence.truth} />
      <span>{evidenceSentence(lang, evidence)}</span>
    </li>
  );
}

function DutyDetails({ rule: { deadline, departments } }: { readonly rule: Rule }) {
  const { w, t } = useWords();
  const origin = deadline.origin === 'inherited' ? w.findings.inheritedFrom(deadline.from) : t.deadlineOrigin[deadline.origin];
  return (
    <dl className="finding-details">
      <div>
        <dt>{w.findings.deadline}</dt>
        <dd>{deadline.day === null ? origin : w.verdict.deadlineDay(deadline.day, origin)}</dd>
      </div>
      {(['lead', 'share'] as const).map(
        (role) =>
          departments[role].length > 0 && (
            <div key={role}>
              <dt>{w.findings[role]}</dt>
              <dd>{departments[role].join(w.listSeparator)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
