import type { Division } from '../../domain/division.ts';
import type { Change } from '../../ingest/compare-ledgers.ts';
import type { ImportWords } from '../../text/import.ts';
import { divisionName } from '../parts/counties.ts';
import type { Words } from '../parts/words.ts';

/** Digits of a degree: a metre on the ground is the fifth. */
const DEGREE_DIGITS = 6;
const UNITS: Readonly<Partial<Record<Change['fact'], string>>> = { capacityTph: 't/h', unitMW: 'MW', locationAccuracyM: 'm', stackM: 'm', hearthM: 'm' };

/** The name of a fact that two ledgers can differ in. */
export function factName({ t }: Pick<Words, 't'>, words: ImportWords, fact: Change['fact']): string {
  return fact === 'lngLat' ? t.field.lngLat : words.field[fact];
}

/** A fact of a facility as a person reads it; what is not known is said. */
export function factValue({ lang, t, w }: Words, divisions: readonly Division[], fact: Change['fact'], value: Change['before']): string {
  if (value === null) return w.unknown;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return UNITS[fact] === undefined ? String(value) : `${String(value)} ${UNITS[fact]}`;
  if (typeof value !== 'string') return value.map((degrees) => degrees.toFixed(DEGREE_DIGITS)).join(', ');
  if (fact === 'divisionCode') return divisionName(divisions, value, lang) ?? value;
  const terms: Readonly<Partial<Record<Change['fact'], Readonly<Record<string, string>>>>> = { kind: t.kind, fuel: t.fuel, use: t.use, status: t.status, performanceGrade: t.performanceGrade };
  return terms[fact]?.[value] ?? value;
}
