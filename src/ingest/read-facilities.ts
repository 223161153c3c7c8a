import { finish, part, type Steps } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { Issue, Rejected } from '../domain/issue.ts';
import { noteSameId, noteSamePlace } from './checks/duplicates.ts';
import { noteOutsideCounty, type NamedPlace } from './checks/outside-county.ts';
import { FACILITY_COLUMNS } from './columns/facility-columns.ts';
import { openDrafts } from './facility-drafts.ts';
import { openTalk, pickWitnesses } from './ledger-talk.ts';
import { POINTS_ONLY } from './points-table.ts';
import { anchorFinder, type FacilityOptions } from './read-options.ts';
import { sheetReading, sortRecords, type Sorted } from './read-sheet.ts';
import { unusable, type Reading } from './reading.ts';
import { settlePlaces, type Draft } from './settle-places.ts';
import { openSheetSteps } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { splitGroups } from './split-groups.ts';

/** 台账: a ledger of facilities, a table or points, all at once. */
export function readFacilities(source: SourceFile, options: FacilityOptions): Reading<Facility> {
  return finish(readFacilitiesSteps(source, options));
}

/** Shares of the time that the parts take. */
const OPENED = 0.15;
const SORTED = 0.8;
const PLACED = 0.85;

/**
 * 台账: a ledger of facilities, a table or points, in steps of some 10 ms that can be left off at any of them. The rows are
 * read first and placed last, since only all positions together tell which coordinate system they are in.
 */
export function* readFacilitiesSteps(source: SourceFile, options: FacilityOptions): Steps<Reading<Facility>> {
  const opened = yield* part(openSheetSteps(source, FACILITY_COLUMNS, POINTS_ONLY, options), 0, OPENED);
  if (!opened.ok) return unusable(source, 'facilities', opened.problems);
  const sheet = opened.value;
  const talk = openTalk(source, sheet, options);
  const drafts = openDrafts(sheet, options, talk.assumedKind);
  const raw = { x: [] as number[], y: [] as number[] };
  const named: (NamedPlace | null)[] = [];
  const sorted = yield* part(
    sortRecords(sheet, drafts.build, () => {
      raw.x.push(drafts.last.x);
      raw.y.push(drafts.last.y);
      named.push(drafts.last.named);
    }),
    OPENED,
    SORTED,
  );
  const asked = talk.columnsQuestion(sorted.quarantine, sorted.rows);
  if (asked !== null) return asked;
  const anchorOf = anchorFinder(options.anchors);
  const judgement = talk.crsOf(
    pickWitnesses(sorted.accepted.length, (index) => {
      const draft = sorted.accepted[index] as Draft;
      return { x: raw.x[index] ?? NaN, y: raw.y[index] ?? NaN, divisionCode: draft.divisionCode, anchor: anchorOf(draft.id, draft.name, draft.enterprise) };
    }),
  );
  if (judgement.kind === 'asks') return judgement.reading;
  const { finding } = judgement;
  const misplaced = yield* part(settlePlaces(sorted.accepted, raw, finding, sheet), SORTED, PLACED);
  const kept = withoutMisplaced(sorted, misplaced);
  yield* part(check(kept.accepted, misplaced.size === 0 ? named : named.filter((_, index) => !misplaced.has(index)), options), PLACED, 1);
  const read: Reading<Facility> = sheetReading(source, 'facilities', { ...sheet, given: finding.crs }, kept);
  return {
    ...read,
    accepted: options.groups === 'split' ? splitGroups(read.accepted) : read.accepted,
    messages: [...read.messages, ...talk.remarks, ...judgement.messages],
    crs: finding,
  };
}

/** Rows whose position can't be in the file's system join the others that were set aside, in the order of the file. */
function withoutMisplaced(sorted: Sorted<Draft>, misplaced: ReadonlyMap<number, Rejected>): Sorted<Draft> {
  if (misplaced.size === 0) return sorted;
  const quarantine = [...sorted.quarantine, ...misplaced.values()].sort((a, b) => a.row - b.row);
  return { ...sorted, quarantine, accepted: sorted.accepted.filter((_, index) => !misplaced.has(index)) };
}

/** What only all facilities together show, noted on each that it concerns. */
function* check(drafts: readonly Draft[], named: readonly (NamedPlace | null)[], { divisions }: FacilityOptions): Steps<void> {
  const note = (index: number, issue: Issue): void => {
    const draft = drafts[index];
    if (draft !== undefined) draft.issues = [...draft.issues, issue];
  };
  yield* part(noteOutsideCounty(drafts, named, divisions, note), 0, 0.5);
  yield* part(noteSameId(drafts, note), 0.5, 0.75);
  yield* part(noteSamePlace(drafts, note), 0.75, 1);
}
