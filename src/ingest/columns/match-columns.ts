import type { Message } from '../../domain/issue.ts';
import { message } from '../problem.ts';
import { matchHeader, otherDatum, type FieldSpec, type HeaderMatch } from './headers.ts';
import { isStandard, unitNames, type Quantity, type Unit } from './units.ts';

/** A column that gives a field. */
export interface Column {
  readonly index: number;
  /** As written. */
  readonly header: string;
  readonly quantity: Quantity | null;
  /** The unit of bare numbers; `null` for fields that are no quantity. */
  readonly unit: Unit | null;
  readonly unitAssumed: boolean;
  /** How well its name fits the field, 0 best: a column of a lower rank speaks only where the better ones are blank. */
  readonly rank: number;
}

/**
 * The columns of each field, as a map gives them, best rank first. Several columns of one rank mean the same and must
 * agree; those in the standard unit come first.
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
    const candidates = found.filter(({ match }) => match.spec.field === field);
    const best = candidates.reduce<Found<Field> | null>((a, b) => (a !== null && a.match.rank <= b.match.rank ? a : b), null);
    if (best === null) continue;
    // X and Y of a grid never stand in for degrees.
    const used = POSITION.has(field) ? candidates.filter(({ match }) => match.rank === best.match.rank) : candidates;
    columns.set(field, used.map(toColumn).sort((a, b) => a.rank - b.rank || Number(isInStandardUnit(b)) - Number(isInStandardUnit(a))));
    for (const { header: unused, match } of candidates) {
      if (match.rank !== best.match.rank) messages.push(message('info', 'column-passed-over', { file, used: best.header, unused }));
    }
  }
  const foreignDatum = found.flatMap(({ header: name, match }) => (POSITION.has(match.spec.field) ? [otherDatum(name)] : []));
  return { columns, unknown, foreignDatum: foreignDatum.find((datum) => datum !== null) ?? null, messages };
}

/** Names for a sentence; a file can have thousands. */
export function listed(names: readonly string[]): string {
  return names.length > MOST_LISTED ? `${names.slice(0, MOST_LISTED).join(', ')}, …` : names.join(', ');
}

function isInStandardUnit({ unit }: Column): boolean {
  return unit === null || isStandard(unit);
}

function toColumn({ index, header, match }: Found<string>): Column {
  return { index, header, quantity: match.spec.quantity ?? null, unit: match.unit, unitAssumed: match.unitAssumed, rank: match.rank };
}
