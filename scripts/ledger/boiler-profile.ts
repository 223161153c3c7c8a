import { chance, pick, pickWeighted, type Random, type Weighted } from './chance.ts';
import type { BoilerFuel } from './units.ts';
import { FUEL, STATUS, USE } from './words.ts';

/** What boilers of one fuel look like; the figures are ours, chosen to be believable. */
interface Profile {
  readonly device: string;
  readonly trades: readonly string[];
  readonly capacities: readonly number[];
  readonly uses: readonly (Weighted & { readonly use: string })[];
  /** The most boilers of one firm. */
  readonly perFirm: number;
  readonly stackM: readonly number[];
  readonly standby: number;
}

export const PROFILES: Readonly<Record<BoilerFuel, Profile>> = {
  // After years of clearing up: process boilers above 35 t/h, and leftovers.
  coal: {
    device: '燃煤锅炉',
    trades: ['化工厂', '煤业公司', '建材厂', '热力公司', '洗煤厂'],
    capacities: [40, 45, 50, 65, 75, 75, 90, 35, 20, 15, 10, 6, 4, 2, 1],
    uses: [
      { use: USE.process, weight: 5 },
      { use: USE.mixed, weight: 3 },
      { use: USE.heating, weight: 2 },
    ],
    perFirm: 3,
    stackM: [35, 40, 45, 50, 60, 80],
    standby: 0.12,
  },
  gas: {
    device: '燃气锅炉',
    trades: ['学校', '医院', '宾馆', '住宅小区', '机关单位', '纺织厂', '食品厂', '制药厂', '机械厂', '商场', '供热站'],
    capacities: [0.5, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 6, 6, 8, 10, 10, 15, 20],
    uses: [
      { use: USE.heating, weight: 5 },
      { use: USE.process, weight: 4 },
      { use: USE.mixed, weight: 2 },
      { use: USE.hotWater, weight: 3 },
      { use: USE.catering, weight: 1 },
    ],
    perFirm: 4,
    stackM: [8, 10, 12, 15, 20],
    standby: 0.06,
  },
  biomass: {
    device: '生物质锅炉',
    trades: ['食品厂', '木业厂', '中药饮片厂', '养殖场', '学校'],
    capacities: [1, 1, 2, 2, 3, 4, 4, 6, 8, 10, 15],
    uses: [
      { use: USE.heating, weight: 4 },
      { use: USE.process, weight: 3 },
      { use: USE.drying, weight: 2 },
      { use: USE.hotWater, weight: 1 },
    ],
    perFirm: 1,
    stackM: [20, 25, 30, 35],
    standby: 0.08,
  },
  oil: {
    device: '燃油锅炉',
    trades: ['医院', '宾馆', '油库', '沥青拌和站', '食品厂'],
    capacities: [0.5, 1, 1, 2, 2, 4, 6],
    uses: [
      { use: USE.hotWater, weight: 3 },
      { use: USE.process, weight: 3 },
      { use: USE.heating, weight: 2 },
    ],
    perFirm: 1,
    stackM: [8, 10, 15],
    standby: 0.3,
  },
};

/** Jincheng sits on coal-bed methane: about one gas boiler in four burns it. */
export function fuelWord(random: Random, fuel: BoilerFuel): string {
  return fuel === 'gas' && chance(random, 0.25) ? FUEL.coalBedGas : FUEL[fuel];
}

/** The published totals count boilers that stand, so none is demolished. */
export function boilerStatus(random: Random, fuel: BoilerFuel): string {
  const { standby } = PROFILES[fuel];
  return pickWeighted(random, [
    { weight: 0.95 - standby, status: STATUS.inUse },
    { weight: standby, status: STATUS.standby },
    { weight: 0.05, status: STATUS.stopped },
  ]).status;
}

/** Metres, by how the point was found; blank where the clerk did not write it down. */
export function drawnAccuracy(random: Random): string {
  return pick(random, ['5', '5', '10', '10', '10', '20', '20', '20', '50', '50', '50', '100', '100', '200', '500']);
}
