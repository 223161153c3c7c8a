import { describe, expect, it } from 'vitest';
import { daysBetween, isIsoDay, localDay } from '../../src/state/iso-day.ts';

describe('isIsoDay', () => {
  it.each(['2024-02-29', '1990-01-01', '2099-12-31'])('takes %s', (day) => {
    expect(isIsoDay(day)).toBe(true);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-1-1', '0202-01-01', '', '2024-01-01T00:00', '9999-12-31'])('refuses %s', (day) => {
    expect(isIsoDay(day)).toBe(false);
  });
});

describe('localDay', () => {
  it('is the day on the wall, also just after midnight', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 10))).toBe('2026-01-05');
  });
});

describe('daysBetween', () => {
  it('counts whole days over a leap year, signed', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-11-23', '2024-09-30')).toBe(-784);
    expect(daysBetween('2024-09-30', '2024-09-30')).toBe(0);
  });
});
