import { assertNever } from '../base/assert-never.ts';
import type { Condition } from '../policy/condition.ts';
import { nodesOf } from '../policy/conditions.ts';
import type { NamedList, RulePack } from '../policy/rule.ts';
import { flagPredicate, numberPredicate, wordPredicate } from './predicates/attributes.ts';
import { divisionPredicate } from './predicates/division.ts';
import { listPredicate, ownUnitPredicate, parkPredicate, undecidedPredicate } from './predicates/membership.ts';
import { overduePredicate } from './predicates/overdue.ts';
import type { Predicate } from './predicates/predicate.ts';
import { reachPredicate } from './predicates/reach.ts';
import { zonePredicate } from './predicates/zone.ts';
import { scopedId } from './rule-book.ts';

/** A condition ready to be judged: the same tree, with a predicate at each leaf. */
export type Test =
  | { readonly op: 'all' | 'any'; readonly parts: readonly Test[] }
  | { readonly op: 'not'; readonly part: Test }
  | { readonly op: 'leaf'; readonly predicate: Predicate };

/** Tests by the words of their condition, so that rules that ask the same share one. */
export type KnownTests = Map<string, Test>;

/**
 * @param pack whose lists and source sets the condition names. Readings must be settled (`openRuleBook` does it).
 * @param known tests to share; those that are new join it.
 */
export function compile(condition: Condition, pack: RulePack, known: KnownTests = new Map()): Test {
  const words = JSON.stringify(condition);
  const key = [...nodesOf(condition)].some(isScoped) ? `${pack.id} ${words}` : words;
  let test = known.get(key);
  if (test === undefined) known.set(key, (test = compileAnew(condition, pack, known)));
  return test;
}

/** Whether a name in the condition is a name of its pack. */
function isScoped(node: Condition): boolean {
  return 'withinReach' in node || 'onList' in node || 'ownUnit' in node || 'undecided' in node;
}

function compileAnew(condition: Condition, pack: RulePack, known: KnownTests): Test {
  if ('all' in condition) return { op: 'all', parts: condition.all.map((part) => compile(part, pack, known)) };
  if ('any' in condition) return { op: 'any', parts: condition.any.map((part) => compile(part, pack, known)) };
  if ('not' in condition) return { op: 'not', part: compile(condition.not, pack, known) };
  if ('always' in condition) return { op: 'all', parts: [] };
  return { op: 'leaf', predicate: predicateOf(condition, pack) };
}

type Leaf = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown } | { always: unknown }>;

function predicateOf(leaf: Leaf, pack: RulePack): Predicate {
  if ('number' in leaf) return numberPredicate(leaf);
  if ('word' in leaf) return wordPredicate(leaf);
  if ('flag' in leaf) return flagPredicate(leaf);
  if ('inDivision' in leaf) return divisionPredicate(leaf.inDivision);
  if ('inZone' in leaf) return zonePredicate(leaf);
  if ('withinReach' in leaf) return reachPredicate(scopedId(pack, leaf.withinReach), leaf.byOthers ?? false);
  if ('inPark' in leaf) return parkPredicate(leaf.inPark);
  if ('onList' in leaf) return listPredicate(listOf(leaf.onList, pack));
  if ('ownUnit' in leaf) return ownUnitPredicate(scopedId(pack, leaf.ownUnit));
  if ('overdue' in leaf) return overduePredicate;
  if ('undecided' in leaf) return undecidedPredicate(leaf.undecided, pack.readings.find(({ id }) => id === leaf.undecided)?.question ?? null);
  if ('reading' in leaf) throw new Error(`compile: got the open reading ${leaf.reading}, expected settled conditions`);
  return assertNever(leaf, 'compile');
}

function listOf(id: string, pack: RulePack): NamedList {
  const list = pack.lists.find((candidate) => candidate.id === id);
  if (list === undefined) throw new Error(`compile: got list ${id}, which pack ${pack.id} does not have`);
  return list;
}
