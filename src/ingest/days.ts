import { fold } from './columns/fold.ts';
import { DAY, MONTH } from './columns/words.ts';
import type { IsoDay } from '../domain/place.ts';

/**
 * A calendar day as offices write it (2024-10-01, 2024/10/1, 2024.10.1, 20241001, 2024年10月1日); `null` when it is none.
 * 2024-11 is a month, not the first of January.
 */
export function parseDay(cell: string): IsoDay | null {
  const folded = fold(cell);
  const [, year = '', month = '', day = ''] = DAY.exec(folded) ?? [];
  if (year === '' || MONTH.test(folded)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // 2024-02-30 parses to no date, or to another one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
