import type { Facility } from '../domain/facility.ts';
import type { Issue } from '../domain/issue.ts';

const TEXTS = ['id', 'name', 'enterprise', 'creditCode', 'kind', 'fuel', 'use', 'status', 'divisionCode', 'park', 'performanceGrade'] as const satisfies readonly (keyof Facility)[];
const NUMBERS = ['count', 'capacityTph', 'unitMW', 'locationAccuracyM', 'stackM', 'hearthM'] as const satisfies readonly (keyof Facility)[];
const FLAGS = [
  'cleanHeating', 'ultraLowEmission', 'monitored', 'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent', 'synthetic',
] as const satisfies readonly (keyof Facility)[];

/** What a row has beside its fields, in the same lists. */
const [FILE, SHEET] = [TEXTS.length, TEXTS.length + 1];
const [ROW, LNG, LAT] = [NUMBERS.length, NUMBERS.length + 1, NUMBERS.length + 2];
const [TEXT_COLUMNS, NUMBER_COLUMNS] = [SHEET + 1, LAT + 1];

/**
 * Facilities as they cross the wall: column behind column in one buffer that is given away, each text once. Cloned as they
 * are, a million of them take the page half a minute and come with every text a dozen times.
 */
export interface PackedFacilities {
  readonly count: number;
  /** Texts that later pieces speak of too: they join those of the pieces before. */
  readonly common: readonly string[];
  /** Texts of this piece alone. */
  readonly own: readonly string[];
  /** Sets of headers, and how many cells all rows have together. */
  readonly headers: readonly (readonly string[])[];
  readonly cellCount: number;
  /** Holds the columns (`columnsIn`). */
  readonly buffer: ArrayBuffer;
  /** Of the rows that have any: row, issues. */
  readonly issues: readonly (readonly [row: number, issues: readonly Issue[]])[];
}

/** Facilities in a piece: its buffer is large enough (1 MB) that browsers give its memory back at once when it is let go. */
export const PIECE = 8192;

interface Columns {
  /** A column a field; 0: unknown, NaN: zero. */
  readonly numbers: Float64Array;
  /** Numbers of texts, a column a field: 0 none, n the nth of all common ones, -n the nth of its own. */
  readonly texts: Int32Array;
  /** Each row's set of headers, and its cells in their order as numbers of texts. */
  readonly headersOf: Int32Array;
  readonly cells: Int32Array;
  /** A column a field: 0 unknown, 1 no, 2 yes. */
  readonly flags: Uint8Array;
}

type Sizes = Pick<PackedFacilities, 'count' | 'cellCount'>;

/** Lays the columns into the buffer, the widest first, so that each begins on a multiple of its width. A column of nothing but unknowns is never written to, and takes no memory. */
function columnsIn(buffer: ArrayBuffer, { count, cellCount }: Sizes): Columns {
  let at = 0;
  const next = (bytes: number): number => (at += bytes) - bytes;
  const ints = (length: number): Int32Array => new Int32Array(buffer, next(4 * length), length);
  return {
    numbers: new Float64Array(buffer, next(8 * count * NUMBER_COLUMNS), count * NUMBER_COLUMNS),
    texts: ints(count * TEXT_COLUMNS),
    headersOf: ints(count),
    cells: ints(cellCount),
    flags: new Uint8Array(buffer, next(count * FLAGS.length), count * FLAGS.length),
  };
}

function bytesOf({ count, cellCount }: Sizes): number {
  return 8 * count * NUMBER_COLUMNS + 4 * (count * TEXT_COLUMNS + count + cellCount) + count * FLAGS.length;
}

/** Texts that both sides keep for all pieces: the words of a ledger are few, its names are not. */
const MOST_COMMON = 20_000;
/** Rows between which a text of a piece is found again: mostly a name that stands in a field and in a cell. */
const NEAR = 512;

/** The sender's half: pieces must be unpacked in the order in which they were packed. */
export function openPacking(): (facilities: readonly Facility[]) => PackedFacilities {
  const known = new Map<string, number>();
  return (facilities) => {
    const common: string[] = [];
    const own: string[] = [];
    const near = new Map<string, number>();
    const numberOf = (text: string): number => {
      const number = known.get(text) ?? near.get(text);
      if (number !== undefined) return number;
      if (known.size < MOST_COMMON) {
        common.push(text);
        known.set(text, known.size + 1);
        return known.size;
      }
      near.set(text, -own.push(text));
      return -own.length;
    };
    const count = facilities.length;
    const cellCount = facilities.reduce((sum, { original }) => sum + Object.keys(original).length, 0);
    const headers: (readonly string[])[] = [];
    const issues: (readonly [number, readonly Issue[]])[] = [];
    const buffer = new ArrayBuffer(bytesOf({ count, cellCount }));
    const { numbers, texts, headersOf, cells, flags } = columnsIn(buffer, { count, cellCount });
    let cell = 0;
    facilities.forEach((facility, i) => {
      if (i % NEAR === 0) near.clear();
      const { source, lngLat, original, issues: noticed } = facility;
      const put = (column: number, value: number | null | undefined): void => {
        if (value !== null && value !== undefined) numbers[column * count + i] = Object.is(value, 0) ? NaN : value;
      };
      const name = (column: number, text: string | null | undefined): void => {
        if (text !== null && text !== undefined) texts[column * count + i] = numberOf(text);
      };
      TEXTS.forEach((field, column) => { name(column, facility[field]); });
      name(FILE, source.file);
      name(SHEET, source.sheet);
      NUMBERS.forEach((field, column) => { put(column, facility[field]); });
      put(ROW, source.row);
      put(LNG, lngLat?.[0]);
      put(LAT, lngLat?.[1]);
      FLAGS.forEach((field, column) => {
        const value = facility[field];
        if (value !== null) flags[column * count + i] = value ? 2 : 1;
      });
      const keys = Object.keys(original);
      if (!isSame(keys, headers.at(-1))) headers.push(keys);
      if (headers.length > 1) headersOf[i] = headers.length - 1;
      for (const key of keys) cells[cell++] = numberOf(original[key] ?? '');
      if (noticed.length > 0) issues.push([i, noticed]);
    });
    return { count, cellCount, common, own, headers, buffer, issues };
  };
}

/** Rows unpacked between two steps: a few milliseconds. */
const STRIDE = 1024;

/** The receiver's half, in steps. Equal texts are one, and rows of one table share one hidden class. */
export function openUnpacking(): (packed: PackedFacilities, take: (facility: Facility) => void) => Generator<void, void, void> {
  const known: string[] = [];
  return function* unpack(packed, take) {
    const { count, common, own, headers, buffer } = packed;
    const { numbers, texts, headersOf, cells, flags } = columnsIn(buffer, packed);
    const issues = new Map(packed.issues);
    for (const text of common) known.push(text);
    const textAt = (number: number): string => (number > 0 ? known[number - 1] : own[-number - 1]) as string;
    const text = (column: number, i: number): string | null => {
      const number = texts[column * count + i] as number;
      return number === 0 ? null : textAt(number);
    };
    const number = (column: number, i: number): number | null => {
      const value = numbers[column * count + i] as number;
      return Object.is(value, 0) ? null : Number.isNaN(value) ? 0 : value;
    };
    const flag = (column: number, i: number): boolean | null => {
      const byte = flags[column * count + i] as number;
      return byte === 0 ? null : byte === 2;
    };
    const blanks = headers.map(blankOf);
    let cell = 0;
    for (let i = 0; i < count; i += 1) {
      if (i % STRIDE === STRIDE - 1) yield;
      const which = headersOf[i] as number;
      const original: Record<string, string> = { ...blanks[which] };
      for (const header of headers[which] as readonly string[]) original[header] = textAt(cells[cell++] as number);
      const [file, sheet, row] = [text(FILE, i) as string, text(SHEET, i), number(ROW, i) as number];
      const [lng, lat] = [number(LNG, i), number(LAT, i)];
      // In the order of the lists above; what was packed there comes out here.
      take({
        id: text(0, i) as string,
        name: text(1, i) as string,
        enterprise: text(2, i),
        creditCode: text(3, i),
        kind: text(4, i) as Facility['kind'],
        fuel: text(5, i) as Facility['fuel'],
        use: text(6, i) as Facility['use'],
        status: text(7, i) as Facility['status'],
        count: number(0, i) as number,
        capacityTph: number(1, i),
        unitMW: number(2, i),
        divisionCode: text(8, i),
        park: text(9, i),
        lngLat: lng === null || lat === null ? null : [lng, lat],
        locationAccuracyM: number(3, i),
        cleanHeating: flag(0, i),
        ultraLowEmission: flag(1, i),
        monitored: flag(2, i),
        dedicatedBiomass: flag(3, i),
        bagFilter: flag(4, i),
        outdated: flag(5, i),
        fixedBedIntermittent: flag(6, i),
        performanceGrade: text(10, i) as Facility['performanceGrade'],
        stackM: number(4, i),
        hearthM: number(5, i),
        synthetic: flag(7, i) as boolean,
        source: sheet === null ? { file, row } : { file, sheet, row },
        original,
        issues: issues.get(i) ?? NO_ISSUES,
      });
    }
  };
}

const NO_ISSUES: readonly Issue[] = [];

function isSame(keys: readonly string[], before: readonly string[] | undefined): boolean {
  return before?.length === keys.length && keys.every((key, i) => key === before[i]);
}

/** An object with these keys, `__proto__` too, that lies in one piece: parsed ones do, and copies are made like them. */
function blankOf(keys: readonly string[]): Readonly<Record<string, string>> {
  return JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, ''])))) as Record<string, string>;
}
