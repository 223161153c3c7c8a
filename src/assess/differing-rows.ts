import type { Assessment } from './assessment.ts';
import type { ZonePatch } from './reassess-zone.ts';

const known = new WeakMap<Assessment, { readonly after: Assessment; readonly rows: Uint32Array | null }>();
const patches = new WeakMap<Assessment, { readonly before: Assessment; readonly patch: ZonePatch }>();

/** Says that an answer is an earlier one with a patch laid over it, so that nobody need look through all of it. */
export function notePatch(after: Assessment, before: Assessment, patch: ZonePatch): void {
  patches.set(after, { before, patch });
}

/**
 * Facilities of whom two answers say different things: another verdict, place or nearest source, or another outcome of any
 * rule; ascending. Margins and missing fields are not looked at. `null` when the answers are not of as many facilities
 * under the same rules, and so not comparable row by row. Some milliseconds at 100,000 facilities; next to nothing where
 * the later answer is a patch of one that the earlier was compared with.
 */
export function differingRows(before: Assessment, after: Assessment): Uint32Array | null {
  const last = known.get(before);
  if (last?.after === after) return last.rows;
  const rows = before.count === after.count && isSameLaw(before, after) ? (fromPatch(before, after, last) ?? lookThrough(before, after)) : null;
  known.set(before, { after, rows });
  return rows;
}

/** What a patch changed, or, for an answer that was compared with the one below the patch, what still differs with it. */
function fromPatch(before: Assessment, after: Assessment, last: { readonly after: Assessment; readonly rows: Uint32Array | null } | undefined): Uint32Array | null {
  const laid = patches.get(after);
  if (laid === undefined) return null;
  if (laid.before === before) return changedBy(laid.patch, before);
  if (laid.before !== last?.after || last.rows === null) return null;
  const moved = differingRows(laid.before, after);
  if (moved === null || moved.length === 0) return moved === null ? null : last.rows;
  const isMoved = new Set(moved);
  const stayed = last.rows.filter((row) => !isMoved.has(row));
  return Uint32Array.from([...stayed, ...moved.filter((row) => differsAt(before, after, row))]).sort();
}

function changedBy(patch: ZonePatch, before: Assessment): Uint32Array {
  const { rows, outcomes } = patch;
  const differs = new Uint8Array(rows.length);
  for (const column of PATCHED) {
    const [is, was] = [patch[column], before[column]];
    for (let k = 0; k < rows.length; k++) if (is[k] !== was[rows[k] as number]) differs[k] = 1;
  }
  for (let from = 0, at = 0; at < outcomes.length; from += before.count) {
    for (let k = 0; k < rows.length; k++, at++) if (outcomes[at] !== before.outcomes[from + (rows[k] as number)]) differs[k] = 1;
  }
  return rows.filter((_, k) => differs[k] === 1);
}

const PATCHED = ['duty', 'possibleDuty', 'certainty', 'deadlineRule', 'overdue'] as const;

function lookThrough(before: Assessment, after: Assessment): Uint32Array {
  const differs = new Uint8Array(after.count);
  for (const column of COLUMNS) markColumn(before[column], after[column], differs);
  markOutcomes(before, after, differs);
  let total = 0;
  for (const mark of differs) total += mark;
  const rows = new Uint32Array(total);
  for (let row = 0, k = 0; k < total; row++) if (differs[row] === 1) rows[k++] = row;
  return rows;
}

function differsAt(before: Assessment, after: Assessment, row: number): boolean {
  if (COLUMNS.some((column) => !Object.is(before[column][row], after[column][row]))) return true;
  const { count, outcomes } = after;
  for (let at = row; at < outcomes.length; at += count) if (outcomes[at] !== before.outcomes[at]) return true;
  return false;
}

const COLUMNS = ['duty', 'possibleDuty', 'certainty', 'deadlineRule', 'overdue', 'division', 'nearestEligible', 'nearestEligibleDistanceM'] as const;

type Column = Assessment[(typeof COLUMNS)[number]];

function markColumn(a: Column, b: Column, differs: Uint8Array): void {
  if (a === b) return;
  for (let row = 0; row < differs.length; row++) if (!Object.is(a[row], b[row])) differs[row] = 1;
}

/** Four outcomes at a time: there are as many as facilities times rules, and nearly all are the same. */
function markOutcomes({ outcomes: a }: Assessment, { outcomes: b }: Assessment, differs: Uint8Array): void {
  if (a === b) return;
  const count = differs.length;
  const quads = a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0 ? a.length >> 2 : 0;
  const [fourA, fourB] = [new Uint32Array(a.buffer, a.byteOffset, quads), new Uint32Array(b.buffer, b.byteOffset, quads)];
  for (let quad = 0; quad < quads; quad++) {
    if (fourA[quad] === fourB[quad]) continue;
    for (let at = quad * 4; at < quad * 4 + 4; at++) if (a[at] !== b[at]) differs[at % count] = 1;
  }
  for (let at = quads * 4; at < a.length; at++) if (a[at] !== b[at]) differs[at % count] = 1;
}

/** Answers that came over the thread wall carry copies of the rules. */
function isSameLaw({ rules: a }: Assessment, { rules: b }: Assessment): boolean {
  return a === b || (a.length === b.length && a.every(({ rule, pack }, r) => rule.id === b[r]?.rule.id && pack.id === b[r].pack.id && pack.version === b[r].pack.version));
}
