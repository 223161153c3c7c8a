import type { Workbook } from '../../domain/scenario.ts';
import { workbookJson } from '../../ingest/read-workbook-json.ts';
import { emptyNameBook } from '../../policy/name-book.ts';
import { BAD, type Notes } from '../../policy/pack-reader.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { IDLE, NO_DRAFTS } from '../drafts/drafts.ts';
import { OLD_WORK_STEP, keptSteps, stepsIn } from './saved-steps.ts';

/** One tab's work as the browser keeps it: plain data, one record a tab, so that no tab writes over another's. */
export interface SavedWork {
  readonly id: string;
  readonly format: typeof SAVED_FORMAT;
  /** ISO 8601 instant. */
  readonly savedAt: string;
  readonly past: readonly Workbook[];
  readonly present: Workbook;
  readonly future: readonly Workbook[];
  /** Not in records from before the steps were numbered. */
  readonly steps?: readonly number[];
  /** Corners of an outline that was not finished. */
  readonly sketch: Drafts['pencil'] | null;
}

const SAVED_FORMAT = 1;

/** Steps back that outlive a reload; each further one makes every save larger. */
const KEPT_STEPS = 50;

export function toSaved(id: string, savedAt: string, { history, pencil }: Drafts): SavedWork {
  const { past, present, future } = history;
  return {
    id,
    format: SAVED_FORMAT,
    savedAt,
    past: past.slice(-KEPT_STEPS),
    present,
    future: future.slice(0, KEPT_STEPS),
    steps: keptSteps(history, KEPT_STEPS),
    sketch: pencil.kind === 'idle' ? null : pencil,
  };
}

/** Whether there is anything that a user would miss. */
export function isWorth({ history, pencil }: Drafts): boolean {
  return history.present.scenarios.length > 0 || history.past.length > 0 || history.future.length > 0 || pencil.kind === 'sketch';
}

/**
 * What a record holds, checked as if a stranger had written it: an older or newer version of the product may have. Steps
 * that can't be read are left out, from there to the far end; `null` when the work itself can't be read.
 */
export function fromSaved(record: unknown): { readonly id: string; readonly savedAt: string; readonly drafts: Drafts } | null {
  if (!isSaved(record)) return null;
  const present = readWorkbook(record.present);
  if (present === null) return null;
  const past = readWhile([...record.past].reverse()).reverse();
  const future = readWhile(record.future);
  const steps = stepsIn(record.steps, record.past.length + record.future.length, OLD_WORK_STEP);
  const history = { past, present, future, steps: steps.slice(record.past.length - past.length, record.past.length + future.length), group: null };
  // An outline in hand is only picked up again as a sketch: an edit's last sound state is in the work.
  const pencil = record.sketch?.kind === 'sketch' && isPointList(record.sketch.points) ? record.sketch : IDLE;
  return { id: record.id, savedAt: record.savedAt, drafts: { ...NO_DRAFTS, history, pencil, saving: { kind: 'saved', at: record.savedAt } } };
}

function isSaved(record: unknown): record is SavedWork {
  if (typeof record !== 'object' || record === null) return false;
  const { id, format, savedAt, past, future } = record as Partial<Record<keyof SavedWork, unknown>>;
  return typeof id === 'string' && format === SAVED_FORMAT && typeof savedAt === 'string' && Array.isArray(past) && Array.isArray(future);
}

function isPointList(points: unknown): boolean {
  return Array.isArray(points) && points.every((at) => Array.isArray(at) && at.length === 2 && at.every((part) => Number.isFinite(part)));
}

function readWhile(records: readonly unknown[]): Workbook[] {
  const read: Workbook[] = [];
  for (const record of records) {
    const workbook = readWorkbook(record);
    if (workbook === null) break;
    read.push(workbook);
  }
  return read;
}

function readWorkbook(record: unknown): Workbook | null {
  const notes: Notes = { problems: [], names: emptyNameBook() };
  const read = workbookJson(record, '', notes);
  return read === BAD || notes.problems.length > 0 ? null : read;
}
