import type { IsoDay } from '../domain/place.ts';
import type { BoundRule } from './assessment.ts';
import type { Columns } from './columns.ts';
import type { Relations } from './relations.ts';
import { relate } from './relations.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import type { SourceHearing } from './source-hearing.ts';
import type { Evidence } from '../policy/evidence.ts';

/** Which heat sources count, per source set (by `scopedId`), as a column of truths over the sources. */
export interface SourceEligibility {
  readonly bySet: ReadonlyMap<string, Uint8Array>;
  /** Whether each source counts for any set of the book. */
  readonly any: Uint8Array;
  /** What was looked at, for one source and one set. */
  readonly why: (set: string, source: number) => readonly Evidence[];
  /** Every condition of every set, and of every further demand, with its own answer. */
  readonly hear: (source: number) => SourceHearing;
}

/** Demands past their own day, per row of a frame. */
export interface LateDemands {
  /** Whether any demand on the row is late. */
  readonly truths: Uint8Array;
  /** The demand that carries the truth, the earliest day first; `null` when none is late. */
  readonly demandAt: (row: number) => (BoundRule & { readonly day: IsoDay }) | null;
  /** What is missing to tell. */
  readonly missingAt: (row: number) => readonly string[];
}

/** A range of records under judgement: `row` 0 of the frame is record `from` of its columns. */
export interface Frame {
  readonly scene: Scene;
  readonly book: RuleBook;
  readonly columns: Columns;
  readonly from: number;
  readonly to: number;
  readonly relations: Relations;
  /** Which heat sources count, per source set; `null` while that very question is being worked out. */
  readonly eligibility: SourceEligibility | null;
  /** Demands past their day; `null` until the rules that do not ask for them are judged. */
  readonly late: LateDemands | null;
  /** Every part of a test is judged, also those that cannot change the answer: somebody will ask for them. */
  readonly thorough: boolean;
  /** Under this key `judge` keeps what it has answered already; a copy of the frame shares it. */
  readonly answers: object;
}

/** @param relations those of the same records, when they are known already. */
export function facilityFrame(scene: Scene, book: RuleBook, eligibility: SourceEligibility, from: number, to: number, relations?: Relations): Frame {
  const columns = scene.facilities;
  const reach = { reachM: book.reachM, counts: eligibility.any };
  return { scene, book, columns, from, to, relations: relations ?? relate(scene, columns, from, to, reach), eligibility, late: null, thorough: false, answers: {} };
}

export function sourceFrame(scene: Scene, book: RuleBook): Frame {
  const columns = scene.sources;
  return { scene, book, columns, from: 0, to: columns.count, relations: relate(scene, columns, 0, columns.count, null), eligibility: null, late: null, thorough: true, answers: {} };
}

/** Which heat sources count for a set, by `scopedId`. */
export function eligibilityIn({ eligibility }: Frame, set: string): Uint8Array {
  const truths = eligibility?.bySet.get(set);
  if (truths === undefined) throw new Error(`eligibilityIn: got source set ${set}, which no open pack has`);
  return truths;
}
