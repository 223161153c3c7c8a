import type { Message } from '../../domain/issue.ts';
import type { Mapping } from '../mapping.ts';
import { message } from '../problem.ts';
import { likeliest } from './alike.ts';
import type { Crs, RefusedCrs } from '../datum/crs.ts';
import { datumIn } from './datum-words.ts';
import { fold } from './fold.ts';
import { matchHeader, type FieldSpec, type HeaderMatch } from './headers.ts';
import { isStandard, unitNames, unitOf, type Quantity, type Unit } from './units.ts';

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
  /** What was made of every column, for the user to see and correct. */
  readonly mapping: Mapping;
  readonly unknown: readonly string[];
  /** The coordinate system that the headers of the coordinates name; `null` when they name none. */
  readonly datum: Crs | RefusedCrs | null;
  readonly messages: readonly Message[];
}

interface Found<Field extends string> {
  readonly index: number;
  readonly header: string;
  readonly match: HeaderMatch<Field>;
}

const POSITION: ReadonlySet<string> = new Set(['lon', 'lat', 'lngLat', 'lonDeg', 'latDeg']);
const MOST_LISTED = 20;

/** Finds the field of every column, and says which columns are not read, and why. `chosen` goes before the names of the columns. */
export function matchColumns<Field extends string>(
  file: string,
  header: readonly string[],
  specs: readonly FieldSpec<Field>[],
  chosen: Mapping | null = null,
  keys: readonly string[] = header,
): MatchedColumns<Field> {
  const messages: Message[] = [];
  const matches: Found<Field>[] = [];
  const unknown: string[] = [];
  const choices: Mapping['columns'][number][] = [];
  const choiceOf = new Map(chosen?.columns.map((choice) => [fold(choice.header), choice]));
  for (const [index, name] of header.entries()) {
    const key = keys[index] ?? name;
    const choice = choiceOf.get(fold(key));
    const match = choice === undefined ? matchHeader(name, specs) : chosenMatch(choice.field, choice.unit, specs);
    const none = { header: key, field: null, unit: null, datum: null, like: null, confidence: 0 };
    if (match === null) {
      const like = choice === undefined ? likeliest(name, specs) : null;
      if (name.trim() !== '' && choice === undefined) unknown.push(name);
      if (choice !== undefined) choices.push({ ...none, why: 'chosen', confidence: 1 });
      else if (like === null) choices.push({ ...none, why: 'none' });
      else {
        choices.push({ ...none, field: like.field, like: like.name, confidence: like.confidence, why: 'alike' });
        messages.push(message('info', 'column-alike', { file, column: name, field: like.field, name: like.name }));
      }
    } else if ('unknownUnit' in match) {
      const known = unitNames(match.quantity).join(', ');
      messages.push(message('warning', 'unit-unknown', { file, column: name, unit: match.unknownUnit, known }));
      choices.push({ ...none, why: 'none' });
    } else {
      matches.push({ index, header: name, match });
      const datum = POSITION.has(match.spec.field) ? (choice?.datum ?? datumIn(name)) : null;
      choices.push({ ...none, field: match.spec.field, unit: match.unit?.name ?? null, datum, why: choice === undefined ? 'name' : 'chosen', confidence: 1 });
      if (match.unitAssumed) messages.push(message('warning', 'unit-assumed', { file, column: name, unit: match.unit?.name ?? '' }));
    }
  }
  if (unknown.length > 0) messages.push(message('info', 'columns-unknown', { file, headers: listed(unknown) }));

  const found = partedAngles(matches, specs);
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
  const datum = choices.flatMap((choice) => choice.datum ?? [])[0] ?? null;
  // Datums come from `datumIn`, or from a mapping that was checked when it was read.
  return { columns, mapping: { columns: choices }, unknown, datum: datum as Crs | RefusedCrs | null, messages };
}

/** A column whose field the user has chosen, in the unit that was chosen or the field's own. */
function chosenMatch<Field extends string>(field: string | null, unit: string | null, specs: readonly FieldSpec<Field>[]): HeaderMatch<Field> | null {
  const spec = specs.find((candidate) => candidate.field === field);
  if (spec === undefined) return null;
  const { quantity } = spec;
  const named = quantity === undefined ? null : (unitOf(quantity, fold(unit ?? '')) ?? unitOf(quantity, spec.unit ?? ''));
  return { spec, rank: 0, unit: named, unitAssumed: false };
}

/** Which third of an angle a header is for: 经度(分). A lone 经度(度) is in decimal degrees. */
const ANGLE_PART = /[((](?:(度|°)|(分|′|')|(秒|″|"))[))]$/u;

const PART_FIELDS: Readonly<Record<string, readonly string[]>> = { lon: ['lonDeg', 'lonMin', 'lonSec'], lat: ['latDeg', 'latMin', 'latSec'] };

/** Gives the columns of an angle in parts fields of their own. */
function partedAngles<Field extends string>(found: readonly Found<Field>[], specs: readonly FieldSpec<Field>[]): readonly Found<Field>[] {
  const partOf = ({ header }: Found<Field>): number => (ANGLE_PART.exec(header.trim()) ?? []).slice(1).findIndex((part: string | undefined) => part !== undefined);
  const isParted = (field: string): boolean => found.some((one) => one.match.spec.field === field && partOf(one) > 0);
  return found.map((one) => {
    const field = PART_FIELDS[one.match.spec.field]?.[partOf(one)];
    const spec = field !== undefined && isParted(one.match.spec.field) ? specs.find((candidate) => candidate.field === field) : undefined;
    return spec === undefined ? one : { ...one, match: { ...one.match, spec, rank: 0 } };
  });
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
