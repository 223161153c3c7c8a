import { fold } from './fold.ts';
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

/** Datums that can't be taken for WGS84, named in the header of a coordinate. CGCS2000 differs by centimetres. */
const OTHER_DATUM = /gcj|火星|高德|腾讯|bd-?09|百度|beijing|北京|xian|西安|80坐标|54坐标/u;

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

/** The datum that a coordinate header names, when it is one that can't be read as it stands. */
export function otherDatum(header: string): string | null {
  return OTHER_DATUM.exec(fold(header))?.[0] ?? null;
}

/** Finds the field of a header; `null` when nobody knows it. */
export function matchHeader<Field extends string>(
  header: string,
  specs: readonly FieldSpec<Field>[],
): HeaderMatch<Field> | UnknownUnit | null {
  const { base, asides } = splitHeader(header);
  for (const spec of specs) {
    const rank = rankOf(spec, base);
    if (rank >= 0) return withUnit(spec, rank, base, asides);
  }
  // "容量/MW", "吨位t/h": the unit stands at the end without brackets.
  for (const spec of specs) {
    if (spec.quantity === undefined) continue;
    for (let cut = base.length - 1; cut > 0; cut -= 1) {
      const rank = rankOf(spec, base.slice(0, cut).replace(/[/,]$/u, ''));
      const unit = unitOf(spec.quantity, base.slice(cut));
      if (rank >= 0 && unit !== null) return { spec, rank, unit, unitAssumed: false };
    }
  }
  return null;
}

function rankOf(spec: FieldSpec<string>, base: string): number {
  return spec.names.findIndex((names) => names.includes(base));
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
