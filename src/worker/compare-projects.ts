import { assessing } from '../assess/assess.ts';
import type { Assessment, Verdict } from '../assess/assessment.ts';
import { CHANGES, changeOf, type Change } from '../assess/change.ts';
import { openRuleBook } from '../assess/rule-book.ts';
import { sceneSteps } from '../assess/scene.ts';
import { add, EMPTY, type Tally } from '../assess/summary.ts';
import { verdictOf } from '../assess/verdict.ts';
import type { Facility } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import { addLedger } from '../ingest/add-ledger.ts';
import { compareLedgers, type LedgerDifference } from '../ingest/compare-ledgers.ts';
import type { Reading } from '../ingest/reading.ts';
import { part, type Steps } from '../base/steps.ts';
import type { Law } from './import-protocol.ts';
import { letGo } from './let-go.ts';
import { MOST_LISTED, type CandidateVerdicts, type ImportDifference, type MovedFacility, type NamedFacility } from './import-results.ts';

export function* assessProject(project: Project, { packs, asOf, choices }: Law): Steps<Assessment> {
  const scene = yield* part(sceneSteps(project), 0, 0.3);
  const assessment = yield* part(assessing(scene, openRuleBook(packs, asOf, choices)) as Steps<Assessment>, 0.3, 1);
  letGo(scene);
  return assessment;
}

/** A project with its answer. */
export interface Judged {
  readonly project: Project;
  readonly assessment: Assessment;
}

/** How ledgers come: in the place of today's, or on top of it, with what was chosen for facilities that both have. */
export type Arriving = { readonly kind: 'replacing' } | { readonly kind: 'adding'; readonly ledgers: readonly Pick<Reading<Facility>, 'accepted' | 'doubles'>[] };

/**
 * What becomes of ledger and verdicts. A ledger that replaces is held against the old one facility by facility; one that is
 * added, too, since what both have would then stand twice.
 */
export function* comparingSteps(before: Judged, after: Project, law: Law, arriving: Arriving): Steps<ImportDifference> {
  const is: Judged = { project: after, assessment: yield* part(assessProject(after, law), 0, 0.8) };
  const [olds, news] = [before.project.facilities, after.facilities];
  const difference = arriving.kind === 'replacing' ? compareLedgers(olds, news) : null;
  const ledger = difference === null ? shownAdded(olds, arriving) : shown(difference, olds, news);
  yield 0.9;
  const byChange = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<Change, number>;
  const first: MovedFacility[] = [];
  for (const [old, young] of pairsOf(difference, olds.length, news.length)) {
    const [was, now] = [old === null ? null : verdictOf(before.assessment, old), young === null ? null : verdictOf(is.assessment, young)];
    const change = changeOf(was, now);
    byChange[change] += 1;
    const facility = young === null ? olds[old ?? -1] : news[young];
    if (change !== 'unchanged' && first.length < MOST_LISTED && facility !== undefined) first.push({ ...named(facility), before: was, after: now, change });
  }
  const verdicts = { byChange, first, closingBefore: closing(before), closingAfter: closing(is) };
  letGo(is.assessment);
  return { ledger, verdicts };
}

/** The ledgers that arrive one after the other, each held against what is there by then; `null` where none does. */
function shownAdded(olds: readonly Facility[], arriving: Arriving): ImportDifference['ledger'] {
  if (arriving.kind === 'replacing' || arriving.ledgers.length === 0) return null;
  let facilities = olds;
  return arriving.ledgers
    .map(({ accepted, doubles = 'add' }) => {
      const added = addLedger(facilities, accepted, doubles);
      const part = shown(added.difference, facilities, accepted);
      facilities = added.facilities;
      return part;
    })
    .reduce((sum, part) => ({
      added: sum.added + part.added,
      missing: 0,
      changed: sum.changed + part.changed,
      same: sum.same + part.same,
      firstAdded: [...sum.firstAdded, ...part.firstAdded].slice(0, MOST_LISTED),
      firstMissing: [],
      firstChanged: [...sum.firstChanged, ...part.firstChanged].slice(0, MOST_LISTED),
    }));
}

/** Facilities of both sides once, by their numbers; what is added comes behind what was there. */
function* pairsOf(difference: LedgerDifference | null, olds: number, news: number): Generator<readonly [number | null, number | null]> {
  if (difference === null) {
    for (let i = 0; i < Math.max(olds, news); i += 1) yield [i < olds ? i : null, i < news ? i : null];
    return;
  }
  for (const { before, after } of [difference.changed, difference.same].flat()) yield [before, after];
  for (const after of difference.added) yield [null, after];
  for (const before of difference.missing) yield [before, null];
}

function shown({ added, missing, changed, same }: LedgerDifference, olds: readonly Facility[], news: readonly Facility[]): NonNullable<ImportDifference['ledger']> {
  const namesOf = (indices: readonly number[], of: readonly Facility[]): readonly NamedFacility[] =>
    indices.slice(0, MOST_LISTED).flatMap((index) => (of[index] === undefined ? [] : [named(of[index])]));
  return {
    added: added.length,
    missing: missing.length,
    changed: changed.length,
    same: same.length,
    firstAdded: namesOf(added, news),
    firstMissing: namesOf(missing, olds),
    firstChanged: changed.slice(0, MOST_LISTED).flatMap(({ after, by, changes }) => (news[after] === undefined ? [] : [{ ...named(news[after]), by, changes }])),
  };
}

function named({ name, enterprise }: Facility): NamedFacility {
  return { name, enterprise };
}

function closing({ project, assessment }: Judged): Tally {
  return project.facilities.reduce((sum, facility, i) => (verdictOf(assessment, i).duty === 'close' ? add(sum, facility) : sum), EMPTY);
}

/** Moved verdicts that a small list shows. */
const MOST_CANDIDATE = 50;

/** What a coordinate system makes of a file, against what another, `base`, makes of the same rows. */
export function candidateVerdicts(base: Judged, own: Judged): CandidateVerdicts {
  const before = new Map<string, Verdict>(base.project.facilities.map((facility, i) => [rowKey(facility), verdictOf(base.assessment, i)]));
  let moved = 0;
  const first: MovedFacility[] = [];
  for (const [i, facility] of own.project.facilities.entries()) {
    const [was, now] = [before.get(rowKey(facility)) ?? null, verdictOf(own.assessment, i)];
    const change = changeOf(was, now);
    if (change === 'unchanged') continue;
    moved += 1;
    if (first.length < MOST_CANDIDATE) first.push({ ...named(facility), before: was, after: now, change });
  }
  return { closing: closing(own), moved, first };
}

function rowKey({ id, source }: Facility): string {
  return `${String(source.row)} ${id}`;
}
