import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '../../src/assess/assessment.ts';
import { summarise } from '../../src/assess/summary.ts';
import { DUTIES } from '../../src/policy/duty.ts';
import { changeFilters } from '../../src/state/commands/change-filters.ts';
import type { Filters } from '../../src/state/filters.ts';
import { FUEL_CHOICES, NO_FILTERS } from '../../src/state/filters.ts';
import { ledgerOf } from '../../src/state/selectors/ledger.ts';
import type { Overview } from '../../src/state/selectors/overview.ts';
import { overviewOf } from '../../src/state/selectors/overview.ts';
import { newSession } from '../../src/state/session.ts';
import { FACILITIES, TODAY, answeredSession } from './tiny-session.ts';

const session = answeredSession();

function overview(filters: Partial<Filters> = {}): Overview {
  const found = overviewOf(changeFilters(filters)(session));
  if (found === null) throw new Error('no overview');
  return found;
}

const ids = (indices: readonly number[]) => indices.map((index) => FACILITIES[index]?.id).join('');

const filters: fc.Arbitrary<Filters> = fc.record({
  duties: fc.subarray([...DUTIES]),
  possible: fc.subarray(['close', 'inspect'] as const),
  certainties: fc.subarray([...CERTAINTIES]),
  counties: fc.subarray(['140525', '140521', 'unknown']),
  fuels: fc.subarray([...FUEL_CHOICES]),
  rule: fc.constantFrom(null, 'R-small', 'R-gas', 'R-none'),
  mayRule: fc.constantFrom(null, 'R-small', 'R-gas'),
  picked: fc.constantFrom(null, { label: { zh: '选', en: 'picked' }, indices: [0, 2, 5] }),
  text: fc.constantFrom('', '化肥', ' 第一 化肥 ', 'zzz'),
  unlocated: fc.boolean(),
});

describe('overviewOf', () => {
  it('is not there before the first answer', () => {
    expect(overviewOf(newSession(TODAY))).toBeNull();
  });

  it('counts units and steam as the summary of the engine does', () => {
    const { answer } = session.run;
    if (answer === null) throw new Error('no answer');
    const { total, byDuty } = summarise(answer.assessment, FACILITIES);
    const found = overview();
    expect(found.total).toEqual(total);
    expect(found.shownTally).toEqual(total);
    for (const duty of DUTIES) expect(found.byDuty.get(duty) ?? { count: 0, tph: 0, unknownTph: 0 }).toEqual(byDuty[duty]);
  });

  it('says what must close, what is overdue, what is closed already and what may have to close', () => {
    const found = overview();
    expect(found.byDuty.get('close')).toEqual({ count: 2, tph: 55, unknownTph: 0 });
    expect(found.overdueClosing.count).toBe(1);
    expect(found.closedAlready.count).toBe(1);
    expect(ids(found.mayClose)).toBe('cf');
    expect(found.unlocated.count).toBe(2);
    expect(found.byCounty.get('unknown')?.count).toBe(1);
    expect(found.closingByCounty.get('140525')?.count).toBe(1);
    expect(found.byFuel.get('unknown')?.count).toBe(1);
    expect(found.byRule.get('R-gas')?.count).toBe(2);
    expect(found.byMayRule.get('R-gas')?.count).toBe(2);
  });

  it.each<[Partial<Filters>, string]>([
    [{ duties: ['close'] }, 'ag'],
    [{ possible: ['close'] }, 'cf'],
    [{ duties: ['close'], possible: ['close'] }, 'acfg'],
    [{ certainties: ['unknown'] }, 'cef'],
    [{ counties: ['140521'] }, 'cd'],
    [{ counties: ['unknown'] }, 'e'],
    [{ fuels: ['unknown'] }, 'f'],
    [{ rule: 'R-small' }, 'ag'],
    [{ mayRule: 'R-small' }, 'cf'],
    [{ rule: 'R-small', mayRule: 'R-small' }, 'acfg'],
    [{ picked: { label: { zh: '', en: '' }, indices: [1, 3] } }, 'bd'],
    [{ rule: 'R-repealed' }, ''],
    [{ text: '化肥' }, 'ab'],
    [{ text: '第一 化肥' }, 'a'],
    [{ text: ' A ' }, 'a'],
    [{ unlocated: true }, 'eg'],
  ])('shows the right rows for %o', (wanted, rows) => {
    expect(ids(overview(wanted).shown)).toBe(rows);
  });

  it('a choice counts the rows that choosing it alone would show, whatever the other filters', () => {
    fc.assert(
      fc.property(filters, (some) => {
        const found = overview(some);
        for (const duty of DUTIES) expect(found.byDuty.get(duty)?.count ?? 0).toBe(overview({ ...some, duties: [duty], possible: [] }).shownTally.count);
        for (const county of ['140525', '140521', 'unknown']) expect(found.byCounty.get(county)?.count ?? 0).toBe(overview({ ...some, counties: [county] }).shownTally.count);
        for (const fuel of FUEL_CHOICES) expect(found.byFuel.get(fuel)?.count ?? 0).toBe(overview({ ...some, fuels: [fuel] }).shownTally.count);
        for (const rule of ['R-small', 'R-gas']) {
          expect(found.byRule.get(rule)?.count ?? 0).toBe(overview({ ...some, rule, mayRule: null }).shownTally.count);
          expect(found.byMayRule.get(rule)?.count ?? 0).toBe(overview({ ...some, rule: null, mayRule: rule }).shownTally.count);
        }
        for (const certainty of CERTAINTIES) expect(found.byCertainty.get(certainty)?.count ?? 0).toBe(overview({ ...some, certainties: [certainty] }).shownTally.count);
        expect(found.unlocated.count).toBe(overview({ ...some, unlocated: true }).shownTally.count);
        expect(found.shown.every((index) => overview().shown.includes(index))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same object for the same session, so that nothing is drawn twice', () => {
    expect(overviewOf(session)).toBe(overviewOf(session));
    expect(ledgerOf(session)).toBe(ledgerOf(changeFilters({ text: 'x' })(session)));
    expect(overview(NO_FILTERS).filtered).toBe(false);
    expect(overview({ duties: ['close'] })).toMatchObject({ filtered: true, scoped: false });
    expect(overview({ text: 'x' })).toMatchObject({ filtered: true, scoped: true });
  });
});
