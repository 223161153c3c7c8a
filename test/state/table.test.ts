import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_IDS } from '../../src/state/columns.ts';
import type { Sort } from '../../src/state/columns.ts';
import { changeFilters } from '../../src/state/commands/change-filters.ts';
import { overviewOf } from '../../src/state/selectors/overview.ts';
import { tableOf } from '../../src/state/selectors/table.ts';
import { newSession } from '../../src/state/session.ts';
import type { Session } from '../../src/state/session.ts';
import { TODAY, answeredSession } from './tiny-session.ts';

const session = answeredSession();

function sortedBy(sort: Sort, from: Session = session): string {
  return tableOf({ ...from, view: { ...from.view, sort } })
    .map(({ key }) => key)
    .join('');
}

describe('tableOf', () => {
  it('is empty before the first answer', () => {
    expect(tableOf(newSession(TODAY))).toEqual([]);
  });

  it('opens with what must close, the overdue first', () => {
    expect(sortedBy({ column: 'verdict', direction: 'ascending' })).toBe('agbdfce');
    expect(tableOf(session).slice(0, 2).map(({ verdict }) => verdict.overdue)).toEqual([true, false]);
  });

  it('puts unknown values last, whichever way it sorts', () => {
    expect(sortedBy({ column: 'capacity', direction: 'ascending' })).toBe('edgfabc');
    expect(sortedBy({ column: 'capacity', direction: 'descending' })).toBe('bagfdec');
    expect(sortedBy({ column: 'nearest', direction: 'descending' })).toMatch(/^cfba.*d(ge|eg)$/);
  });

  it('sorts by how far the measurement behind a verdict is from flipping', () => {
    expect(sortedBy({ column: 'margin', direction: 'ascending' })).toBe('fbagdce');
  });

  it('holds exactly the rows that the overview counts, in every order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLUMN_IDS), fc.constantFrom('ascending' as const, 'descending' as const), fc.constantFrom('', '化肥', 'zz'), (column, direction, text) => {
        const filtered = changeFilters({ text })(session);
        const rows = sortedBy({ column, direction }, filtered);
        const shown = overviewOf(filtered)?.shown ?? [];
        expect(rows.split('').sort()).toEqual(shown.map((index) => 'abcdefg'[index]).sort());
        expect(sortedBy({ column, direction }, filtered)).toBe(rows);
      }),
    );
  });
});
