import type { Rejected } from '../domain/issue.ts';
import type { Facility } from '../domain/facility.ts';
import type { FacilityOptions } from './read-options.ts';
import { readFacilities } from './read-facilities.ts';
import type { Reading } from './reading.ts';

/** A corrected cell of a row that was set aside. */
export interface Correction {
  /** The column, as the row's `original` names it. */
  readonly column: string;
  readonly value: string;
}

/**
 * Reads a row that was set aside again, with corrected cells: accepted now, or set aside with what is still wrong. It is read
 * as its file was: give the file's own answers, above all its coordinate system (`Reading.crs`) and its mapping, since one row tells
 * neither. The row keeps its file, sheet and number, and in `original` its cells as they came.
 */
export function readAgain(rejected: Rejected, corrections: readonly Correction[], options: FacilityOptions): Facility | Rejected {
  const corrected = new Map(corrections.map(({ column, value }) => [column, value]));
  const entries = Object.entries(rejected.original);
  const keys = [...new Set([...entries.map(([key]) => key), ...corrected.keys()])];
  const cells = keys.map((key) => corrected.get(key) ?? (Object.hasOwn(rejected.original, key) ? (rejected.original[key] ?? '') : ''));
  const content = { kind: 'grids', grids: [{ sheet: '', lines: [{ cells: keys }, { cells }] }], messages: [] } as const;
  const read: Reading<Facility> = readFacilities({ name: rejected.file, bytes: new Uint8Array(), sha256: '', content }, { ...options, crs: options.crs ?? 'wgs84', sheet: '' });
  const source = { file: rejected.file, ...(rejected.sheet === undefined ? {} : { sheet: rejected.sheet }), row: rejected.row };
  const [facility] = read.accepted;
  if (facility !== undefined) {
    const id = facility.id === '#1' ? `#${rejected.row}` : facility.id;
    return { ...facility, id, name: facility.name === '#1' ? id : facility.name, source, original: rejected.original };
  }
  const [still] = [...read.quarantine, ...read.ignored];
  if (still !== undefined) return { ...still, ...source, original: rejected.original };
  const [why] = read.messages;
  return { ...rejected, code: why?.code ?? rejected.code, params: why?.params ?? rejected.params };
}
