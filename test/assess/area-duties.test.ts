import { describe, expect, it } from 'vitest';
import { measureTargets } from '../../src/assess/area-duties.ts';
import { daysFrom } from '../../src/assess/daily-means.ts';
import type { AirReading, Pollutant } from '../../src/domain/air-reading.ts';
import { POLLUTANTS } from '../../src/domain/air-reading.ts';
import type { Station } from '../../src/domain/station.ts';
import type { Target } from '../../src/policy/rule.ts';
import { HOME, pack, project } from './tiny.ts';

const YEAR = { from: '2023-01-01', until: '2023-12-31' };
const LATER = '2024-06-01';

function target(parts: Partial<Target> = {}): Target {
  return { id: 'T', article: '1', phrase: '', divisionCode: '140500', place: null, pollutant: 'pm25', op: 'lte', limit: 35, unit: 'ug/m3', period: YEAR, strength: 'hard', ...parts };
}

function station(code: string, parts: Partial<Station> = {}): Station {
  return { code, name: code, level: 'national', role: 'urban', divisionCode: '140502', lngLat: HOME, accuracyM: null, note: '', ...parts };
}

function reading(stationCode: string, day: string, values: Partial<Record<Pollutant, number>>): AirReading {
  const all = Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, values[pollutant] ?? null])) as AirReading['values'];
  return { stationCode, day, values: all, source: { file: 'air.csv', row: 1 }, original: {} };
}

/** One reading a day from the first of January 2023. */
function days(count: number, value: number, code = 'A', pollutant: Pollutant = 'pm25'): readonly AirReading[] {
  return Array.from({ length: count }, (_, k) => reading(code, new Date(Date.UTC(2023, 0, k + 1)).toISOString().slice(0, 10), { [pollutant]: value }));
}

function measured(airReadings: readonly AirReading[], one: Partial<Target> = {}, asOf = LATER, stations = [station('A')]) {
  const [found] = measureTargets(project({ airReadings, stations }), [pack([], { targets: [target(one)] })], asOf);
  if (found === undefined) throw new Error('got no target');
  return found;
}

const said = (found: ReturnType<typeof measured>) => [found.status, found.because, found.value];

describe('measureTargets', () => {
  it('judges a period that readings cover', () => {
    expect(measured(days(365, 35))).toMatchObject({ status: 'met', because: null, value: 35, days: { covered: 365, inPeriod: 365, needed: 324 }, stations: ['A'], disagreeing: 0 });
    expect(said(measured(days(365, 36)))).toEqual(['not-met', null, 36]);
  });

  it('asks for as many days as a yearly mean needs, and of a shorter period the same share', () => {
    expect(said(measured(days(324, 10)))).toEqual(['met', null, 10]);
    expect(said(measured(days(323, 10)))).toEqual(['open', 'too-few', 10]);
    const winter = { period: { from: '2023-01-01', until: '2023-03-31' } };
    expect(measured(days(90, 10), winter).days).toEqual({ covered: 90, inPeriod: 90, needed: 80 });
    expect([measured(days(80, 10), winter).status, measured(days(79, 10), winter).status]).toEqual(['met', 'open']);
  });

  it("never lets a single day's sample decide a year", () => {
    expect(measured([reading('A', '2023-10-22', { pm25: 78 })])).toMatchObject({ status: 'open', because: 'too-few', value: 78, days: { covered: 1, inPeriod: 365, needed: 324 } });
  });

  it('counts the first and the last day of the period and nothing outside', () => {
    const quarter = { from: '2023-02-01', until: '2023-02-02' };
    const around = ['2023-01-31', '2023-02-01', '2023-02-02', '2023-02-03'].map((day, k) => reading('A', day, { pm25: 10 ** k }));
    expect(said(measured(around, { period: quarter }))).toEqual(['not-met', null, 55]);
  });

  it('says why it is open', () => {
    const full = days(365, 10);
    expect(said(measured(full, { place: { zh: '开发区', en: 'the zone' } }))).toEqual(['open', 'place', null]);
    expect(said(measured(full, { period: { from: null, until: '2023-12-31' } }))).toEqual(['open', 'period', null]);
    expect(said(measured(full, { period: { from: '2023-01-01', until: null } }))).toEqual(['open', 'period', null]);
    expect(measured(full, {}, '2022-12-31')).toMatchObject({ status: 'open', because: 'not-begun', value: null, days: { covered: 0, inPeriod: 365, needed: 324 } });
    expect(said(measured(full, {}, '2023-12-30'))).toEqual(['open', 'not-ended', 10]);
    expect(said(measured(full, {}, '2023-12-31'))).toEqual(['met', null, 10]);
    expect(said(measured([]))).toEqual(['open', 'no-readings', null]);
    expect(said(measured(days(365, 10, 'A', 'so2')))).toEqual(['open', 'no-readings', null]);
  });

  it('looks no further than the day it is asked for', () => {
    const [before, after] = [days(31, 10), [reading('A', '2023-02-01', { pm25: 1000 })]];
    expect(measured([...before, ...after], {}, '2023-01-31')).toMatchObject({ value: 10, days: { covered: 31 } });
    expect(measured([...before, ...after], {}, '2023-01-01')).toMatchObject({ value: 10, days: { covered: 1 }, because: 'not-ended' });
  });

  it('rounds a concentration to whole µg/m³ before it judges, a half to the even neighbour; dustfall not at all', () => {
    const status = (value: number, limit: number, more: Partial<Target> = {}) => measured(days(365, value, 'A', more.pollutant === 'dustfall' ? 'dustfall' : 'pm25'), { limit, ...more }).status;
    expect([status(35.49, 35), status(35.5, 35), status(44.5, 44), status(44.51, 44), status(45.5, 45)]).toEqual(['met', 'not-met', 'met', 'not-met', 'not-met']);
    const dust = { pollutant: 'dustfall', unit: 't/(km2·month)' } as const;
    expect([status(7, 7, dust), status(7.1, 7, dust), status(9, 9, { ...dust, op: 'lt' }), status(8.9, 9, { ...dust, op: 'lt' })]).toEqual(['met', 'not-met', 'not-met', 'met']);
  });

  it('averages the stations of a day, then the days', () => {
    const two = [station('A'), station('B')];
    const readings = [...days(365, 30, 'A'), reading('B', '2023-01-01', { pm25: 760 })];
    expect(measured(readings, {}, LATER, two)).toMatchObject({ value: 31, stations: ['A', 'B'] });
  });

  it('averages rows of one station that disagree, and counts such days', () => {
    const readings = [...days(365, 30), reading('A', '2023-01-01', { pm25: 760 }), reading('A', '2023-01-02', { pm25: 30 })];
    expect(measured(readings)).toMatchObject({ value: 31, disagreeing: 1 });
  });

  it('takes the highest level that reads anything in the division', () => {
    const stations = [station('T', { level: 'township' }), station('M', { level: 'municipal' }), station('P', { level: 'provincial' }), station('N')];
    const values = { N: 1, P: 2, M: 3, T: 4 };
    const without = (...gone: readonly string[]) => measured(Object.entries(values).flatMap(([code, value]) => (gone.includes(code) ? [] : days(365, value, code))), {}, LATER, stations);
    expect([without().value, without('N').value, without('N', 'P').value, without('N', 'P', 'M').value]).toEqual([1, 2, 3, 4]);
    expect(without('N').stations).toEqual(['P']);
  });

  it('leaves out background and enterprise stations, and those of another or no division', () => {
    const others = [station('A', { role: 'background' }), station('A', { level: 'enterprise' }), station('A', { divisionCode: '140302' }), station('A', { divisionCode: null })];
    for (const other of others) expect(measured(days(365, 10), {}, LATER, [other]).because).toBe('no-readings');
    expect(measured(days(365, 10), { divisionCode: '140525' }).because).toBe('no-readings');
    expect(measured(days(365, 10), { divisionCode: '140502' }).status).toBe('met');
  });

  it('lets a monthly mean stand for the days of its month', () => {
    const months = Array.from({ length: 12 }, (_, k) => reading('A', `2023-${String(k + 1).padStart(2, '0')}`, { dustfall: 6 }));
    const dust = { pollutant: 'dustfall', unit: 't/(km2·month)', limit: 7 } as const;
    expect(measured(months, dust)).toMatchObject({ status: 'met', days: { covered: 365 } });
    expect(measured(months.slice(1, 2), dust)).toMatchObject({ because: 'too-few', days: { covered: 28 } });
    expect(measured([reading('A', '2024-02', { dustfall: 6 })], { ...dust, period: { from: '2024-01-01', until: '2024-03-31' } }).days.covered).toBe(29);
  });

  it('counts heavily polluted days, above an index of 200, and needs no full year to see too many', () => {
    const heavy = { pollutant: 'heavyPollutionDays', unit: 'day', limit: 2 } as const;
    const index = (...values: readonly number[]) => values.map((aqi, k) => reading('A', `2023-01-0${k + 1}`, { aqi }));
    expect(said(measured(index(201, 200, 300), heavy))).toEqual(['open', 'too-few', 2]);
    expect(said(measured(index(201, 201, 300), heavy))).toEqual(['not-met', null, 3]);
    expect(said(measured(index(201, 201, 300), heavy, '2023-01-03'))).toEqual(['not-met', null, 3]);
  });

  it('keeps the order of the packs and of their targets', () => {
    const two = [pack([], { id: 'X', targets: [target({ id: 'a' }), target({ id: 'b' })] }), pack([], { id: 'Y', targets: [target({ id: 'c' })] })];
    expect(measureTargets(project(), two, LATER).map((one) => `${one.pack.id} ${one.target.id}`)).toEqual(['X a', 'X b', 'Y c']);
  });
});

it.each([['2023-01-01', '2023-01-01', 1], ['2023-01-01', '2023-12-31', 365], ['2024-02-28', '2024-03-01', 3]])('%s to %s is %d days', (first, last, count) => {
  expect(daysFrom(first, last)).toBe(count);
});
