import { describe, expect, it } from 'vitest';
import { explain } from '../../src/assess/explain.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { nodesOf, unusedChoices } from '../../src/policy/conditions.ts';
import type { Rule } from '../../src/policy/rule.ts';
import type { CaseFile } from './case-file.ts';
import { loadCaseFiles, sceneParts } from './case-file.ts';
import { loadPacks } from './packs.ts';

const packs = loadPacks();
const rules = packs.flatMap((pack) => pack.rules);
const files = loadCaseFiles();

describe.each(files)('$rule', (file) => {
  it.each(file.cases)('$name: $outcome', (one) => {
    const asOf = one.asOf ?? file.asOf;
    const choices = one.choices ?? {};
    const book = openRuleBook(packs, asOf, choices);
    const finding = explain(buildScene(sceneParts(one)), book, 0).find(({ rule }) => rule === file.rule);

    expect(unusedChoices(packs, choices)).toEqual([]);
    expect(book.rules.map(({ rule }) => rule.id)).toContain(file.rule);
    expect(finding?.outcome ?? 'unbound').toBe(one.outcome);
    if (one.missing !== undefined) expect([...(finding?.missing ?? [])].sort()).toEqual([...one.missing].sort());
  });
});

describe('the cases', () => {
  it('cover every rule once', () => {
    expect(files.map(({ rule }) => rule).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('show each outcome that the rule can have', () => {
    expect(files.flatMap((file) => untried(file).map((outcome) => `${file.rule}: ${outcome}`))).toEqual([]);
  });

  it('stand exactly on each number of the rule, and just beside it', () => {
    expect(files.flatMap((file) => untriedLimits(file).map((limit) => `${file.rule}: ${limit}`))).toEqual([]);
  });
});

/** A demand that the text leaves open for everyone never surely applies. */
function untried({ rule: id, cases }: CaseFile): readonly string[] {
  const rule = ruleOf(id);
  const never = 'all' in rule.when && rule.when.all.some((part) => 'undecided' in part);
  const needed = [never ? 'review' : 'applies', 'outside', 'unknown', 'unbound', ...(rule.unless.length > 0 ? ['exempt'] : [])];
  return needed.filter((outcome) => !cases.some((one) => one.outcome === outcome));
}

function untriedLimits({ rule: id, cases }: CaseFile): readonly string[] {
  const rule = ruleOf(id);
  const own = [rule.subject, rule.when].flatMap((condition) => [...nodesOf(condition)]);
  const ofSources = packs.filter((pack) => pack.rules.includes(rule) && own.some((node) => 'withinReach' in node)).flatMap((pack) => pack.sourceSets.flatMap(({ eligible }) => [...nodesOf(eligible)]));
  return [
    ...own.flatMap((node) => ('number' in node ? gaps(node, cases.map((one) => one.facility)) : [])),
    ...ofSources.flatMap((node) => ('number' in node ? gaps(node, cases.flatMap((one) => one.heatSources ?? [])) : [])),
  ];
}

type Records = readonly Readonly<Partial<Record<string, unknown>>>[];

/** One value exactly on the limit, and one within a hundredth on the side where the answer changes. */
function gaps({ number, op, limit }: { number: string; op: string; limit: number }, records: Records): readonly string[] {
  const offsets = records.map((record) => record[number]).filter((value) => typeof value === 'number').map((value) => value - limit);
  const near = limit / 100;
  const above = offsets.some((offset) => offset > 0 && offset <= near);
  const below = offsets.some((offset) => offset < 0 && -offset <= near);
  const beside = op === 'eq' ? above && below : op === 'lte' || op === 'gt' ? above : below;
  return [...(offsets.includes(0) ? [] : [`${number} = ${limit}`]), ...(beside || number === 'plantMW' ? [] : [`${number} beside ${limit}`])];
}

function ruleOf(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`got cases for ${id}, which no pack has`);
  return rule;
}

