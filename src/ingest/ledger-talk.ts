import type { Facility, FacilityKind } from '../domain/facility.ts';
import type { Message, Rejected } from '../domain/issue.ts';
import { BOILER_HINT, type FacilityField } from './columns/facility-columns.ts';
import type { Witness } from './datum/judge-crs.ts';
import { message } from './problem.ts';
import type { FacilityOptions } from './read-options.ts';
import { unusable, type Reading } from './reading.ts';
import { settleCrs, type SettledCrs } from './settle-crs.ts';
import type { Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';

/** Columns without which most rules end in "unknown". */
const WANTED = ['fuel', 'capacityTph', 'use', 'status'] as const satisfies readonly FacilityField[];

/** What is found out, asked and said of a ledger as a whole. */
export interface LedgerTalk {
  /** What its rows are where no column says so. */
  readonly assumedKind: FacilityKind | null;
  /** A reading that asks which of two columns is meant, if they contradict each other. */
  readonly columnsQuestion: (quarantine: readonly Rejected[], rows: number) => Reading<Facility> | null;
  /** The system of the positions, or a reading that asks for it. */
  readonly crsOf: (witnesses: readonly Witness[]) => Extract<SettledCrs, { kind: 'found' }> | { readonly kind: 'asks'; readonly reading: Reading<Facility> };
  readonly remarks: readonly Message[];
}

export function openTalk(source: SourceFile, sheet: Sheet<FacilityField>, options: FacilityOptions): LedgerTalk {
  const { file, mapping } = sheet;
  const boilerColumn = sheet.columns.has('kind') ? null : boilerHint(sheet);
  return {
    assumedKind: boilerColumn === null ? null : 'boiler',
    columnsQuestion: (quarantine, rows) => {
      const contradicting = contradictingColumns(quarantine, rows);
      if (contradicting === null) return null;
      const { columns } = contradicting;
      const asked = message('error', 'columns-question', { file, columns: columns.join(', '), rows: contradicting.rows });
      return { ...unusable(source, 'facilities', [asked]), mapping, question: { kind: 'columns', file, columns } };
    },
    crsOf: (witnesses) => {
      const settled = settleCrs(file, witnesses, sheet, options);
      if (settled.kind === 'found') return settled;
      return { kind: 'asks', reading: { ...unusable(source, 'facilities', settled.messages), mapping, question: settled.question } };
    },
    remarks: remarks(sheet, boilerColumn),
  };
}

/** Positions that are tried on the map, evenly picked. */
const MOST_WITNESSES = 4000;

/** A position as it is written (NaN without one), beside the division that its row names. */
export interface WrittenPlace {
  readonly x: number;
  readonly y: number;
  readonly divisionCode: string | null;
  readonly anchor: Witness['anchor'];
}

/** Some of `count` places, evenly picked, of which the coordinate system is judged. */
export function pickWitnesses(count: number, placeAt: (index: number) => WrittenPlace): readonly Witness[] {
  const found: Witness[] = [];
  const step = Math.max(1, Math.ceil(count / MOST_WITNESSES));
  for (let index = 0; index < count; index += step) {
    const place = placeAt(index);
    if (!Number.isNaN(place.x)) found.push(place);
  }
  return found;
}

/** Two columns that are taken for the same but differ in most rows are not the same: which is meant? */
function contradictingColumns(quarantine: readonly Rejected[], rows: number): { readonly columns: readonly string[]; readonly rows: number } | null {
  const counts = new Map<string, { readonly columns: readonly string[]; rows: number }>();
  for (const { code, column = '', params } of quarantine) {
    const other = String(params['other'] ?? '');
    if (code !== 'columns-disagree' || other === '' || other === column) continue;
    const key = JSON.stringify([column, other]);
    const count = counts.get(key) ?? { columns: [column, other], rows: 0 };
    count.rows += 1;
    counts.set(key, count);
  }
  return [...counts.values()].find((count) => count.rows >= LEAST_CONTRADICTIONS && count.rows * 2 > rows) ?? null;
}

const LEAST_CONTRADICTIONS = 3;

/** The header that shows that the table is about boilers. */
function boilerHint({ table, columns }: Sheet<FacilityField>): string | null {
  const hint = table.header.find((header) => BOILER_HINT.test(header));
  const inSteam = columns.get('capacityTph')?.find(({ unit, unitAssumed }) => unit?.name === 't/h' && !unitAssumed);
  return hint ?? inSteam?.header ?? null;
}

function remarks({ file, table, columns }: Sheet<FacilityField>, boilerColumn: string | null): readonly Message[] {
  const missing: string[] = WANTED.filter((field) => !columns.has(field));
  if (!columns.has('kind') && boilerColumn === null) missing.unshift('kind');
  if (!columns.has('county') && !columns.has('divisionCode')) missing.push('divisionCode');
  const isPlaced = columns.has('lngLat') || (columns.has('lon') && columns.has('lat')) || (columns.has('lonDeg') && columns.has('latDeg'));
  if (!table.isGeoJson && !isPlaced) missing.push('lon', 'lat');
  return [
    ...(boilerColumn === null ? [] : [message('info', 'kind-assumed-boiler', { file, column: boilerColumn })]),
    ...(missing.length === 0 ? [] : [message('info', 'columns-missing', { file, fields: missing.join(', ') })]),
  ];
}
