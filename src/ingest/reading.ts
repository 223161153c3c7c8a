import type { Message, Rejected } from '../domain/issue.ts';
import type { InputFile } from '../domain/project.ts';
import type { SkippedZone } from '../domain/zone.ts';
import type { Doubles } from './add-ledger.ts';
import type { Crs } from './datum/crs.ts';
import type { CrsFinding } from './datum/judge-crs.ts';
import type { Mapping } from './mapping.ts';
import type { Question } from './question.ts';
import { sha256Hex } from './sha256.ts';
import type { SourceFile } from './source-file.ts';

/**
 * What became of one file. Nothing is dropped in silence: accepted + quarantined + ignored = rows.
 * `usable` is false when nothing could be read; then `messages` holds the error that says why.
 */
export interface Reading<T> {
  readonly accepted: readonly T[];
  readonly quarantine: readonly Rejected[];
  readonly ignored: readonly Rejected[];
  /** Zones only: those of `quarantine`, as zones. */
  readonly skipped: readonly SkippedZone[];
  readonly messages: readonly Message[];
  readonly input: InputFile;
  readonly usable: boolean;
  /** What was made of the columns of a table; absent for areas. */
  readonly mapping?: Mapping;
  /** How the coordinate system was found; absent where there are no positions. */
  readonly crs?: CrsFinding;
  /** Ledgers only: what becomes of facilities that the present ledger has too, where this one is added to it. */
  readonly doubles?: Doubles;
  /** What must be answered before the file can be used; absent when nothing must. */
  readonly question?: Question;
}

/** What the manifest says of a file beyond its bytes and counts. */
export interface Nature {
  readonly encoding: string;
  readonly crs: Crs;
}

interface Outcome<T> extends Partial<Pick<Reading<T>, 'accepted' | 'quarantine' | 'ignored' | 'skipped' | 'messages'>> {
  /** Records that were accepted and passed on one by one: they are counted, and not held. */
  readonly passedOn?: number;
}

const PLAIN: Nature = { encoding: 'utf-8', crs: 'wgs84' };

/** A reading of `rows` records; the counts of the manifest are taken from the lists themselves. */
export function reading<T>(file: SourceFile, kind: InputFile['kind'], rows: number, outcome: Outcome<T>, nature: Nature = PLAIN, crs?: CrsFinding): Reading<T> {
  const { accepted = [], quarantine = [], ignored = [], skipped = [], messages = [], passedOn = 0 } = outcome;
  const count = accepted.length + passedOn;
  if (count + quarantine.length + ignored.length !== rows) {
    throw new Error(
      `reading ${file.name}: got ${count} accepted + ${quarantine.length} quarantined + ${ignored.length} ignored, expected ${rows} rows`,
    );
  }
  if (kind === 'zones' && skipped.length !== quarantine.length) {
    throw new Error(`reading ${file.name}: got ${skipped.length} skipped zones, expected the ${quarantine.length} of the quarantine`);
  }
  const input: InputFile = {
    name: file.name,
    sha256: file.sha256 ?? sha256Hex(file.bytes),
    bytes: file.bytes.length,
    kind,
    encoding: nature.encoding,
    crs: nature.crs,
    rows,
    accepted: count,
    quarantined: quarantine.length,
    ignored: ignored.length,
  };
  const read = { accepted, quarantine, ignored, skipped, messages: [...(file.remarks ?? []), ...messages], input, usable: true };
  return crs === undefined ? read : { ...read, crs };
}

/** A file of which nothing can be read, or not before a question is answered. */
export function unusable<T>(file: SourceFile, kind: InputFile['kind'], messages: readonly Message[], question?: Question): Reading<T> {
  const none = { ...reading<T>(file, kind, 0, { messages }), usable: false };
  return question === undefined ? none : { ...none, question };
}
