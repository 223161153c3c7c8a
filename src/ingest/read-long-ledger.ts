import { part, type Steps } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import { FACILITY_COLUMNS } from './columns/facility-columns.ts';
import { openDrafts } from './facility-drafts.ts';
import { openTalk, pickWitnesses, type LedgerTalk, type WrittenPlace } from './ledger-talk.ts';
import { POINTS_ONLY } from './points-table.ts';
import { anchorFinder, type FacilityOptions } from './read-options.ts';
import { passRecords, sheetReading } from './read-sheet.ts';
import { unusable, type Reading } from './reading.ts';
import type { Row } from './row.ts';
import { blameCell, openSettling, type Draft, type Placing } from './settle-places.ts';
import { openSheetSteps, type Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { splitGroups } from './split-groups.ts';

/** A ledger that is read anew whenever its facilities are wanted, and never held as a whole. */
export interface LongLedger {
  /** What became of its rows; the accepted are counted, and not listed. */
  readonly reading: Reading<Facility>;
  /**
   * Its facilities in the order of the file, some at a time, without the remarks that only all of them together show (an id
   * or a place given twice) or that outlines of divisions do.
   */
  readonly inStretches: (most: number) => Generator<Stretch, void>;
}

export interface Stretch {
  readonly facilities: readonly Facility[];
  /** How much of the file is passed, 0 to 1. */
  readonly share: number;
}

/** Bytes of text that are decoded at a time. */
const PIECE_BYTES = 1024 * 1024;
const OPENED = 0.1;

/**
 * Reads a ledger through once for all that only the whole file tells, above all which coordinate system it is in. Its rows
 * are then as good as read by `readFacilitiesSteps`, in a fraction of the memory and more of the time: each is read twice.
 *
 * @param openVisit called before a walk over the file; what it returns hears of each facility. Where the system turns out to
 *   be another than was supposed, there is a second walk, and only that counts.
 */
export function* readLongLedgerSteps(source: SourceFile, options: FacilityOptions, openVisit: () => (facility: Facility) => void): Steps<LongLedger> {
  const nothing = (reading: Reading<Facility>): LongLedger => ({ reading, *inStretches() {} });
  const opened = yield* part(openSheetSteps(source, FACILITY_COLUMNS, POINTS_ONLY, { pieceBytes: PIECE_BYTES, ...options }), 0, OPENED);
  if (!opened.ok) return nothing(unusable(source, 'facilities', opened.problems));
  const sheet = opened.value;
  const talk = openTalk(source, sheet, options);
  const ledger: Ledger = { sheet, options, talk };

  const found = yield* part(survey(ledger, openVisit), OPENED, 1);
  if (found.kind === 'asks') return nothing(found.reading);
  const { finding, messages, passed: { rows, quarantine, ignored, count } } = found;
  const reading: Reading<Facility> = sheetReading(source, 'facilities', { ...sheet, given: finding.crs }, { rows, accepted: [], quarantine, ignored }, count);
  return { reading: { ...reading, messages: [...reading.messages, ...talk.remarks, ...messages], crs: finding }, inStretches: (most) => inStretches(ledger, finding, most) };
}

interface Ledger {
  readonly sheet: Sheet<FacilityField>;
  readonly options: FacilityOptions;
  readonly talk: LedgerTalk;
}

/** What the whole file tells: what its positions are in, and which rows are set aside. */
function* survey(ledger: Ledger, openVisit: () => (facility: Facility) => void) {
  const { sheet, options, talk } = ledger;
  const supposed: Placing = { crs: sheet.given ?? sheet.stated ?? 'wgs84', isSwapped: false };
  const [x, y, codes, anchors]: [number[], number[], (string | null)[], WrittenPlace['anchor'][]] = [[], [], [], []];
  const anchorOf = anchorFinder(options.anchors);
  // Known places are asked only where nobody says what the positions are in.
  const isAnchored = sheet.given === null && (options.anchors ?? []).length > 0;
  const note = (draft: Draft, first: number, second: number): void => {
    x.push(first);
    y.push(second);
    codes.push(draft.divisionCode);
    if (isAnchored) anchors.push(anchorOf(draft.id, draft.name, draft.enterprise));
  };
  const passed = yield* walk(ledger, supposed, openVisit(), note);
  const asked = talk.columnsQuestion(passed.quarantine, passed.rows);
  if (asked !== null) return { kind: 'asks', reading: asked } as const;
  const placeAt = (index: number): WrittenPlace => ({ x: x[index] ?? NaN, y: y[index] ?? NaN, divisionCode: codes[index] ?? null, anchor: anchors[index] ?? null });
  const judgement = talk.crsOf(pickWitnesses(x.length, placeAt));
  if (judgement.kind === 'asks') return judgement;
  const { finding, messages } = judgement;
  const isRight = finding.crs === supposed.crs && !finding.isSwapped;
  return { kind: 'found', finding, messages, passed: isRight ? passed : yield* walk(ledger, finding, openVisit()) } as const;
}

/** One walk over the file: every row is read, placed and passed on. @param note hears of each position as it is written, whether or not it can be right. */
function* walk({ sheet, options, talk }: Ledger, placing: Placing, visit: (facility: Facility) => void, note?: (draft: Draft, x: number, y: number) => void) {
  const drafts = openDrafts(sheet, options, talk.assumedKind);
  const settle = openSettling(placing, sheet.table.isGeoJson);
  const build = (row: Row<FacilityField>): Draft => {
    const draft = drafts.build(row);
    if (row.faults.length > 0) return draft;
    const { x, y } = drafts.last;
    note?.(draft, x, y);
    if (!settle(draft, x, y)) blameCell(row, x, y, placing);
    return draft;
  };
  let count = 0;
  const sorted = yield* passRecords(sheet, build, (draft) => {
    count += 1;
    if (options.groups === 'split' && draft.count !== 1) splitGroups([draft]).forEach(visit);
    else visit(draft);
  });
  return { ...sorted, count };
}

function* inStretches(ledger: Ledger, finding: Placing, most: number): Generator<Stretch, void> {
  let facilities: Facility[] = [];
  const steps = walk(ledger, finding, (facility) => facilities.push(facility));
  for (;;) {
    const step = steps.next();
    const isOver = step.done === true;
    const share = isOver ? 1 : step.value;
    let from = 0;
    for (; facilities.length - from >= most; from += most) yield { facilities: facilities.slice(from, from + most), share };
    if (from > 0) facilities = facilities.slice(from);
    if (!isOver) continue;
    if (facilities.length > 0) yield { facilities, share };
    return;
  }
}
