import type { Change as VerdictChange } from '../assess/change.ts';
import type { Verdict } from '../assess/assessment.ts';
import type { Tally } from '../assess/summary.ts';
import type { Message, Rejected } from '../domain/issue.ts';
import type { MultiPolygon } from '../domain/place.ts';
import type { InputFile } from '../domain/project.ts';
import type { Change, Likeness } from '../ingest/compare-ledgers.ts';
import type { CrsCandidate, CrsFinding } from '../ingest/datum/judge-crs.ts';
import type { Encoding } from '../ingest/decode.ts';
import type { DataKind, KindGuess, Noticed } from '../ingest/layer-kind.ts';
import type { Mapping } from '../ingest/mapping.ts';
import type { PackProblem } from '../policy/pack-problem.ts';
import type { Bilingual } from '../policy/rule.ts';
import type { ProjectProblem } from '../text/project-file.ts';

/** Rows of each list that cross the wall to be shown; the others stay behind until they are fetched. */
export const MOST_LISTED = 500;

/** The first rows of a table as they stand. */
export interface TableSample {
  /** Names of the columns, each its own. */
  readonly header: readonly string[];
  /** At most ten. */
  readonly rows: readonly (readonly string[])[];
}

/** What one coordinate system would make of a file. */
export interface CrsChoice extends CrsCandidate {
  /** `null` until it has been worked out, or where the file is too large to try. */
  readonly verdicts: CandidateVerdicts | null;
}

export interface CandidateVerdicts {
  readonly closing: Tally;
  /** Verdicts that differ from what the first candidate of the list makes of the same facilities. */
  readonly moved: number;
  readonly first: readonly MovedFacility[];
}

export interface MovedFacility {
  readonly name: string;
  readonly enterprise: string | null;
  /** `null` where the ledger before (or after) does not have it. */
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly change: VerdictChange;
}

/** A zone that crosses itself, and what it would be cut there. */
export interface RepairProposal {
  readonly zone: string;
  readonly before: MultiPolygon;
  readonly after: MultiPolygon;
  readonly areaBeforeM2: number;
  readonly areaAfterM2: number;
}

/** What only a person can answer before the file can be used. */
export type ImportQuestion =
  /** The first lines of the text in each encoding. */
  | { readonly kind: 'encoding'; readonly samples: readonly { readonly encoding: Encoding; readonly text: string }[] }
  /** Several can be chosen: they are read one by one and stand together. */
  | { readonly kind: 'sheet'; readonly sheets: readonly string[] }
  | { readonly kind: 'what'; readonly guess: KindGuess; readonly sample: TableSample | null }
  /** `mapping` is what the columns are taken for; `contradicting` two that say different things of one field. */
  | { readonly kind: 'columns'; readonly what: DataKind; readonly mapping: Mapping; readonly sample: TableSample; readonly contradicting: readonly string[] }
  | { readonly kind: 'crs'; readonly what: DataKind; readonly candidates: readonly CrsChoice[] }
  | { readonly kind: 'repair'; readonly zones: readonly RepairProposal[] };

/** What became of a file. */
export type ImportResult =
  | {
      readonly kind: 'data';
      readonly what: DataKind;
      /** With its counts: accepted + quarantined + ignored = rows. */
      readonly input: InputFile;
      readonly mapping: Mapping | null;
      readonly sample: TableSample | null;
      readonly crs: CrsFinding | null;
      /** At most `MOST_LISTED` of each; the counts stand in `input`. */
      readonly quarantine: readonly Rejected[];
      readonly ignored: readonly Rejected[];
      readonly noticed: readonly Noticed[];
      readonly messages: readonly Message[];
    }
  | { readonly kind: 'project'; readonly facilities: number; readonly zones: number; readonly scenarios: number; readonly asOf: string; readonly product: string }
  | { readonly kind: 'policy'; readonly id: string; readonly title: Bilingual }
  | { readonly kind: 'mapping'; readonly mapping: Mapping };

/** Why a file can't be used. */
export type ImportRefusal =
  | { readonly kind: 'messages'; readonly messages: readonly Message[] }
  | { readonly kind: 'project'; readonly problems: readonly ProjectProblem[] }
  | { readonly kind: 'policy'; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'json'; readonly sentence: Bilingual };

/** A facility that both ledgers have and that is not the same in them. */
export interface ChangedFacility {
  readonly name: string;
  readonly enterprise: string | null;
  readonly by: Likeness;
  readonly changes: readonly Change[];
}

export interface NamedFacility {
  readonly name: string;
  readonly enterprise: string | null;
}

/** What the files would change in today's project; lists hold at most `MOST_LISTED`. */
export interface ImportDifference {
  /** `null` where no ledger is among the files. Of one that is added, `changed` and `same` would stand twice, and nothing is missing. */
  readonly ledger: {
    readonly added: number;
    readonly missing: number;
    readonly changed: number;
    readonly same: number;
    readonly firstAdded: readonly NamedFacility[];
    readonly firstMissing: readonly NamedFacility[];
    readonly firstChanged: readonly ChangedFacility[];
  } | null;
  readonly verdicts: {
    readonly byChange: Readonly<Record<VerdictChange, number>>;
    readonly first: readonly MovedFacility[];
    readonly closingBefore: Tally;
    readonly closingAfter: Tally;
  };
}
