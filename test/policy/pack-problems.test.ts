import { describe, expect, it } from 'vitest';
import { DUTIES } from '../../src/policy/duty.ts';
import { emptyNameBook } from '../../src/policy/name-book.ts';
import { describeValue } from '../../src/policy/pack-problem.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import { replaced } from './json-surgery.ts';
import { smallPack } from './small-pack.ts';

const WHEN = 'rules[0].when';
const RULE_KEYS = 'id | title | article | phrase | topic | inForce | standing | subject | when | unless | duty | holds | deadline | departments';
const HEADS = 'all | any | not | number | word | flag | inDivision | inZone | withinReach | inPark | onList | ownUnit | overdue | reading | undecided | always';
const HOLDABLE = DUTIES.filter((duty) => duty !== 'hold' && duty !== 'none').join(' | ');

/** The problem with a value at a path: its path, code, what was expected and what was got. */
function problem(path: string, value: unknown): readonly string[] | null {
  const parsed = parseRulePack(replaced(smallPack(), path, value));
  if (parsed.ok) return null;
  expect(parsed.problems).toHaveLength(1);
  return parsed.problems.flatMap((one) => [one.path, one.code, one.expected, one.got]);
}

const nested = (levels: number): unknown => (levels === 0 ? { always: true } : { not: nested(levels - 1) });

describe('a problem names the spot, what was expected and what was got', () => {
  it.each<[string, unknown, string, string, string, string]>([
    ['', 'law', '', 'type', 'object', '"law"'],
    ['', [1, 2], '', 'type', 'object', 'list of 2'],
    ['version', 3, 'version', 'type', 'text', '3'],
    ['version', undefined, 'version', 'missing', 'version', 'undefined'],
    ['title', null, 'title', 'type', 'object', 'null'],
    ['title.zh', ' ', 'title.zh', 'value', 'text', '" "'],
    ['rules', {}, 'rules', 'type', 'list', 'object'],
    ['rules[0].radius', { a: 1 }, 'rules[0].radius', 'unknownKey', RULE_KEYS, 'object'],
    ['rules[0].standing', 'yes', 'rules[0].standing', 'type', 'true | false', '"yes"'],
    ['rules[0].duty', 'demolish', 'rules[0].duty', 'value', DUTIES.join(' | '), '"demolish"'],
    ['rules[0].id', 'R 1', 'rules[0].id', 'value', 'id', '"R 1"'],
    ['rules[0].topic', '-x', 'rules[0].topic', 'value', 'id', '"-x"'],
    ['jurisdiction', '1405', 'jurisdiction', 'value', 'GB/T 2260 code, 6 digits', '"1405"'],
    ['jurisdiction', 'x140500', 'jurisdiction', 'value', 'GB/T 2260 code, 6 digits', '"x140500"'],
    ['jurisdiction', '1405000', 'jurisdiction', 'value', 'GB/T 2260 code, 6 digits', '"1405000"'],
    ['issued', '2023-02-29', 'issued', 'value', 'YYYY-MM-DD', '"2023-02-29"'],
    ['issued', '2023-02-2', 'issued', 'value', 'YYYY-MM-DD', '"2023-02-2"'],
    ['issued', 'x2023-02-20', 'issued', 'value', 'YYYY-MM-DD', '"x2023-02-20"'],
    ['issued', '2023-02-20x', 'issued', 'value', 'YYYY-MM-DD', '"2023-02-20x"'],
    ['issued', '2023-13-01', 'issued', 'value', 'YYYY-MM-DD', '"2023-13-01"'],
    ['inForce.until', '2023-12-31', 'inForce.until', 'inconsistent', '≥ 2024-01-01', '"2023-12-31"'],
    ['sourceSets[0].radiusM', 0, 'sourceSets[0].radiusM', 'value', 'number > 0', '0'],
    ['sourceSets[0].radiusM', '30', 'sourceSets[0].radiusM', 'type', 'number', '"30"'],
    ['sourceSets[0].radiusM', NaN, 'sourceSets[0].radiusM', 'type', 'number', 'NaN'],
    ['controlTotals[0].count', 1.5, 'controlTotals[0].count', 'value', 'whole number ≥ 0', '1.5'],
    ['controlTotals[0].count', -1, 'controlTotals[0].count', 'value', 'whole number ≥ 0', '-1'],
    ['lists[0].entries[0].capacityTph', -35, 'lists[0].entries[0].capacityTph', 'value', 'number ≥ 0', '-35'],
    ['lists[0].entries', [], 'lists[0].entries', 'empty', 'at least one', 'list of 0'],
    ['rules[0].holds', ['close'], 'rules[0].holds', 'inconsistent', 'empty list', 'list of 1'],
    ['rules[0].duty', 'hold', 'rules[0].holds', 'inconsistent', HOLDABLE, 'list of 0'],
    ['rules[0].holds', ['hold'], 'rules[0].holds[0]', 'value', HOLDABLE, '"hold"'],
    ['rules[0].deadline', 'soon', 'rules[0].deadline', 'type', 'object', '"soon"'],
    ['rules[0].deadline', { origin: 'none', day: '2024-01-01' }, 'rules[0].deadline.day', 'inconsistent', 'null', '"2024-01-01"'],
    ['rules[0].deadline', { origin: 'guessed' }, 'rules[0].deadline.origin', 'value', 'stated | inherited | none', '"guessed"'],
    [WHEN, [], WHEN, 'type', 'condition', 'list of 0'],
    [WHEN, { near: 1, far: 2 }, WHEN, 'value', HEADS, '"near, far"'],
    [WHEN, { all: 'x' }, `${WHEN}.all`, 'type', 'list', '"x"'],
    [WHEN, { number: 'plantMW', op: 'lte', limit: 1 }, `${WHEN}.number`, 'notHere', 'facility: capacityTph | unitMW | stackM | hearthM', '"plantMW"'],
    [WHEN, { number: 'heightM', op: 'lte', limit: 1 }, `${WHEN}.number`, 'value', 'capacityTph | unitMW | plantMW | stackM | hearthM', '"heightM"'],
    [WHEN, { word: 'industry', in: ['foundry'] }, `${WHEN}.word`, 'notHere', 'facility: kind | fuel | use | status | performanceGrade', '"industry"'],
    ['sourceSets[0].eligible', { withinReach: 'sources' }, 'sourceSets[0].eligible.withinReach', 'notHere', 'heatSource', '"withinReach"'],
    ['sourceSets[0].eligible', { flag: 'outdated', is: true }, 'sourceSets[0].eligible.flag', 'notHere', 'heatSource: large | listedForExit', '"outdated"'],
    ['sourceSets[0].eligible', { number: 'stackM', op: 'gt', limit: 1 }, 'sourceSets[0].eligible.number', 'notHere', 'heatSource: unitMW | plantMW', '"stackM"'],
    ['siting[0].when', { overdue: true }, 'siting[0].when.overdue', 'notHere', 'project', '"overdue"'],
    [WHEN, nested(32), `${WHEN}${'.not'.repeat(32)}`, 'tooDeep', 'at most 32 levels', 'object'],
    [WHEN, { onList: 'x' }, `${WHEN}.onList`, 'reference', 'named', 'x'],
    [WHEN, { ownUnit: 'x' }, `${WHEN}.ownUnit`, 'reference', 'sources', 'x'],
    [WHEN, { reading: 'x', options: { a: { always: true } } }, `${WHEN}.reading`, 'reference', 'bounds', 'x'],
    [WHEN, { reading: 'bounds', options: [] }, `${WHEN}.options`, 'type', 'object', 'list of 0'],
    [WHEN, { reading: 'bounds', options: { yes: { always: true } } }, `${WHEN}.options`, 'reference', 'yes | no', 'yes'],
    ['readings[0].chosen', 'maybe', 'readings[0].chosen', 'reference', 'yes | no', '"maybe"'],
    ['readings[0].options[1].id', 'yes', 'readings[0].options[1].id', 'duplicate', 'not as in readings[0].options[0].id', '"yes"'],
    ['targets[0].id', 'R1', 'targets[0].id', 'duplicate', 'not as in rules[0].id', 'R1'],
    ['coverage[0].by[0]', 'R9', 'coverage[0].by[0]', 'reference', 'sources | Q1 | R1 | S1 | A1 | T1 | C1', 'R9'],
    ['coverage[1].why', null, 'coverage[1].why', 'inconsistent', 'by | why', 'null'],
    ['targets[0].strength', true, 'targets[0].strength', 'value', 'hard | steady | strive | trigger', 'true'],
  ])('%s = %j', (path, value, ...expected) => {
    expect(problem(path, value)).toEqual(expected);
  });

  it('names what would stand there when the pack defines nothing of the kind', () => {
    const lonely = { ...smallPack(), lists: [], rules: [] };
    const parsed = parseRulePack({ ...lonely, siting: [{ ...smallPack().siting[0], when: { onList: 'x' } }] });
    expect(parsed.ok ? [] : parsed.problems).toEqual([{ path: 'siting[0].when.onList', code: 'reference', expected: 'list', got: 'x' }]);
  });

  it('keeps a long value short', () => {
    expect(describeValue('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`);
    expect(describeValue('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
    expect([describeValue(null), describeValue(undefined), describeValue([]), describeValue({}), describeValue(0), describeValue(false)]).toEqual(['null', 'undefined', 'list of 0', 'object', '0', 'false']);
  });
});

describe('a pack may hold', () => {
  it.each<[string, string, unknown]>([
    ['a period of one day', 'inForce', { from: '2024-01-01', until: '2024-01-01' }],
    ['a period without end', 'inForce', { from: '2024-01-01', until: null }],
    ['a period without beginning', 'inForce', { from: null, until: '2024-01-01' }],
    ['a leap day', 'issued', '2024-02-29'],
    ['a limit of nothing', 'targets[0].limit', 0],
    ['a count of nothing', 'controlTotals[0].count', 0],
    ['no document number', 'documentNumber', ''],
    ['a capacity that is not stated', 'lists[0].entries[0].capacityTph', null],
    ['an id of digits, dots and dashes', 'rules[0].topic', '9.a_b-C'],
    ['a hold that names what it holds', 'rules[0]', { ...smallPack().rules[0], duty: 'hold', holds: ['close', 'inspect'] }],
    ['a demand of nothing', 'rules[0].duty', 'none'],
    ['an undated demand', 'rules[0].deadline', { origin: 'none', day: null }],
    ['all levels that are allowed', WHEN, nested(31)],
    ['a question about a place', 'targets[0].place', { zh: '市区', en: 'the city' }],
    ['coverage with a word beside it', 'coverage[0].why', { zh: '部分', en: 'in part' }],
  ])('%s', (_, path, value) => {
    expect(problem(path, value)).toBeNull();
  });

  it.each([
    { number: 'capacityTph', op: 'eq', limit: 35 }, { number: 'unitMW', op: 'gte', limit: 300 }, { number: 'stackM', op: 'gt', limit: 45 }, { number: 'hearthM', op: 'lt', limit: 3 },
    { word: 'kind', in: ['boiler'] }, { word: 'fuel', in: ['coal'] }, { word: 'use', in: ['heating'] }, { word: 'status', in: ['inUse'] }, { word: 'performanceGrade', in: ['A'] },
    ...['cleanHeating', 'ultraLowEmission', 'monitored', 'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent'].map((flag) => ({ flag, is: false })),
    { inDivision: ['140525', '140500'] }, { inZone: ['noBurn'] }, { inZone: ['noBurn'], class: 3 }, { inZone: ['planning'], minus: ['development'] }, { withinReach: 'sources' },
    { inPark: ['甲园'] }, { onList: 'named' }, { ownUnit: 'sources' }, { overdue: true }, { undecided: 'words' }, { always: true },
  ])('the condition %j, of a facility; of a project too, unless it asks what is overdue', (when) => {
    expect(problem(WHEN, when)).toBeNull();
    expect(problem('siting[0].when', when) === null).toBe(!('overdue' in when));
  });

  it.each([
    { number: 'unitMW', op: 'lt', limit: 1 }, { number: 'plantMW', op: 'lt', limit: 1 }, { word: 'kind', in: ['chp', 'industrial', 'power'] }, { word: 'performanceGrade', in: ['leading'] },
    { flag: 'large', is: true }, { flag: 'listedForExit', is: false }, { inDivision: ['140000'] }, { undecided: 'words' }, { not: { always: true } },
  ])('the condition %j, of a heat source', (eligible) => {
    expect(problem('sourceSets[0].eligible', eligible)).toBeNull();
    expect(problem('sourceRequirements[0].require', eligible)).toBeNull();
  });
});

it.each([{ inZone: ['coalBan'] }, { inPark: ['甲园'] }, { onList: 'named' }, { ownUnit: 'sources' }, { withinReach: 'sources' }, { overdue: true }])('a heat source is not asked for %j', (eligible) => {
  expect(problem('sourceSets[0].eligible', eligible)?.slice(1, 3)).toEqual(['notHere', 'heatSource']);
});

it('a book of names starts empty', () => {
  expect(emptyNameBook()).toEqual({ defined: [], used: [], offered: [], answered: [] });
});
