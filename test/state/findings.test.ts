import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import { finishRun, startRun } from '../../src/state/commands/follow-run.ts';
import { setAsOf } from '../../src/state/commands/set-as-of.ts';
import { selectFacility } from '../../src/state/commands/select-facility.ts';
import { findingsOf, openQuestionOf, openQuestions, reachOf } from '../../src/state/selectors/findings.ts';
import { marginOf } from '../../src/state/selectors/margin.ts';
import { ledgerOf } from '../../src/state/selectors/ledger.ts';
import type { Ledger } from '../../src/state/selectors/ledger.ts';
import { movedOf } from '../../src/state/selectors/moved.ts';
import { selectedOf } from '../../src/state/selectors/selected.ts';
import { ledgerWords } from '../../src/text/ledger.ts';
import { FACILITIES, answered, answeredSession, through } from './tiny-session.ts';

const session = answeredSession();

function ledger(): Ledger {
  const found = ledgerOf(session);
  if (found === null) throw new Error('no ledger');
  return found;
}

function row(id: string) {
  const { rows, indexByKey } = ledger();
  const found = rows[indexByKey.get(id) ?? -1];
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

describe('evidence of a row', () => {
  it('has a finding for every rule that binds the place', () => {
    expect(findingsOf(ledger().answer, 0).map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual(['R-small applies', 'R-near applies', 'R-gas outside']);
  });

  it('agrees with the export on the margin of each row', () => {
    const { answer, rows } = ledger();
    const { question, assessment } = answer;
    const csv = toCsv({ project: question.city.project, packs: question.packs, choices: question.choices, assessment, lang: 'zh', indices: rows.map(({ index }) => index) });
    const written = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data.map((line) => line[ledgerWords.zh.margin]);
    expect(written).toEqual(rows.map((one) => marginOf(answer, one)).map((marginM) => (marginM === null ? '' : String(Number(marginM.toFixed(1))))));
    expect(marginOf(answer, row('b'))).toBeCloseTo(10_000, 3);
  });

  it('names what leaves a stronger duty open, and says nothing of a sure one', () => {
    const { answer } = ledger();
    expect(openQuestionOf(answer, row('c'))).toEqual({ missing: ['capacityTph'], review: false });
    expect(openQuestionOf(answer, row('f')).missing).toEqual(['fuel']);
    expect(openQuestionOf(answer, row('a'))).toEqual({ missing: [], review: false });
  });

  it('puts the fact that is missing most first', () => {
    const { answer } = ledger();
    expect(openQuestions(answer, ['f', 'c', 'c'].map((key) => row(key).index))).toEqual({ fields: ['capacityTph', 'fuel'], reviews: 0 });
  });

  it('knows the reach that a printed distance must not contradict', () => {
    expect(reachOf(ledger().answer, 0)).toBe(30_000);
  });
});

describe('the rule behind a verdict', () => {
  it('is the one whose deadline counts, else the one that carries the duty, else the open one', () => {
    expect(row('a').rule?.rule.id).toBe('R-small');
    expect(row('b').rule?.rule.id).toBe('R-near');
    expect(row('c').rule?.rule.id).toBe('R-small');
    expect(row('c').verdict).toMatchObject({ duty: 'none', possibleDuty: 'close', certainty: 'unknown' });
  });
});

describe('selectedOf', () => {
  it('finds the facility by its key, and nothing for an unknown one', () => {
    expect(selectedOf(selectFacility('d')(session))?.facility).toBe(FACILITIES[3]);
    expect(selectedOf(selectFacility('nobody')(session))).toBeNull();
    expect(selectedOf(session)).toBeNull();
  });
});

describe('movedOf', () => {
  it('counts the verdicts that a change moved', () => {
    expect(movedOf(session)).toBeNull();
    const earlier = through(session, setAsOf('2020-01-01'), answered);
    // Before the second pack is in force nothing is asked of gas; the unknown fuel keeps its possible closing. Nothing is overdue yet.
    expect(movedOf(earlier)?.map(({ facility }) => FACILITIES[facility]?.id)).toEqual(['a', 'd', 'e']);
    expect(movedOf(through(earlier, setAsOf('2020-01-02'), answered))).toEqual([]);
  });

  it.each(['duty', 'possibleDuty', 'certainty'] as const)('sees a change of %s alone', (column) => {
    const { question, assessment } = ledger().answer;
    const changed = { ...assessment, [column]: assessment[column].map((code, i) => (i === 2 ? code ^ 1 : code)) };
    expect(movedOf(through(session, startRun(question.key), finishRun(question, changed)))).toMatchObject([{ facility: 2 }]);
  });
});
