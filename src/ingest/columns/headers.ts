import { fold } from './fold.ts';
import { withoutDatum } from './datum-words.ts';
import { unitOf, type Quantity, type Unit } from './units.ts';

/** How the columns of one field are recognised. */
export interface FieldSpec<Field extends string> {
  readonly field: Field;
  /**
   * Folded names in ranks, best first: each row is read in the best rank that it fills, so that a running number doesn't
   * compete with a real id, yet stands in for a missing one. Columns of one rank must agree.
   */
  readonly names: readonly (readonly string[])[];
  readonly quantity?: Quantity;
  /** The unit of a header that writes none. */
  readonly unit?: string;
  /** Names that mean another unit than `unit` by themselves. */
  readonly unitByName?: Readonly<Record<string, string>>;
  /** Names that are used with several units: `unit` is an assumption, and said to be one. */
  readonly unsure?: readonly string[];
}

export interface HeaderMatch<Field extends string> {
  readonly spec: FieldSpec<Field>;
  readonly rank: number;
  /** `null` for fields that are no quantity. */
  readonly unit: Unit | null;
  readonly unitAssumed: boolean;
}

/** A header whose field is known, but not the unit that it names. */
export interface UnknownUnit {
  readonly quantity: Quantity;
  readonly unknownUnit: string;
}

/** Remarks in brackets that are no unit. */
const ASIDES = new Set(['必填', '选填', '单台', '每台', '是/否', '*']);

interface HeaderParts {
  readonly base: string;
  readonly asides: readonly string[];
}

/** "锅炉吨位(蒸吨/小时)" is the name 锅炉吨位 with the aside 蒸吨/小时. */
function splitHeader(header: string): HeaderParts {
  const folded = fold(header).replace(/[【[]/gu, '(').replace(/[】\]]/gu, ')');
  const asides = [...folded.matchAll(/\(([^()]*)\)/gu)].map(([, inside = '']) => inside);
  const base = folded.replace(/\([^()]*\)/gu, '').replace(/[*:_"'“”-]/gu, '');
  return { base, asides: asides.filter((aside) => aside !== '' && !ASIDES.has(aside)) };
}

/** Finds the field of a header; `null` when nobody knows it. */
export function matchHeader<Field extends string>(
  header: string,
  specs: readonly FieldSpec<Field>[],
): HeaderMatch<Field> | UnknownUnit | null {
  if (header.length > LONGEST_HEADER) return null;
  const { base, asides } = splitHeader(header);
  const names = namesOf(specs);
  const named = names.get(base) ?? names.get(withoutDatum(base));
  if (named !== undefined) return withUnit(named.spec, named.rank, base, asides);
  // "容量/MW", "吨位t/h": the unit stands at the end without brackets.
  for (let cut = base.length - 1; cut > 0; cut -= 1) {
    const found = names.get(base.slice(0, cut).replace(/[/,]$/u, ''));
    const unit = found?.spec.quantity === undefined ? null : unitOf(found.spec.quantity, base.slice(cut));
    if (found !== undefined && unit !== null) return { ...found, unit, unitAssumed: false };
  }
  return null;
}

/** No name of a column is longer; what is may be a whole document in one cell. */
const LONGEST_HEADER = 80;

interface Named<Field extends string> {
  readonly spec: FieldSpec<Field>;
  readonly rank: number;
}

const known = new WeakMap<readonly FieldSpec<string>[], ReadonlyMap<string, Named<string>>>();

/** Every name of a kind of table with its field, made once. */
function namesOf<Field extends string>(specs: readonly FieldSpec<Field>[]): ReadonlyMap<string, Named<Field>> {
  const before = known.get(specs);
  // The map was made from these very specs, so its fields are theirs.
  if (before !== undefined) return before as ReadonlyMap<string, Named<Field>>;
  const names = new Map(specs.flatMap((spec) => spec.names.flatMap((ofRank, rank) => ofRank.map((name) => [name, { spec, rank }] as const))));
  known.set(specs, names);
  return names;
}

function withUnit<Field extends string>(
  spec: FieldSpec<Field>,
  rank: number,
  base: string,
  asides: readonly string[],
): HeaderMatch<Field> | UnknownUnit {
  const { quantity } = spec;
  if (quantity === undefined) return { spec, rank, unit: null, unitAssumed: false };
  if (asides.length > 0) {
    const named = asides.map((aside) => unitOf(quantity, aside));
    const unit = named.find((found) => found !== null);
    if (unit === undefined) return { quantity, unknownUnit: asides.join(' ') };
    return { spec, rank, unit, unitAssumed: false };
  }
  const spelling = spec.unitByName?.[base] ?? spec.unit;
  const unit = spelling === undefined ? null : unitOf(quantity, spelling);
  if (unit === null) throw new Error(`matchHeader: field ${spec.field} needs a unit of ${quantity}, got ${String(spelling)}`);
  return { spec, rank, unit, unitAssumed: spec.unsure?.includes(base) ?? false };
}
