import type { ReactNode } from 'react';
import { inForceOn } from '../../policy/in-force.ts';
import type { Condition } from '../../policy/condition.ts';
import type { Deadline, Departments, Rule, RulePack, SitingRule } from '../../policy/rule.ts';
import { readingsIn, readingsOfRule } from '../../policy/rule-readings.ts';
import { openLaw } from '../../state/commands/open-law.ts';
import { ruleTallies } from '../../state/selectors/rule-tallies.ts';
import type { Answer } from '../../state/session.ts';
import { useApply } from '../../state/use-session.ts';
import { sayCondition } from '../../text/conditions.ts';
import { formatCount, formatKm } from '../../text/formats.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { useLawWords } from '../parts/law-words.ts';
import { PickButton } from '../parts/pick-button.tsx';
import { ReadingChoice } from '../parts/reading-choice.tsx';
import { useWords } from '../parts/words.ts';
import type { ArticleEntry } from './articles-of.ts';

interface Props {
  readonly entry: ArticleEntry;
  readonly pack: RulePack;
  readonly answer: Answer;
}

/** One provision as it was modelled: what it asks of whom, in which words of the text, by when, of which departments. */
export function Entry({ entry, pack, answer }: Props) {
  const { lang, t } = useWords();
  const words = useLawWords().articles;
  const say = (condition: Condition): string => sayCondition(lang, condition, pack, answer.question.choices);
  switch (entry.kind) {
    case 'rule':
    case 'hold': {
      const [rule] = entry.items;
      const inForce = inForceOn(rule, pack, answer.question.asOf);
      return (
        <li className={inForce ? 'entry' : 'entry entry-dormant'}>
          <EntryTitle mark={<DutyMark duty={rule.duty} size={18} />} kind={t.duty[rule.duty]} title={rule.title[lang]} id={rule.id} tags={[...(rule.standing ? [words.standing] : []), ...(inForce ? [] : [words.dormant])]} />
          <Phrase text={rule.phrase} />
          <dl className="entry-facts">
            <RuleConditions rule={rule} say={say} />
            {rule.holds.length > 0 && <p className="entry-line">{words.holdsBack(rule.holds.map((duty) => t.duty[duty]).join(lang === 'zh' ? '、' : ', '))}</p>}
            <DeadlineFact deadline={rule.deadline} />
            <DepartmentsFact departments={rule.departments} />
          </dl>
          {answer.assessment.rules.some((bound) => bound.rule.id === rule.id && bound.pack.id === pack.id) && <Tallies rule={rule} pack={pack} answer={answer} />}
          <Readings rule={rule} pack={pack} />
        </li>
      );
    }
    case 'siting': {
      const [rule] = entry.items;
      const inForce = inForceOn(rule, pack, answer.question.asOf);
      return (
        <li className={inForce ? 'entry' : 'entry entry-dormant'}>
          <EntryTitle mark={<DutyMark duty="close" size={18} />} kind={words.strength[rule.strength]} title={rule.title[lang]} id={rule.id} tags={[...(rule.standing ? [words.standing] : []), ...(inForce ? [] : [words.dormant])]} />
          <Phrase text={rule.phrase} />
          <dl className="entry-facts">
            <RuleConditions rule={rule} say={say} />
            <DepartmentsFact departments={rule.departments} />
          </dl>
          <Readings rule={rule} pack={pack} />
        </li>
      );
    }
    case 'areaDuty': {
      const [duty] = entry.items;
      return (
        <li className="entry">
          <EntryTitle kind={words.kinds.areaDuty} title={duty.title[lang]} id={duty.id} />
          <Phrase text={duty.phrase} />
          <dl className="entry-facts">
            <DeadlineFact deadline={duty.deadline} />
            <DepartmentsFact departments={duty.departments} />
          </dl>
        </li>
      );
    }
    case 'sourceSet': {
      const [set] = entry.items;
      return (
        <li className="entry">
          <EntryTitle kind={words.kinds.sourceSet} title={words.radius(formatKm(lang, set.radiusM, 0))} id={set.id} />
          <Phrase text={set.phrase} />
          <dl className="entry-facts">
            <Fact name={words.eligible} value={say(set.eligible)} />
          </dl>
          <ReadingList readings={readingsIn([set.eligible], pack)} pack={pack} />
          <Door tab="sources" text={words.sourcesDoor} />
        </li>
      );
    }
    case 'requirement': {
      const [demand] = entry.items;
      return (
        <li className="entry">
          <EntryTitle kind={words.kinds.requirement} title="" id={demand.id} />
          <Phrase text={demand.phrase} />
          <dl className="entry-facts">
            <Fact name={words.appliesTo} value={say(demand.appliesTo)} />
            <Fact name={words.require} value={say(demand.require)} />
          </dl>
          <ReadingList readings={readingsIn([demand.appliesTo, demand.require], pack)} pack={pack} />
          <Door tab="sources" text={words.sourcesDoor} />
        </li>
      );
    }
    case 'target':
    case 'controlTotal': {
      const phrases = [...new Set(entry.items.map(({ phrase }) => phrase))];
      const isTarget = entry.kind === 'target';
      return (
        <li className="entry">
          <EntryTitle kind={words.several(words.kinds[entry.kind], formatCount(lang, entry.items.length))} title="" id="" />
          {phrases.slice(0, 2).map((phrase) => (
            <Phrase key={phrase} text={phrase} />
          ))}
          <Door tab={isTarget ? 'area' : 'totals'} text={isTarget ? words.areaDoor : words.totalsDoor} />
        </li>
      );
    }
  }
}

interface TitleProps {
  readonly mark?: ReactNode;
  readonly kind: string;
  readonly title: string;
  readonly id: string;
  readonly tags?: readonly string[];
}

function EntryTitle({ mark, kind, title, id, tags = [] }: TitleProps) {
  return (
    <p className="entry-title">
      {mark ?? <span className="entry-dot" aria-hidden="true" />}
      <b>{kind}</b>
      <span>{title}</span>
      {tags.map((tag) => (
        <em key={tag}>{tag}</em>
      ))}
      <code>{id}</code>
    </p>
  );
}

function Phrase({ text }: { readonly text: string }) {
  const words = useLawWords().articles;
  return (
    <q className="finding-phrase" lang="zh-CN" title={words.phrase}>
      {text}
    </q>
  );
}

function RuleConditions({ rule, say }: { readonly rule: Rule | SitingRule; readonly say: (condition: Condition) => string }) {
  const { lang } = useWords();
  const words = useLawWords().articles;
  return (
    <>
      <Fact name={words.subject} value={say(rule.subject)} />
      {!('always' in rule.when) && <Fact name={words.when} value={say(rule.when)} />}
      {rule.unless.map(({ clause, article, condition }) => (
        <Fact key={`${article} ${clause.zh}`} name={words.unless} value={`${clause[lang]}（${article}）：${say(condition)}`} />
      ))}
    </>
  );
}

export function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** No day is printed where no document states one. */
export function DeadlineFact({ deadline }: { readonly deadline: Deadline }) {
  const words = useLawWords().articles;
  return <Fact name={words.deadline} value={<DeadlineWords deadline={deadline} />} />;
}

export function DeadlineWords({ deadline }: { readonly deadline: Deadline }) {
  const { w, t } = useWords();
  const origin = deadline.origin === 'inherited' ? w.findings.inheritedFrom(deadline.from) : t.deadlineOrigin[deadline.origin];
  return <>{deadline.day === null ? origin : w.verdict.deadlineDay(deadline.day, origin)}</>;
}

function DepartmentsFact({ departments }: { readonly departments: Departments }) {
  const words = useLawWords().articles;
  return <Fact name={words.departments} value={<DepartmentWords departments={departments} />} />;
}

export function DepartmentWords({ departments: { lead, share } }: { readonly departments: Departments }) {
  const { w } = useWords();
  const words = useLawWords().articles;
  const [leading, sharing] = [lead.join(w.listSeparator), share.join(w.listSeparator)];
  if (leading === '' && sharing === '') return <>{words.noDepartments}</>;
  return (
    <>
      {leading !== '' && <span className="department-line">{words.lead(leading)}</span>}
      {sharing !== '' && <span className="department-line">{leading === '' ? words.share(sharing) : words.shareAfterLead(sharing)}</span>}
    </>
  );
}

/** How many facilities it binds today, and may bind: each count opens them in the ledger. */
function Tallies({ rule, pack, answer }: { readonly rule: Rule; readonly pack: RulePack; readonly answer: Answer }) {
  const { lang } = useWords();
  const words = useLawWords().articles;
  const { applies, may } = ruleTallies(answer).get(`${pack.id}/${rule.id}`) ?? { applies: 0, may: 0 };
  return (
    <p className="entry-tallies">
      {applies > 0 && (
        <PickButton filters={{ rule: rule.id }} title={words.filterHint}>
          {words.applies(formatCount(lang, applies))}
        </PickButton>
      )}
      {may > 0 && (
        <PickButton className="pick pick-may" filters={{ mayRule: rule.id }} title={words.filterHint}>
          {words.may(formatCount(lang, may))}
        </PickButton>
      )}
      {applies + may === 0 && <span className="hint">{words.none}</span>}
    </p>
  );
}

function Readings({ rule, pack }: { readonly rule: Rule | SitingRule; readonly pack: RulePack }) {
  return <ReadingList readings={readingsOfRule(rule, pack)} pack={pack} />;
}

function ReadingList({ readings, pack }: { readonly readings: RulePack['readings']; readonly pack: RulePack }) {
  const { lang } = useWords();
  const words = useLawWords().articles;
  if (readings.length === 0) return null;
  return (
    <details className="entry-readings">
      <summary>{words.readings(formatCount(lang, readings.length))}</summary>
      {readings.map((reading) => (
        <ReadingChoice key={reading.id} reading={reading} pack={pack} />
      ))}
    </details>
  );
}

function Door({ tab, text }: { readonly tab: 'sources' | 'area' | 'totals'; readonly text: string }) {
  const apply = useApply();
  return (
    <button
      type="button"
      className="button button-link"
      onClick={() => {
        apply(openLaw({ tab, at: null }));
      }}
    >
      {text}
    </button>
  );
}
