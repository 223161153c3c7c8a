/** What a number measures. The standard units are t/h of steam, MW, m, km² and µg/m³. */
export type Quantity = 'steam' | 'power' | 'length' | 'area' | 'concentration';

/** standard = value × multiply ÷ divide, two whole numbers. */
export interface Unit {
  readonly name: string;
  readonly multiply: number;
  readonly divide: number;
}

type UnitRow = readonly [multiply: number, divide: number, spellings: readonly string[]];

/** The first spelling of a row is the one that messages print. 1 t/h = 0.7 MW is the convention of the boiler trade. */
const UNITS: Readonly<Record<Quantity, readonly UnitRow[]>> = {
  steam: [
    [1, 1, ['t/h', 't', 'tph', '蒸吨', '吨', '蒸吨/小时', '蒸吨/时', '蒸吨/h', '吨/小时', '吨/时', '吨/h', 't/小时']],
    [10, 7, ['MW', '兆瓦']],
    [1, 700, ['kW', '千瓦']],
    [100, 7, ['万千瓦']],
    [1, 1000, ['kg/h', '公斤/小时', '千克/小时']],
  ],
  power: [
    [1, 1, ['MW', '兆瓦']],
    [10, 1, ['万千瓦']],
    [1, 1000, ['kW', '千瓦']],
  ],
  length: [
    [1, 1, ['m', '米']],
    [1000, 1, ['km', '公里', '千米']],
    [1, 100, ['cm', '厘米']],
    [1, 1000, ['mm', '毫米']],
  ],
  area: [
    [1, 1, ['km2', '平方公里', '平方千米']],
    [1, 1_000_000, ['m2', '平方米']],
    [1, 100, ['ha', '公顷']],
  ],
  concentration: [
    [1, 1, ['ug/m3', 'μg/m3', '微克/立方米', '微克/m3']],
    [1000, 1, ['mg/m3', '毫克/立方米', '毫克/m3']],
  ],
};

const BY_SPELLING = new Map<Quantity, ReadonlyMap<string, Unit>>(
  (Object.keys(UNITS) as Quantity[]).map((quantity) => [quantity, unitsBySpelling(UNITS[quantity])]),
);

/** `spelling` is folded text (`fold`). */
export function unitOf(quantity: Quantity, spelling: string): Unit | null {
  return BY_SPELLING.get(quantity)?.get(spelling) ?? null;
}

export function unitNames(quantity: Quantity): readonly string[] {
  return UNITS[quantity].map(([, , [name = '']]) => name);
}

/**
 * Rounded to twelve digits: 24.5 MW and 2.45 万千瓦 are exactly 35 t/h, on the limit and not a rounding error beside it.
 * A number that is in the standard unit already stays as it is.
 */
export function toStandard(value: number, unit: Unit): number {
  return isStandard(unit) ? value : Number(((value * unit.multiply) / unit.divide).toPrecision(12));
}

export function isStandard(unit: Unit): boolean {
  return unit.multiply === unit.divide;
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return a.multiply === b.multiply && a.divide === b.divide;
}

function unitsBySpelling(rows: readonly UnitRow[]): ReadonlyMap<string, Unit> {
  return new Map(
    rows.flatMap(([multiply, divide, spellings]) => {
      const unit: Unit = { name: spellings[0] ?? '', multiply, divide };
      return spellings.map((spelling) => [spelling.toLowerCase(), unit] as const);
    }),
  );
}
