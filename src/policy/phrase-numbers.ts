import type { IsoDay } from '../domain/place.ts';
import type { Condition, NumberField } from './condition.ts';
import { nodesOf } from './conditions.ts';
import type { Rule, RulePack } from './rule.ts';

export type Unit = 'tph' | 'MW' | 'm' | 'machines' | 'ug/m3' | 't/(km2·month)' | 'day';

/** How the documents write units and dates; the words are the caller's, since code holds no Chinese. */
export interface PhraseWords {
  /** `{ word: 公里, factor: 1000 }` under `m`: one of the word is so many of the unit. */
  readonly units: Readonly<Record<Unit, readonly { readonly word: string; readonly factor: number }[]>>;
  readonly year: string;
  readonly month: string;
}

interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}

const UNIT_OF: Readonly<Record<NumberField, Unit>> = { capacityTph: 'tph', unitMW: 'MW', plantMW: 'MW', stackM: 'm', hearthM: 'm' };

/**
 * What a pack decides by but does not quote: each limit, radius, count and deadline must stand in the phrase beside it,
 * so that a reader can find it in the document. Gives `<id>: <number> <unit>` or `<id>: <day>` for each that does not.
 */
export function unquotedNumbers(pack: RulePack, words: PhraseWords): readonly string[] {
  return [
    ...pack.rules.flatMap((rule) => unquoted(rule, limitsOf(rule), rule.deadline.day, words)),
    ...pack.siting.flatMap((ban) => unquoted(ban, limitsOf(ban), null, words)),
    ...pack.sourceSets.flatMap((set) => unquoted(set, [{ value: set.radiusM, unit: 'm' }, ...limitsIn(set.eligible)], null, words)),
    ...pack.areaDuties.flatMap((duty) => unquoted(duty, [], duty.deadline.day, words)),
    ...pack.targets.flatMap((target) => unquoted(target, [{ value: target.limit, unit: target.unit }], null, words)),
    ...pack.controlTotals.flatMap((total) => unquoted(total, [...limitsIn(total.where), ...amounts(total)], null, words)),
  ];
}

function limitsOf(rule: Pick<Rule, 'subject' | 'when' | 'unless'>): readonly Quantity[] {
  return [rule.subject, rule.when, ...rule.unless.map(({ condition }) => condition)].flatMap(limitsIn);
}

function limitsIn(condition: Condition): readonly Quantity[] {
  return [...nodesOf(condition)].flatMap((node) => ('number' in node ? [{ value: node.limit, unit: UNIT_OF[node.number] }] : []));
}

function amounts({ count, capacityTph }: RulePack['controlTotals'][number]): readonly Quantity[] {
  return [
    ...(count === null ? [] : [{ value: count, unit: 'machines' } as const]),
    ...(capacityTph === null ? [] : [{ value: capacityTph, unit: 'tph' } as const]),
  ];
}

function unquoted({ id, phrase }: { id: string; phrase: string }, quantities: readonly Quantity[], day: IsoDay | null, words: PhraseWords): readonly string[] {
  const missing = quantities.filter((quantity) => !saysQuantity(phrase, quantity, words)).map(({ value, unit }) => `${id}: ${value} ${unit}`);
  return [...new Set(missing), ...(day === null || saysDay(phrase, day, words) ? [] : [`${id}: ${day}`])];
}

function saysQuantity(phrase: string, { value, unit }: Quantity, { units }: PhraseWords): boolean {
  return units[unit].some(({ word, factor }) =>
    [...phrase.matchAll(new RegExp(`(\\d+(?:\\.\\d+)?)${word}`, 'gu'))].some((match) => Number(match[1]) * factor === value),
  );
}

/**
 * A month stands for its last day, a year for its 31 December: the documents set no other days. A month without a year is
 * one of the year named before it.
 */
function saysDay(phrase: string, day: IsoDay, { year, month }: PhraseWords): boolean {
  const dates = [...phrase.matchAll(new RegExp(`(\\d{4})${year}(?:(\\d{1,2})${month})?|(\\d{1,2})${month}`, 'gu'))];
  return dates.some(([, , inYear, alone], index) => {
    const named = dates.slice(0, index + 1).findLast(([, stated]) => stated !== undefined)?.[1];
    return named !== undefined && lastDayOf(Number(named), Number(inYear ?? alone ?? 12)) === day;
  });
}

function lastDayOf(year: number, month: number): IsoDay {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
