import type { Message } from '../../domain/issue.ts';
import { message } from '../problem.ts';
import { matchHeader, otherDatum, type FieldSpec, type HeaderMatch } from './headers.ts';
import { isStandard, unitNames, type Quantity, type Unit } from './units.ts';

/** A column that gives a field. */
export interface Column {
  readonly index: number;
  /** As written. */
  readonly header: string;
  /** 0 is the best: a cell counts only where all better columns of its field are blank. */
  readonly rank: number;
  readonly quantity: Quantity | null;
  /** The unit of bare numbers; `null` for fields that are no quantity. */
  readonly unit: Unit | null;
  readonly unitAssumed: boolean;
}

/**
 * The columns of each field, as a map gives them, by rank; those in the standard unit come first in theirs. Columns of one
 * rank mean the same and must agree.
 */
export interface Columns<Field extends string> {
  readonly size: number;
  has(field: Field): boolean;
  get(field: Field): readonly Column[] | undefined;
  keys(): Iterable<string>;
}

export interface MatchedColumns<Field extends string> {
  readonly columns: Columns<Field>;
  readonly unknown: readonly string[];
  /** The datum that a coordinate column names when it is not one that can be read. */
  readonly foreignDatum: string | null;
  readonly messages: readonly Message[];
}

interface Found<Field extends string> {
  readonly index: number;
  readonly header: string;
  readonly match: HeaderMatch<Field>;
}

const POSITION: ReadonlySet<string> = new Set(['lon', 'lat', 'lngLat']);
const MOST_LISTED = 20;

/** Finds the field of every column, and says which columns are not read, and why. */
export function matchColumns<Field extends string>(
  file: string,
  header: readonly string[],
  specs: readonly FieldSpec<Field>[],
): MatchedColumns<Field> {
  const messages: Message[] = [];
  const found: Found<Field>[] = [];
  const unknown: string[] = [];
  for (const [index, name] of header.entries()) {
    const match = matchHeader(name, specs);
    if (match === null) {
      if (name.trim() !== '') unknown.push(name);
    } else if ('unknownUnit' in match) {
      const known = unitNames(match.quantity).join(', ');
      messages.push(message('warning', 'unit-unknown', { file, column: name, unit: match.unknownUnit, known }));
    } else {
      found.push({ index, header: name, match });
      if (match.unitAssumed) messages.push(message('warning', 'unit-assumed', { file, column: name, unit: match.unit?.name ?? '' }));
    }
  }
  if (unknown.length > 0) messages.push(message('info', 'columns-unknown', { file, headers: listed(unknown) }));

  const columns = new Map<Field, readonly Column[]>();
  for (const { field } of specs) {
    const columnsOfField = found.filter(({ match }) => match.spec.field === field).map(toColumn).sort(byRank);
    const [best] = columnsOfField;
    if (best === undefined) continue;
    columns.set(field, columnsOfField);
    for (const { header: unused, rank } of columnsOfField) {
      if (rank !== best.rank) messages.push(message('info', 'column-passed-over', { file, used: best.header, unused }));
    }
  }
  const foreignDatum = found.flatMap(({ header: name, match }) => (POSITION.has(match.spec.field) ? [otherDatum(name)] : []));
  return { columns, unknown, foreignDatum: foreignDatum.find((datum) => datum !== null) ?? null, messages };
}

/** Names for a sentence; a file can have thousands. */
export function listed(names: readonly string[]): string {
  return names.length > MOST_LISTED ? `${names.slice(0, MOST_LISTED).join(', ')}, …` : names.join(', ');
}

/** `sort` is stable: equals stay in the order of the file. */
function byRank(a: Column, b: Column): number {
  return a.rank - b.rank || Number(isInStandardUnit(b)) - Number(isInStandardUnit(a));
}

function isInStandardUnit({ unit }: Column): boolean {
  return unit === null || isStandard(unit);
}

function toColumn({ index, header, match }: Found<string>): Column {
  const { rank, unit, unitAssumed, spec } = match;
  return { index, header, rank, quantity: spec.quantity ?? null, unit, unitAssumed };
}
