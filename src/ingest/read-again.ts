import type { Rejected } from '../domain/issue.ts';
import type { Facility } from '../domain/facility.ts';
import type { FacilityOptions } from './read-options.ts';
import { readFacilities } from './read-facilities.ts';
import type { Reading } from './reading.ts';
import type { SourceFile } from './source-file.ts';

/** A corrected cell of a row that was set aside. */
export interface Correction {
  /** The column, as the row's `original` names it. */
  readonly column: string;
  readonly value: string;
}

/**
 * Reads a row that was set aside again, with corrected cells: accepted now, or set aside with what is still wrong. It is read
 * as its file was: give the file's own answers, above all its coordinate system with the order of its axes (`Reading.crs`) and
 * its mapping, since one row tells none of them. The row keeps its file, sheet and number, and in `original` its cells as they came.
 */
export function readAgain(rejected: Rejected, corrections: readonly Correction[], options: FacilityOptions): Facility | Rejected {
  const again = readRowAgain(rejected, corrections, (file) => readFacilities(file, { ...options, crs: options.crs ?? 'wgs84', sheet: '' }));
  if (!again.ok) return again.rejected;
  const { value } = again;
  const id = value.id === '#1' ? `#${rejected.row}` : value.id;
  return { ...value, id, name: value.name === '#1' ? id : value.name, source: sourceOf(rejected), original: rejected.original };
}

type Again<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejected: Rejected };

/** A row of any table read again as a table of its own. */
export function readRowAgain<T>(rejected: Rejected, corrections: readonly Correction[], read: (file: SourceFile) => Reading<T>): Again<T> {
  const corrected = new Map(corrections.map(({ column, value }) => [column, value]));
  const entries = Object.entries(rejected.original);
  const keys = [...new Set([...entries.map(([key]) => key), ...corrected.keys()])];
  const cells = keys.map((key) => corrected.get(key) ?? (Object.hasOwn(rejected.original, key) ? (rejected.original[key] ?? '') : ''));
  const content = { kind: 'grids', grids: [{ sheet: '', lines: [{ cells: keys }, { cells }] }], messages: [] } as const;
  const { accepted, quarantine, ignored, messages } = read({ name: rejected.file, bytes: new Uint8Array(), sha256: '', content });
  const [value] = accepted;
  if (value !== undefined) return { ok: true, value };
  const [still] = [...quarantine, ...ignored];
  if (still !== undefined) return { ok: false, rejected: { ...still, ...sourceOf(rejected), original: rejected.original } };
  const [why] = messages;
  return { ok: false, rejected: { ...rejected, code: why?.code ?? rejected.code, params: why?.params ?? rejected.params } };
}

function sourceOf({ file, sheet, row }: Rejected): Facility['source'] {
  return { file, ...(sheet === undefined ? {} : { sheet }), row };
}
