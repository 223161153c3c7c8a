import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/base/result.ts';
import type { PackProblem } from '../../src/policy/pack-problem.ts';
import { PACK_PROBLEM_CODES } from '../../src/policy/pack-problem.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import { pathsOf, replaced } from './json-surgery.ts';
import { packTexts } from './packs.ts';
import { smallPack } from './small-pack.ts';

function problemsOf(json: unknown): readonly PackProblem[] {
  const parsed: Result<unknown, PackProblem> = parseRulePack(json);
  return parsed.ok ? [] : parsed.problems;
}

const spots = (json: unknown): readonly string[] => problemsOf(json).map(({ path, code }) => `${code} ${path}`);

const WHEN = 'rules[0].when';
const ELIGIBLE = 'sourceSets[0].eligible';

function nested(levels: number): unknown {
  return levels === 0 ? { always: true } : { not: nested(levels - 1) };
}

describe('parseRulePack', () => {
  it.each([...packTexts])('accepts data/policy/%s as it stands', (_, text) => {
    const json: unknown = JSON.parse(text);
    expect(parseRulePack(json)).toEqual({ ok: true, value: json });
  });

  it('accepts a pack with one of everything', () => {
    expect(parseRulePack(smallPack())).toEqual({ ok: true, value: smallPack() });
  });

  it('accepts a rule that asks what is overdue', () => {
    expect(spots(replaced(smallPack(), WHEN, { overdue: true }))).toEqual([]);
  });

  it.each<[string, string, unknown, string[]]>([
    ['text for the document', '', 'law', ['type ']],
    ['null for the document', '', null, ['type ']],
    ['another format', 'format', 'coal-ban-map/rule-pack@2', ['value format']],
    ['a missing key', 'rules[0].phrase', undefined, ['missing rules[0].phrase']],
    ['an unknown key', 'rules[0].radius', 30, ['unknownKey rules[0].radius']],
    ['an empty title', 'title.zh', ' ', ['value title.zh']],
    ['a list that is none', 'rules', {}, ['type rules']],
    ['a flag that is text', 'rules[0].standing', 'yes', ['type rules[0].standing']],
    ['an id with a space', 'rules[0].id', 'R 1', ['value rules[0].id']],
    ['an id that is a prototype', 'rules[0].id', '__proto__', ['value rules[0].id']],
    ['a code that is no division', 'jurisdiction', '1405', ['value jurisdiction']],
    ['a day that no calendar has', 'issued', '2023-02-29', ['value issued']],
    ['a day written otherwise', 'inForce.from', '2024-1-1', ['value inForce.from']],
    ['a month 13', 'inForce.from', '2024-13-01', ['value inForce.from']],
    ['a period that ends before it begins', 'inForce.until', '2023-12-31', ['inconsistent inForce.until']],
    ['a radius of nothing', 'sourceSets[0].radiusM', 0, ['value sourceSets[0].radiusM']],
    ['an infinite radius', 'sourceSets[0].radiusM', Infinity, ['type sourceSets[0].radiusM']],
    ['half a boiler', 'controlTotals[0].count', 1.5, ['value controlTotals[0].count']],
    ['a negative capacity', 'lists[0].entries[0].capacityTph', -35, ['value lists[0].entries[0].capacityTph']],
    ['an empty list of enterprises', 'lists[0].entries', [], ['empty lists[0].entries']],
    ['an unknown pollutant', 'targets[0].pollutant', 'pm10', ['value targets[0].pollutant']],

    ['an unknown duty', 'rules[0].duty', 'demolish', ['value rules[0].duty']],
    ['a hold that holds nothing', 'rules[0].duty', 'hold', ['inconsistent rules[0].holds']],
    ['a close that holds', 'rules[0].holds', ['close'], ['inconsistent rules[0].holds']],
    ['a hold on holds', 'rules[0].holds', ['hold'], ['value rules[0].holds[0]']],
    ['an unknown origin', 'rules[0].deadline', { origin: 'guessed', day: '2024-09-30' }, ['value rules[0].deadline.origin']],
    ['no origin but a day', 'rules[0].deadline', { origin: 'none', day: '2024-09-30' }, ['inconsistent rules[0].deadline.day']],
    ['a stated deadline without a day', 'rules[0].deadline', { origin: 'stated', day: null }, ['type rules[0].deadline.day']],
    ['an inherited deadline from nowhere', 'rules[0].deadline', { origin: 'inherited', day: '2024-09-30' }, ['missing rules[0].deadline.from']],
    ['a stated deadline from elsewhere', 'rules[0].deadline.from', '附件 4', ['unknownKey rules[0].deadline.from']],

    ['a condition that is a list', WHEN, [], [`type ${WHEN}`]],
    ['an unknown predicate', WHEN, { near: 'sources' }, [`value ${WHEN}`]],
    ['two predicates in one', WHEN, { always: true, ownUnit: 'sources' }, [`unknownKey ${WHEN}.always`]],
    ['all of nothing', WHEN, { all: [] }, [`empty ${WHEN}.all`]],
    ['a wrong part deep inside', WHEN, { all: [{ always: true }, { not: { any: [{ number: 'capacityTph', op: 'lte', limit: '35' }] } }] }, [`type ${WHEN}.all[1].not.any[0].limit`]],
    ['an unknown comparison', WHEN, { number: 'capacityTph', op: '<=', limit: 35 }, [`value ${WHEN}.op`]],
    ['an unknown number', WHEN, { number: 'heightM', op: 'lte', limit: 35 }, [`value ${WHEN}.number`]],
    ["a plant's number of a facility", WHEN, { number: 'plantMW', op: 'lte', limit: 35 }, [`notHere ${WHEN}.number`]],
    ["a source's flag of a facility", WHEN, { flag: 'large', is: true }, [`notHere ${WHEN}.flag`]],
    ['a flag that is maybe', WHEN, { flag: 'outdated', is: null }, [`type ${WHEN}.is`]],
    ['an unknown fuel', WHEN, { word: 'fuel', in: ['coal', 'peat'] }, [`value ${WHEN}.in[1]`]],
    ['a fuel where a use belongs', WHEN, { word: 'use', in: ['coal'] }, [`value ${WHEN}.in[0]`]],
    ["a source's kind of a facility", WHEN, { word: 'kind', in: ['chp'] }, [`value ${WHEN}.in[0]`]],
    ['no word at all', WHEN, { word: 'fuel', in: [] }, [`empty ${WHEN}.in`]],
    ['an unknown field of words', WHEN, { word: 'colour', in: ['red'] }, [`value ${WHEN}.word`]],
    ['an unknown zone', WHEN, { inZone: ['smokeless'] }, [`value ${WHEN}.inZone[0]`]],
    ['a fourth class', WHEN, { inZone: ['noBurn'], class: 4 }, [`value ${WHEN}.class`]],
    ['a division by name', WHEN, { inDivision: ['泽州县'] }, [`value ${WHEN}.inDivision[0]`]],
    ['an own unit of no set', WHEN, { ownUnit: 'nowhere' }, [`reference ${WHEN}.ownUnit`]],
    ['reach by others that is none', WHEN, { withinReach: 'sources', byOthers: false }, [`value ${WHEN}.byOthers`]],
    ['an undecided without a reason', WHEN, { undecided: '' }, [`value ${WHEN}.undecided`]],
    ['too deep a tree', WHEN, nested(40), [`tooDeep ${WHEN}${'.not'.repeat(32)}`]],

    ["a facility's kind of a source", ELIGIBLE, { word: 'kind', in: ['boiler'] }, [`value ${ELIGIBLE}.in[0]`]],
    ["a facility's word of a source", ELIGIBLE, { word: 'fuel', in: ['coal'] }, [`notHere ${ELIGIBLE}.word`]],
    ["a facility's number of a source", ELIGIBLE, { number: 'capacityTph', op: 'gte', limit: 35 }, [`notHere ${ELIGIBLE}.number`]],
    ["a facility's flag of a source", ELIGIBLE, { flag: 'outdated', is: true }, [`notHere ${ELIGIBLE}.flag`]],
    ['a source in reach of sources', ELIGIBLE, { withinReach: 'sources' }, [`notHere ${ELIGIBLE}.withinReach`]],

    ['an unknown source set', WHEN, { withinReach: 'plants' }, [`reference ${WHEN}.withinReach`]],
    ['an unknown list', WHEN, { onList: 'blacklist' }, [`reference ${WHEN}.onList`]],
    ['an unknown reading', WHEN, { reading: 'mood', options: { good: { always: true } } }, [`reference ${WHEN}.reading`]],
    ['an option left unanswered', WHEN, { reading: 'bounds', options: { yes: { always: true } } }, [`reference ${WHEN}.options`]],
    ['an option never offered', WHEN, { reading: 'bounds', options: { yes: { always: true }, maybe: { always: true } } }, [`reference ${WHEN}.options`]],
    ['a choice that is no option', 'readings[0].chosen', 'maybe', ['reference readings[0].chosen']],
    ['an option twice', 'readings[0].options[1].id', 'yes', ['duplicate readings[0].options[1].id']],
    ['one id for a rule and a target', 'targets[0].id', 'R1', ['duplicate targets[0].id']],
    ['an area duty called like a rule', 'areaDuties[0].id', 'R1', ['duplicate areaDuties[0].id']],

    ["a project's word of a facility", WHEN, { word: 'industry', in: ['foundry'] }, [`notHere ${WHEN}.word`]],
    ['an unknown industry of a project', 'siting[0].subject.in[0]', 'tavern', ['value siting[0].subject.in[0]']],
    ['a project that is overdue', 'siting[0].when', { overdue: true }, ['notHere siting[0].when.overdue']],
    ['a source that is overdue', ELIGIBLE, { overdue: true }, [`notHere ${ELIGIBLE}.overdue`]],
    ['an overdue that is none', WHEN, { overdue: false }, [`value ${WHEN}.overdue`]],
    ['a siting rule of another strength', 'siting[0].strength', 'maybe', ['value siting[0].strength']],
    ['a siting rule called like a rule', 'siting[0].id', 'R1', ['duplicate siting[0].id']],
    ['coverage by nothing and without a word why', 'coverage[1].why', null, ['inconsistent coverage[1].why']],
    ['coverage by what the pack does not hold', 'coverage[0].by[1]', 'R9', ['reference coverage[0].by[1]']],
    ['coverage by a list, which demands nothing by itself', 'coverage[0].by[0]', 'named', ['reference coverage[0].by[0]']],
  ])('refuses %s', (_, path, value, expected) => {
    expect(spots(replaced(smallPack(), path, value))).toEqual(expected);
  });

  it('refuses a `__proto__` that came in as JSON', () => {
    const json = JSON.stringify(smallPack());
    expect(spots(JSON.parse(json.replace('"article":"4"', '"article":"4","__proto__":{"standing":true}')))).toEqual(['unknownKey rules[0].__proto__']);
    expect(spots(JSON.parse(json.replace('"ownUnit":"sources"', '"__proto__":{"ownUnit":"sources"}')))).toEqual(['value rules[0].unless[0].condition']);
    expect(spots(JSON.parse(json.replace('"yes":{"number"', '"__proto__":{"number"')))).toEqual(['reference rules[0].subject.all[2].options']);
  });

  it('finds all that is wrong at once', () => {
    const broken = [['version', 3], ['rules[0].deadline.day', 'soon'], [WHEN, { onList: 'nowhere' }]] as const;
    const json = broken.reduce<unknown>((so, [path, value]) => replaced(so, path, value), smallPack());
    expect(spots(json)).toEqual(['type version', 'value rules[0].deadline.day', `reference ${WHEN}.onList`]);
  });

  it('says what it expected and what it got', () => {
    expect(problemsOf(replaced(smallPack(), WHEN, { word: 'kind', in: ['stove'] }))).toEqual([
      { path: `${WHEN}.in[0]`, code: 'value', expected: expect.stringContaining('boiler | teaBoiler') as string, got: '"stove"' },
    ]);
    expect(problemsOf(replaced(smallPack(), 'version', 'v'.repeat(500))).length).toBe(0);
    expect(problemsOf(replaced(smallPack(), 'jurisdiction', '1'.repeat(500)))[0]?.got).toBe(`"${'1'.repeat(40)}…"`);
  });

  it('gives a result for any value whatever', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }), (value) => {
        expect(problemsOf(value)).not.toEqual([]);
      }),
    );
  });

  it('gives a result, with known codes and real paths, whatever stands anywhere in a pack', () => {
    const paths = pathsOf(smallPack());
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 4 }), (path, value) => {
        const json = replaced(smallPack(), path, value);
        const known = new Set([...pathsOf(json), ...paths]);
        for (const problem of problemsOf(json)) {
          expect(PACK_PROBLEM_CODES).toContain(problem.code);
          if (problem.code !== 'missing') expect(known).toContain(problem.path);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('survives nesting that would overflow the stack', () => {
    const json = `${'{"not":'.repeat(5000)}{"always":true}${'}'.repeat(5000)}`;
    expect(spots(replaced(smallPack(), WHEN, JSON.parse(json)))).toEqual([`tooDeep ${WHEN}${'.not'.repeat(32)}`]);
  });
});
