import { describe, expect, it } from 'vitest';
import { explain } from '../../src/assess/explain.ts';
import type { Finding } from '../../src/assess/finding.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { siteQuestion } from '../../src/assess/siting.ts';
import { NATION } from '../../src/domain/division.ts';
import { nodesOf, unusedChoices } from '../../src/policy/conditions.ts';
import { pack as tinyPack, project, rule as tinyRule } from '../assess/tiny.ts';
import type { CaseFile, RuleCase } from './case-file.ts';
import { loadCaseFiles, sceneParts } from './case-file.ts';
import { loadPacks } from './packs.ts';

const packs = loadPacks();
const files = loadCaseFiles();

/** What a case may be about: a demand on facilities, or a rule on what may be built. */
const entries = packs.flatMap((pack) => [...pack.rules, ...pack.siting].map((entry) => ({ pack, entry, building: pack.siting.some(({ id }) => id === entry.id) })));

function findingOf(id: string, one: RuleCase, asOf: string): Finding | undefined {
  const [parts, choices] = [sceneParts(one), one.choices ?? {}];
  const [candidate] = parts.facilities;
  if (entryOf(id).building && candidate !== undefined) {
    return siteQuestion(project(parts), packs, asOf, choices, candidate).bans.find(({ ban }) => ban.id === id)?.finding;
  }
  const book = openRuleBook([...packs, ...lateDemand(id, one)], asOf, choices);
  expect(book.rules.map(({ rule }) => rule.id)).toContain(id);
  return explain(buildScene(parts), book, 0).find(({ rule }) => rule === id);
}

/** The other document of which a case speaks: on every coal facility of the rule's own city. */
function lateDemand(id: string, { late }: RuleCase) {
  if (late === undefined) return [];
  const when = late.duty === 'retrofit' ? { flag: 'ultraLowEmission', is: false } as const : { always: true } as const;
  const demand = tinyRule({ id: 'LATE', subject: { word: 'fuel', in: ['coal'] }, when, duty: late.duty, deadline: { origin: 'stated', day: late.day } });
  return [tinyPack([demand], { id: 'late', jurisdiction: entryOf(id).pack.jurisdiction, sourceSets: [] })];
}

describe.each(files)('$rule', (file) => {
  it.each(file.cases)('$name: $outcome', (one) => {
    const finding = findingOf(file.rule, one, one.asOf ?? file.asOf);
    expect(unusedChoices(packs, one.choices ?? {})).toEqual([]);
    expect(finding?.outcome ?? 'unbound').toBe(one.outcome);
    if (one.missing !== undefined) expect([...(finding?.missing ?? [])].sort()).toEqual([...one.missing].sort());
  });
});

describe('the cases', () => {
  it('cover every rule once', () => {
    expect(files.map(({ rule }) => rule).sort()).toEqual(entries.map(({ entry }) => entry.id).sort());
  });

  it('show each outcome that the rule can have', () => {
    expect(files.flatMap((file) => untried(file).map((outcome) => `${file.rule}: ${outcome}`))).toEqual([]);
  });

  it('show an exemption and a sure answer, or say why there is none', () => {
    expect(files.filter(({ cases, neverSure }) => neverSure !== undefined && cases.some(({ outcome }) => outcome === 'applies')).map(({ rule }) => rule)).toEqual([]);
    const silent = files.filter(({ cases, noExempt }) => cases.some(({ outcome }) => outcome === 'exempt') === (noExempt !== undefined));
    expect(silent.map(({ rule }) => rule)).toEqual([]);
    expect(files.filter(({ rule, noExempt }) => entryOf(rule).entry.unless.length > 0 && noExempt !== undefined).map(({ rule }) => rule)).toEqual([]);
  });

  it('stand exactly on each number of the rule, and just beside it', () => {
    expect(files.flatMap((file) => untriedLimits(file).map((limit) => `${file.rule}: ${limit}`))).toEqual([]);
  });

  it('take each option of each reading of the rule', () => {
    expect(files.flatMap((file) => untriedOptions(file).map((option) => `${file.rule}: ${option}`))).toEqual([]);
  });
});

function untried({ rule: id, cases, neverSure }: CaseFile): readonly string[] {
  const needed = [neverSure === undefined ? 'applies' : 'review', 'outside', 'unknown', ...(entryOf(id).pack.jurisdiction === NATION ? [] : ['unbound'])];
  return needed.filter((outcome) => !cases.some((one) => one.outcome === outcome));
}

function untriedOptions({ rule: id, cases }: CaseFile): readonly string[] {
  const { entry, pack } = entryOf(id);
  const asked = [entry.subject, entry.when].flatMap((condition) => [...nodesOf(condition)]).flatMap((node) => ('reading' in node ? [node.reading] : []));
  return [...new Set(asked)].flatMap((reading) => {
    const { chosen = '', options = [] } = pack.readings.find((one) => one.id === reading) ?? {};
    return options.filter((option) => option.id !== chosen && !cases.some(({ choices }) => choices?.[reading] === option.id)).map((option) => `${reading}=${option.id}`);
  });
}

function untriedLimits({ rule: id, cases }: CaseFile): readonly string[] {
  const { entry, pack } = entryOf(id);
  const own = [entry.subject, entry.when].flatMap((condition) => [...nodesOf(condition)]);
  const ofSources = own.some((node) => 'withinReach' in node) ? pack.sourceSets.flatMap(({ eligible }) => [...nodesOf(eligible)]) : [];
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

function entryOf(id: string): (typeof entries)[number] {
  const found = entries.find(({ entry }) => entry.id === id);
  if (found === undefined) throw new Error(`got cases for ${id}, which no pack has`);
  return found;
}
