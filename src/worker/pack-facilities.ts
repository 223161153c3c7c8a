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
 * Facilities as they cross the wall: column behind column in a few buffers that are given away, each text once. Cloned as
 * they are, a million of them take the page half a minute and come with every text a dozen times.
 */
export interface PackedFacilities {
  readonly count: number;
  /** Texts that later pieces speak of too: they join those of the pieces before. */
  readonly common: readonly string[];
  /** Texts of this piece alone. */
  readonly own: readonly string[];
  /** Numbers of texts, a column a field: 0 none, n the nth of all common ones, -n the nth of its own. */
  readonly texts: Int32Array<ArrayBuffer>;
  /** A column a field; NaN: unknown. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** A column a field: 0 unknown, 1 no, 2 yes. */
  readonly flags: Uint8Array<ArrayBuffer>;
  /** Sets of headers, those of each row, and its cells in their order as numbers of texts. */
  readonly headers: readonly (readonly string[])[];
  readonly headersOf: Int32Array<ArrayBuffer>;
  readonly cells: Int32Array<ArrayBuffer>;
  /** Of the rows that have any: row, issues. */
  readonly issues: readonly (readonly [row: number, issues: readonly Issue[]])[];
}

/** Texts that both sides keep for all pieces: the words of a ledger are few, its names are not. */
const MOST_COMMON = 20_000;

/** The sender's half: pieces must be unpacked in the order in which they were packed. */
export function openPacking(): (facilities: readonly Facility[]) => PackedFacilities {
  const known = new Map<string, number>();
  return (facilities) => {
    const count = facilities.length;
    const common: string[] = [];
    const own: string[] = [];
    const ownNumbers = new Map<string, number>();
    const numberOf = (text: string | null | undefined): number => {
      if (text === null || text === undefined) return 0;
      const number = known.get(text) ?? ownNumbers.get(text);
      if (number !== undefined) return number;
      if (known.size < MOST_COMMON) {
        common.push(text);
        known.set(text, known.size + 1);
        return known.size;
      }
      ownNumbers.set(text, -own.push(text));
      return -own.length;
    };
    const texts = new Int32Array(count * TEXT_COLUMNS);
    const numbers = new Float64Array(count * NUMBER_COLUMNS);
    const flags = new Uint8Array(count * FLAGS.length);
    const headers: (readonly string[])[] = [];
    const headersOf = new Int32Array(count);
    const cells = new Int32Array(facilities.reduce((sum, { original }) => sum + Object.keys(original).length, 0));
    let cell = 0;
    const issues: (readonly [number, readonly Issue[]])[] = [];
    TEXTS.forEach((field, column) => {
      for (let i = 0; i < count; i += 1) texts[column * count + i] = numberOf(facilities[i]?.[field]);
    });
    NUMBERS.forEach((field, column) => {
      for (let i = 0; i < count; i += 1) numbers[column * count + i] = facilities[i]?.[field] ?? NaN;
    });
    FLAGS.forEach((field, column) => {
      for (let i = 0; i < count; i += 1) flags[column * count + i] = flagByte(facilities[i]?.[field] ?? null);
    });
    facilities.forEach(({ source, lngLat, original, issues: noticed }, i) => {
      texts[FILE * count + i] = numberOf(source.file);
      texts[SHEET * count + i] = numberOf(source.sheet);
      numbers[ROW * count + i] = source.row;
      numbers[LNG * count + i] = lngLat?.[0] ?? NaN;
      numbers[LAT * count + i] = lngLat?.[1] ?? NaN;
      const keys = Object.keys(original);
      if (!isSame(keys, headers.at(-1))) headers.push(keys);
      headersOf[i] = headers.length - 1;
      for (const key of keys) cells[cell++] = numberOf(original[key]);
      if (noticed.length > 0) issues.push([i, noticed]);
    });
    return { count, common, own, texts, numbers, flags, headers, headersOf, cells, issues };
  };
}

/** The receiver's half. Equal texts are one, and rows of one table share one hidden class. */
export function openUnpacking(): (packed: PackedFacilities) => Facility[] {
  const known: string[] = [];
  return ({ count, common, own, texts, numbers, flags, headers, headersOf, cells, issues }) => {
    for (const text of common) known.push(text);
    const textAt = (number: number): string => (number > 0 ? known[number - 1] : own[-number - 1]) as string;
    const text = (column: number, i: number): string | null => {
      const number = texts[column * count + i] as number;
      return number === 0 ? null : textAt(number);
    };
    const number = (column: number, i: number): number | null => {
      const value = numbers[column * count + i] as number;
      return Number.isNaN(value) ? null : value;
    };
    const flag = (column: number, i: number): boolean | null => {
      const byte = flags[column * count + i] as number;
      return byte === 0 ? null : byte === 2;
    };
    const blanks = headers.map(blankOf);
    const facilities: Facility[] = [];
    let cell = 0;
    for (let i = 0; i < count; i += 1) {
      const which = headersOf[i] as number;
      const original: Record<string, string> = { ...blanks[which] };
      for (const header of headers[which] as readonly string[]) original[header] = textAt(cells[cell++] as number);
      const [file, sheet, row] = [text(FILE, i) as string, text(SHEET, i), numbers[ROW * count + i] as number];
      const [lng, lat] = [numbers[LNG * count + i] as number, numbers[LAT * count + i] as number];
      // In the order of the lists above; what was packed there comes out here.
      facilities.push({
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
        lngLat: Number.isNaN(lng) ? null : [lng, lat],
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
        issues: NO_ISSUES,
      });
    }
    for (const [i, noticed] of issues) (facilities[i] as { issues: readonly Issue[] }).issues = noticed;
    return facilities;
  };
}

const NO_ISSUES: readonly Issue[] = [];

/** Buffers of a piece that cross without being copied. */
export function buffersOf({ texts, numbers, flags, headersOf, cells }: PackedFacilities): ArrayBuffer[] {
  return [texts, numbers, flags, headersOf, cells].map(({ buffer }) => buffer);
}

function flagByte(value: boolean | null): number {
  return value === null ? 0 : value ? 2 : 1;
}

function isSame(keys: readonly string[], before: readonly string[] | undefined): boolean {
  return before?.length === keys.length && keys.every((key, i) => key === before[i]);
}

/** An object with these keys, `__proto__` too, that lies in one piece: parsed ones do, and copies are made like them. */
function blankOf(keys: readonly string[]): Readonly<Record<string, string>> {
  return JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, ''])))) as Record<string, string>;
}
