import type { Fuel } from '../../domain/facility.ts';
import { fold } from './fold.ts';
import { facilityKind, fuel } from './words.ts';

/*
 * Cells that say more than their column asks: a kind that names its fuel (燃煤锅炉) or its build (固定床间歇式煤气发生炉), a
 * fuel that is several (煤+天然气).
 */

/** A fuel word in a cell, as written, and what it means. */
export interface FuelWord {
  readonly word: string;
  readonly fuel: Fuel;
}

/** The fuel at the head of a kind. Not 煤气 or 气, which a 煤气发生炉 makes, nor the 电 of a power station's 电站锅炉. */
const FUEL_OF_KIND = /^(燃?(?:煤层气|天然气|生物质(?:成型燃料|颗粒)?|柴油)|燃煤|燃气|燃油|煤粉|电(?:加热)?(?=(?:常压|承压|蒸汽|热水)*锅炉$|热风炉$))(.*)$/u;
/** What may follow when the kind names more fuels than one: 燃油(气)锅炉, 燃煤燃气锅炉. */
const MORE_FUELS = /[煤油气柴燃混(/、+]|生物质|两用|多用/u;

/** The one fuel that a known kind of facility names; `null` when it names none, or several. */
export function fuelInKind(cell: string): FuelWord | null {
  const [, word = '', rest = ''] = FUEL_OF_KIND.exec(fold(cell)) ?? [];
  if (word === '' || facilityKind(cell) === null || MORE_FUELS.test(rest)) return null;
  const named = fuel(word) ?? fuel(word.replace(/^燃/u, ''));
  return named === null ? null : { word, fuel: named };
}

const FUEL_JOINTS = /[+/、,;和与及或]/u;

/** The fuels of a cell that names several, in order; empty when it does not, or when one of them is not known. */
export function fuelsIn(cell: string): readonly FuelWord[] {
  const words = fold(cell).split(FUEL_JOINTS);
  const named = words.flatMap((word) => {
    const known = fuel(word);
    return known === null ? [] : [{ word, fuel: known }];
  });
  return words.length > 1 && named.length === words.length ? named : [];
}

/** 固定床间歇式煤气发生炉 */
export function saysFixedBedIntermittent(kindCell: string): boolean {
  const text = fold(kindCell);
  return text.includes('固定床') && text.includes('间歇') && !/[非无未]/u.test(text);
}

/** 落后小热电 */
export function saysOutdated(kindCell: string): boolean {
  return fold(kindCell).startsWith('落后');
}
