import type { HeatSource } from '../domain/heat-source.ts';
import type { Lang } from './lang.ts';
import { UNIT } from './signs.ts';

/**
 * The units of a plant: "2 × 600 + 6 × 350 MW". A list names no unit of measure itself, so it gets one only where its
 * units add up to the plant's capacity, which is in megawatts; any other list is shown as its source writes it.
 */
export function sayPlantUnits(lang: Lang, { units, plantMW }: Pick<HeatSource, 'units' | 'plantMW'>): string {
  const groups = units.split('+').map((group) => /^\s*(\d+)\s*[x×]\s*(\d+(?:\.\d+)?)\s*$/i.exec(group));
  const sizes = groups.map((group) => (group === null ? NaN : Number(group[1]) * Number(group[2])));
  const isInMW = plantMW !== null && Math.abs(sizes.reduce((sum, size) => sum + size, 0) - plantMW) < ROUNDED_BY_MW;
  if (!isInMW) return units;
  return `${groups.map((group) => `${group?.[1] ?? ''} × ${group?.[2] ?? ''}`).join(' + ')} ${UNIT.plantMW[lang]}`;
}

/** Capacities are rounded in lists. */
const ROUNDED_BY_MW = 0.5;
