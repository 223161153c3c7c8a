import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { FACILITY_COLUMNS } from './columns/facility-columns.ts';
import { fold } from './columns/fold.ts';
import { listed } from './columns/match-columns.ts';
import { unitNames, unitOf } from './columns/units.ts';
import { parseCrs } from './datum/crs.ts';
import { isRecord, member } from './geojson.ts';
import type { ColumnChoice, Mapping } from './mapping.ts';
import { message } from './problem.ts';

/** Raised when a mapping that older readers understand would be read wrongly. */
const VERSION = 1;
const LEDGER = 'facilities';

/** A mapping of a ledger's columns as a file: what the user would have to choose again, and nothing else. */
export function writeMapping({ columns }: Mapping): string {
  const choices = columns.map(({ header, field, unit, datum }) => ({ header, field, ...(unit === null ? {} : { unit }), ...(datum === null ? {} : { datum }) }));
  return `${JSON.stringify({ mapping: VERSION, of: LEDGER, columns: choices }, null, 2)}\n`;
}

/** Reads what `writeMapping` wrote, or someone by hand; every field, unit and system is checked. */
export function readMapping(file: string, text: string): Result<Mapping, Message> {
  const invalid = (detail: string) => failed([message('error', 'mapping-invalid', { file, detail })]);
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return invalid('JSON');
  }
  if (!isRecord(root) || member(root, 'mapping') !== VERSION) return invalid('mapping');
  const list = member(root, 'columns');
  if (!Array.isArray(list)) return invalid('columns');
  const columns: ColumnChoice[] = [];
  for (const [index, raw] of (list as readonly unknown[]).entries()) {
    const choice = isRecord(raw) ? readChoice(file, raw) : null;
    if (choice === null) return invalid(`columns[${index}]`);
    if ('code' in choice) return failed([choice]);
    columns.push(choice);
  }
  return ok({ columns });
}

function readChoice(file: string, raw: Readonly<Record<string, unknown>>): ColumnChoice | Message | null {
  const header = member(raw, 'header');
  const field = member(raw, 'field') ?? null;
  const unit = member(raw, 'unit') ?? null;
  const named = member(raw, 'datum') ?? null;
  if (typeof header !== 'string' || !isTextOrNull(field) || !isTextOrNull(unit) || !isTextOrNull(named)) return null;
  const spec = FACILITY_COLUMNS.find((candidate) => candidate.field === field);
  if (field !== null && spec === undefined) {
    const fields = FACILITY_COLUMNS.map((candidate) => candidate.field).join(', ');
    return message('error', 'mapping-field-unknown', { file, header, field, fields });
  }
  const quantity = spec?.quantity;
  if (unit !== null && (quantity === undefined || unitOf(quantity, fold(unit)) === null)) {
    return message('error', 'mapping-unit-unknown', { file, header, unit, units: quantity === undefined ? '—' : listed(unitNames(quantity)) });
  }
  const datum = named === null ? null : parseCrs(named);
  if (named !== null && datum === null) return message('error', 'mapping-datum-unknown', { file, header, datum: named });
  return { header, field, unit, datum, why: 'chosen', confidence: 1, like: null };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
