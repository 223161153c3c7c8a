import type { Ground } from '../../assess/finding.ts';
import type { Finding } from '../../assess/finding.ts';
import type { Choices } from '../../policy/conditions.ts';
import { readingsOfRule } from '../../policy/rule-readings.ts';
import type { Rule, RulePack, SitingRule } from '../../policy/rule.ts';
import { sayCondition } from '../../text/conditions.ts';
import { evidenceSentence } from '../../text/evidence.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { fieldNames } from '../parts/field-names.ts';
import { useLawWords } from '../parts/law-words.ts';
import { TruthIcon } from '../parts/truth-icon.tsx';
import { useWords } from '../parts/words.ts';
import { ReadingLine } from './reading-line.tsx';

export interface BoundRule {
  readonly rule: Rule;
  readonly pack: RulePack;
}

interface Props {
  readonly finding: Finding;
  readonly bound: BoundRule;
  readonly deciding: boolean;
  readonly choices: Choices;
  /** The rule that holds this one back, or may. */
  readonly hold: BoundRule | null;
  /** For a hold: the rules that it holds back here. */
  readonly held: readonly Rule[];
}

/** One rule on one facility: what it says, where it is written, what was measured, what is missing. */
export function FindingItem({ finding, bound: { rule, pack }, deciding, choices, hold, held }: Props) {
  const { lang, w, t } = useWords();
  const words = useLawWords().card;
  return (
    <li className={deciding ? 'finding finding-deciding' : 'finding'}>
      <p className="finding-title">
        <DutyMark duty={rule.duty} size={18} />
        <span>
          <b>{t.duty[rule.duty]}</b> {rule.title[lang]}
        </span>
        {deciding && <em>{w.findings.deciding}</em>}
      </p>
      <FindingWhere rule={rule} pack={pack} />
      {hold !== null && (
        <div className="finding-hold">
          <p>
            <DutyMark duty="hold" size={16} />
            <b>{finding.outcome === 'exempt' ? words.heldSure : words.heldMaybe}</b>
          </p>
          <p>
            {hold.rule.title[lang]}
            <small>{w.findings.article(hold.pack.shortTitle[lang], hold.rule.article)}</small>
          </p>
          <q className="finding-phrase" lang="zh-CN" title={w.findings.phrase}>
            {hold.rule.phrase}
          </q>
        </div>
      )}
      {held.length > 0 && <p className="finding-held">{words.holdsBack(held.map(({ title }) => title[lang]).join(w.listSeparator))}</p>}
      <FindingTests finding={finding} withClause={hold === null} />
      <p className="finding-condition">
        <span>{words.condition}</span> {[rule.subject, rule.when].filter((part) => !('always' in part)).map((part) => sayCondition(lang, part, pack, choices)).join(lang === 'zh' ? '；' : '; ')}
      </p>
      <DutyDetails rule={rule} />
      {readingsOfRule(rule, pack).map((reading) => (
        <ReadingLine key={reading.id} reading={reading} pack={pack} />
      ))}
    </li>
  );
}

/** Where the rule is written, and the words that carry its limit. */
export function FindingWhere({ rule, pack }: { readonly rule: Rule | SitingRule; readonly pack: RulePack }) {
  const { lang, w } = useWords();
  return (
    <>
      <p className="finding-where">
        <span title={pack.documentNumber || pack.title[lang]}>{w.findings.article(pack.shortTitle[lang], rule.article)}</span>
        <code>{rule.id}</code>
        {rule.standing && <span>{w.findings.standing}</span>}
      </p>
      <q className="finding-phrase" lang="zh-CN" title={w.findings.phrase}>
        {rule.phrase}
      </q>
    </>
  );
}

const ORDER = ['demand', 'place', 'exemption', 'hold'] as const satisfies readonly Ground['for'][];

/** What was looked at: the rule's own tests, those of its exemptions and those of a hold, each in a list of its own. */
export function FindingTests({ finding, withClause }: { readonly finding: Finding; readonly withClause: boolean }) {
  const { lang, w, t } = useWords();
  const words = useLawWords().card;
  const names: Readonly<Record<Ground['for'], string>> = { demand: words.ownTests, place: words.placeTests, exemption: words.exemptionTests, hold: words.holdTests };
  const lists = ORDER.map((ground) => ({ ground, evidence: finding.grounds.filter((one) => one.for === ground).map((one) => one.evidence) })).filter(({ evidence }) => evidence.length > 0);
  return (
    <>
      {withClause && finding.clause !== null && <p className="finding-clause">{w.findings.clause(finding.clause[lang], finding.clause.article)}</p>}
      {finding.missing.length > 0 && <p className="finding-missing">{w.findings.missing(fieldNames(t, finding.missing).join(w.listSeparator))}</p>}
      {lists.map(({ ground, evidence }) => (
        <div key={ground} className="tests-of">
          {(lists.length > 1 || ground !== 'demand') && <h4>{names[ground]}</h4>}
          <ul className="evidence">
            {evidence.map((one) => (
              <li key={JSON.stringify(one)}>
                <TruthIcon truth={one.truth} />
                <span>{evidenceSentence(lang, one)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
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
