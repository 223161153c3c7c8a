import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES } from '../domain/facility.ts';
import { HEAT_SOURCE_KINDS } from '../domain/heat-source.ts';
import { INDUSTRIES } from '../domain/industry.ts';
import { ZONE_KINDS, type ZoneKind } from '../domain/zone.ts';
import type { Comparison, Condition, FlagField, NumberField, WordField } from './condition.ts';
import { FLAG_FIELDS, NUMBER_FIELDS, WORD_FIELDS } from './condition.ts';
import type { Notes, Reader } from './pack-reader.ts';
import { also, BAD, divisionCode, entry, flag, id, isRecord, keyPath, nonEmpty, notNegative, note, object, oneOf, text } from './pack-reader.ts';

/** Whose facts a condition asks for: the kinds of record have different fields. A project is a facility not yet built. */
export type Owner = 'facility' | 'heatSource' | 'project';

/** No article needs more; deeper input is a mistake, and an attack on the stack. */
const DEEPEST = 32;

const COMPARISONS: readonly Comparison[] = ['lt', 'lte', 'gt', 'gte', 'eq'];

const FACILITY_NUMBERS: readonly NumberField[] = ['capacityTph', 'unitMW', 'stackM', 'hearthM'];

const NUMBERS: Readonly<Record<Owner, readonly NumberField[]>> = {
  facility: FACILITY_NUMBERS,
  project: FACILITY_NUMBERS,
  heatSource: ['unitMW', 'plantMW'],
};

const FACILITY_WORDS = { kind: FACILITY_KINDS, fuel: FUELS, use: USES, status: STATUSES, performanceGrade: GRADES } as const;

const WORDS: Readonly<Record<Owner, Readonly<Partial<Record<WordField, readonly string[]>>>>> = {
  facility: FACILITY_WORDS,
  project: { ...FACILITY_WORDS, industry: INDUSTRIES },
  heatSource: { kind: HEAT_SOURCE_KINDS, performanceGrade: GRADES },
};

const FACILITY_FLAGS: readonly FlagField[] = ['cleanHeating', 'ultraLowEmission', 'monitored', 'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent'];

const FLAGS: Readonly<Record<Owner, readonly FlagField[]>> = {
  facility: FACILITY_FLAGS,
  project: FACILITY_FLAGS,
  heatSource: ['large', 'listedForExit'],
};

/** The leading keys, in the order of the type; the first one found names the predicate. */
const HEADS = [
  'all',
  'any',
  'not',
  'number',
  'word',
  'flag',
  'inDivision',
  'inZone',
  'withinReach',
  'inPark',
  'onList',
  'ownUnit',
  'overdue',
  'reading',
  'undecided',
  'always',
] as const;
type Head = (typeof HEADS)[number];

/** A heat source is a place by itself: where it lies is asked by division alone. A project owes nothing yet. */
const NOT_OF: Readonly<Record<Owner, readonly Head[]>> = {
  facility: [],
  project: ['overdue'],
  heatSource: ['inZone', 'withinReach', 'inPark', 'onList', 'ownUnit', 'overdue'],
};

type ZoneKinds = readonly ZoneKind[];
const zoneKinds = nonEmpty(oneOf(ZONE_KINDS));

/** Reads a condition on records of this owner: closed predicates, known words, fields that such a record has. */
export function condition(owner: Owner): Reader<Condition> {
  return conditionAt(owner, 0);
}

function conditionAt(owner: Owner, depth: number): Reader<Condition> {
  const predicates = depth < DEEPEST ? predicatesOf(owner, (value, path, notes) => conditionAt(owner, depth + 1)(value, path, notes)) : null;
  return (value, path, notes) => {
    if (predicates === null) return note(notes, path, 'tooDeep', `at most ${DEEPEST} levels`, value);
    if (!isRecord(value)) return note(notes, path, 'type', 'condition', value);
    const head = HEADS.find((key) => Object.hasOwn(value, key));
    if (head === undefined) return note(notes, path, 'value', HEADS.join(' | '), Object.keys(value).join(', '));
    if (NOT_OF[owner].includes(head)) return note(notes, keyPath(path, head), 'notHere', owner, head);
    return predicates[head](value, path, notes);
  };
}

function predicatesOf(owner: Owner, inner: Reader<Condition>): Readonly<Record<Head, Reader<Condition>>> {
  return {
    all: object({ all: nonEmpty(inner) }),
    any: object({ any: nonEmpty(inner) }),
    not: object({ not: inner }),
    number: object({ number: ownField(NUMBER_FIELDS, NUMBERS[owner], owner), op: oneOf(COMPARISONS), limit: notNegative }),
    word: wordIn(owner),
    flag: object({ flag: ownField(FLAG_FIELDS, FLAGS[owner], owner), is: flag }),
    inDivision: object({ inDivision: nonEmpty(divisionCode) }),
    inZone: object<{ inZone: ZoneKinds }, { class: 1 | 2 | 3; minus: ZoneKinds }>({ inZone: zoneKinds }, { class: oneOf([1, 2, 3]), minus: zoneKinds }),
    withinReach: object<{ withinReach: string }, { byOthers: true }>({ withinReach: also(id, uses('sourceSet')) }, { byOthers: oneOf([true]) }),
    inPark: object({ inPark: nonEmpty(text) }),
    onList: object({ onList: also(id, uses('list')) }),
    ownUnit: object({ ownUnit: also(id, uses('sourceSet')) }),
    overdue: object({ overdue: oneOf([true]) }),
    reading: also(object({ reading: also(id, uses('reading')), options: optionsOf(inner) }), answer),
    undecided: object({ undecided: text }),
    always: object({ always: oneOf([true]) }),
  };
}

/** A field of the format that this kind of record has. */
function ownField<Field extends string>(all: readonly Field[], own: readonly Field[], owner: Owner): Reader<Field> {
  return also(oneOf(all), (field, path, notes) => {
    if (!own.includes(field)) note(notes, path, 'notHere', `${owner}: ${own.join(' | ')}`, field);
  });
}

/** The vocabulary follows from the field, and for `kind` from the owner too. */
function wordIn(owner: Owner): Reader<Condition> {
  const vocabularies = WORDS[owner];
  const own = WORD_FIELDS.filter((field) => vocabularies[field] !== undefined);
  return (value, path, notes) => {
    const field = isRecord(value) ? own.find((known) => known === entry(value, 'word')) : undefined;
    const vocabulary = field === undefined ? null : vocabularies[field];
    return object({ word: ownField(WORD_FIELDS, own, owner), in: nonEmpty(vocabulary ? oneOf(vocabulary) : text) })(value, path, notes);
  };
}

function optionsOf(inner: Reader<Condition>): Reader<Readonly<Record<string, Condition>>> {
  return (value, path, notes) => {
    if (!isRecord(value)) return note(notes, path, 'type', 'object', value);
    const read = Object.entries(value).map(([option, chosen]) => [option, inner(chosen, keyPath(path, option), notes)] as const);
    return read.every(([, chosen]) => chosen !== BAD) ? (Object.fromEntries(read) as Readonly<Record<string, Condition>>) : BAD;
  };
}

/** Notes that the pack speaks of something by name; `nameProblems` tells whether it is there. */
export function uses(kind: 'sourceSet' | 'list' | 'reading' | 'covering') {
  return (name: string, path: string, notes: Notes): void => {
    notes.names.used.push({ kind, id: name, path });
  };
}

function answer(node: { readonly reading: string; readonly options: Readonly<Record<string, Condition>> }, path: string, notes: Notes): void {
  notes.names.answered.push({ reading: node.reading, options: Object.keys(node.options), path: keyPath(path, 'options') });
}
