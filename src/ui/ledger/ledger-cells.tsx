import type { ReactNode } from 'react';
import type { Division } from '../../domain/division.ts';
import type { Plan } from '../../domain/scenario.ts';
import { UNKNOWN } from '../../state/filters.ts';
import type { ColumnId } from '../../state/columns.ts';
import { reachOf } from '../../state/selectors/findings.ts';
import { marginOf } from '../../state/selectors/margin.ts';
import type { LedgerRow } from '../../state/selectors/ledger.ts';
import type { Answer } from '../../state/session.ts';
import { formatCount, formatMetres, kmDigits, number } from '../../text/formats.ts';
import { planWords } from '../../text/plan.ts';
import { verdictWords } from '../card/verdict-words.ts';
import { divisionName } from '../parts/counties.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import type { Words } from '../parts/words.ts';

/** What a cell needs beside its row. */
export interface CellContext {
  readonly words: Words;
  readonly answer: Answer;
  readonly divisions: readonly Division[];
  /** Of the open scenario, by facility key. */
  readonly plans: Readonly<Record<string, Plan>>;
}

interface Column {
  readonly id: ColumnId;
  /** A track of the row's grid. */
  readonly width: string;
  readonly align?: 'end';
  readonly cell: (row: LedgerRow, context: CellContext) => ReactNode;
}

export const COLUMNS: readonly Column[] = [
  { id: 'verdict', width: 'minmax(148px, 1.2fr)', cell: verdictCell },
  { id: 'certainty', width: '88px', cell: certaintyCell },
  { id: 'name', width: 'minmax(172px, 1.4fr)', cell: ({ facility }) => facility.name },
  { id: 'enterprise', width: 'minmax(172px, 1.4fr)', cell: ({ facility }, { words }) => facility.enterprise ?? unknown(words) },
  { id: 'county', width: 'minmax(76px, 0.6fr)', cell: countyCell },
  { id: 'kind', width: '84px', cell: ({ facility }, { words }) => (facility.kind === null ? unknown(words) : words.t.kind[facility.kind]) },
  { id: 'fuel', width: '64px', cell: ({ facility }, { words }) => (facility.fuel === null ? unknown(words) : words.t.fuel[facility.fuel]) },
  { id: 'capacity', width: '76px', align: 'end', cell: capacityCell },
  { id: 'deadline', width: '152px', cell: deadlineCell },
  { id: 'rule', width: 'minmax(148px, 1fr)', cell: ruleCell },
  { id: 'nearest', width: '92px', align: 'end', cell: nearestCell },
  { id: 'margin', width: '88px', align: 'end', cell: marginCell },
];

/** What a phone has room for, two lines a row; the rest stands on the card. */
export const NARROW_COLUMNS: readonly Column[] = [
  { id: 'verdict', width: 'minmax(0, 1fr)', cell: verdictCell },
  { id: 'name', width: 'minmax(0, 1.4fr)', cell: nameAndEnterprise },
  { id: 'capacity', width: '56px', align: 'end', cell: capacityCell },
  { id: 'deadline', width: '86px', cell: deadlineCell },
];

function unknown({ w }: Words): ReactNode {
  return <span className="cell-unknown">{w.unknown}</span>;
}

function nameAndEnterprise({ facility }: LedgerRow, { words }: CellContext): ReactNode {
  return (
    <>
      <span>{facility.name}</span>
      <span className="cell-faint">{facility.enterprise ?? words.w.unknown}</span>
    </>
  );
}

function verdictCell({ verdict, key }: LedgerRow, { words, plans }: CellContext): ReactNode {
  const { duty, possibleDuty, certainty } = verdict;
  const plan = Object.hasOwn(plans, key) ? plans[key] : undefined;
  const say = planWords[words.lang];
  const notes = [...(plan === undefined ? [] : [say.planned(say.choice[plan.choice])]), ...(possibleDuty === duty ? [] : [words.w.possibly(words.t.duty[possibleDuty])])];
  return (
    <span className={`row-verdict duty-${duty}`} title={verdictWords(words, verdict)}>
      <DutyMark duty={duty} possibleDuty={possibleDuty} certainty={certainty} size={20} />
      <span>
        <span>{words.t.duty[duty]}</span>
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </span>
    </span>
  );
}

function certaintyCell({ verdict: { certainty } }: LedgerRow, { words }: CellContext): ReactNode {
  return <span className={`certainty-word certainty-${certainty}`}>{words.t.certainty[certainty]}</span>;
}

function countyCell({ county }: LedgerRow, { words, divisions }: CellContext): ReactNode {
  return county === UNKNOWN ? unknown(words) : (divisionName(divisions, county, words.lang) ?? county);
}

function capacityCell({ facility: { capacityTph, count } }: LedgerRow, { words }: CellContext): ReactNode {
  if (capacityTph === null) return unknown(words);
  const each = number(words.lang, capacityTph, 2);
  return count === 1 ? each : words.w.facts.units(each, formatCount(words.lang, count));
}

function deadlineCell({ verdict }: LedgerRow, { words }: CellContext): ReactNode {
  if (verdict.deadline === null) return <span className="cell-faint">{verdict.duty === 'none' ? '' : words.w.noDeadline}</span>;
  return (
    <span className={verdict.overdue ? 'cell-overdue' : undefined}>
      <time dateTime={verdict.deadline}>{verdict.deadline}</time>
      {verdict.overdue && <em>{words.w.overdueMark}</em>}
    </span>
  );
}

function ruleCell({ rule }: LedgerRow, { words }: CellContext): ReactNode {
  if (rule === null) return '';
  const text = `${rule.pack.shortTitle[words.lang]} ${rule.rule.article}`;
  return <span title={`${rule.rule.id} · ${rule.rule.article} · ${rule.pack.documentNumber || rule.pack.title[words.lang]}`}>{text}</span>;
}

/** Never printed so that it would contradict what it decided. */
function nearestCell({ index, nearestEligibleM }: LedgerRow, { answer }: CellContext): ReactNode {
  if (nearestEligibleM === null) return '';
  return kmDigits(nearestEligibleM, 3, reachOf(answer, answer.assessment.nearestEligible[index] ?? -1) ?? undefined);
}

function marginCell(row: LedgerRow, { answer, words }: CellContext): ReactNode {
  const margin = marginOf(answer, row);
  return margin === null ? '' : formatMetres(words.lang, margin);
}
