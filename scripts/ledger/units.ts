import { largestRemainder } from './largest-remainder.ts';

export const BOILER_FUELS = ['coal', 'gas', 'biomass', 'oil'] as const;
export type BoilerFuel = (typeof BOILER_FUELS)[number];

/** Boilers of the city by fuel: annex 4 of the 2024 action plan, 1,003 in all. */
export const PUBLISHED_TOTALS: Readonly<Record<BoilerFuel, number>> = { coal: 76, gas: 849, biomass: 50, oil: 28 };

export type UnitName = '城区' | '泽州县' | '高平市' | '阳城县' | '陵川县' | '沁水县' | '开发区';

/** A unit of the 2020 list. The development zone is no county: it lies in 城区 and its boilers carry that code. */
export interface Unit {
  readonly name: UnitName;
  readonly county: string;
  readonly code: string;
  readonly park: string;
  /** Boilers kept in 2020: 晋市政办〔2020〕56号, 1,091 in all. */
  readonly kept2020: number;
  /** Synthetic boilers by fuel; gas takes what is left. Our choice: coal left where the industry is, none in the zone. */
  readonly drawn: Readonly<Record<Exclude<BoilerFuel, 'gas'>, number>>;
}

export const UNITS: readonly Unit[] = [
  { name: '城区', county: '城区', code: '140502', park: '', kept2020: 133, drawn: { coal: 4, biomass: 2, oil: 8 } },
  { name: '泽州县', county: '泽州县', code: '140525', park: '', kept2020: 306, drawn: { coal: 20, biomass: 14, oil: 7 } },
  { name: '高平市', county: '高平市', code: '140581', park: '', kept2020: 258, drawn: { coal: 18, biomass: 12, oil: 5 } },
  { name: '阳城县', county: '阳城县', code: '140522', park: '', kept2020: 158, drawn: { coal: 12, biomass: 9, oil: 4 } },
  { name: '陵川县', county: '陵川县', code: '140524', park: '', kept2020: 138, drawn: { coal: 6, biomass: 8, oil: 1 } },
  { name: '沁水县', county: '沁水县', code: '140521', park: '', kept2020: 77, drawn: { coal: 6, biomass: 5, oil: 1 } },
  { name: '开发区', county: '城区', code: '140502', park: '晋城经济技术开发区', kept2020: 21, drawn: { coal: 0, biomass: 0, oil: 2 } },
];

/** Synthetic boilers of each unit: all of the city but the named ones, whose county no document states. */
export function boilersByUnit(named: number): readonly number[] {
  const total = BOILER_FUELS.reduce((sum, fuel) => sum + PUBLISHED_TOTALS[fuel], 0) - named;
  return largestRemainder(total, UNITS.map((unit) => unit.kept2020));
}

/** How many boilers of a fuel to draw in a unit that has `total` of them. */
export function drawnInUnit(unit: Unit, fuel: BoilerFuel, total: number): number {
  const { coal, biomass, oil } = unit.drawn;
  return fuel === 'gas' ? total - coal - biomass - oil : unit.drawn[fuel];
}

export function unitNamed(name: UnitName): Unit {
  const unit = UNITS.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new Error(`no unit: got ${name}, expected one of the 2020 list`);
  return unit;
}
