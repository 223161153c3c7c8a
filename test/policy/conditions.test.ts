import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/policy/condition.ts';
import { children, chosenOptions, fieldsOf, nodesOf, resolveReadings, unusedChoices } from '../../src/policy/conditions.ts';
import { smallPack } from './small-pack.ts';

const COAL: Condition = { word: 'fuel', in: ['coal'] };
const SMALL: Condition = { number: 'capacityTph', op: 'lte', limit: 35 };
const SMALLER: Condition = { number: 'capacityTph', op: 'lt', limit: 35 };
const EITHER: Condition = { reading: 'bounds', options: { yes: SMALL, no: SMALLER } };

describe('children', () => {
  it.each<[string, Condition, readonly Condition[]]>([
    ['all', { all: [COAL, SMALL] }, [COAL, SMALL]],
    ['any', { any: [COAL] }, [COAL]],
    ['not', { not: COAL }, [COAL]],
    ['every option of a reading', EITHER, [SMALL, SMALLER]],
    ['a leaf', COAL, []],
  ])('of %s', (_, condition, expected) => {
    expect(children(condition)).toEqual(expected);
  });
});

describe('nodesOf', () => {
  it('walks outermost first', () => {
    const tree: Condition = { any: [{ not: COAL }, EITHER] };
    expect([...nodesOf(tree)]).toEqual([tree, { not: COAL }, COAL, EITHER, SMALL, SMALLER]);
  });
});

describe('fieldsOf', () => {
  it('names each fact once, in the order of the text', () => {
    expect(fieldsOf({ all: [COAL, EITHER, { flag: 'outdated', is: true }, { not: COAL }, { inDivision: ['140500'] }] })).toEqual(['fuel', 'capacityTph', 'outdated']);
  });
});

describe('chosenOptions', () => {
  const { readings } = smallPack();

  it("takes the pack's own answer, unless another option is chosen", () => {
    expect(chosenOptions(readings, {})).toEqual({ bounds: 'yes' });
    expect(chosenOptions(readings, { bounds: 'no' })).toEqual({ bounds: 'no' });
  });

  it('leaves aside what is no option, and says so', () => {
    expect(chosenOptions(readings, { bounds: 'maybe', mood: 'good' })).toEqual({ bounds: 'yes' });
    expect(unusedChoices([smallPack()], { bounds: 'maybe', mood: 'good', constructor: 'x' })).toEqual(['bounds', 'mood', 'constructor']);
    expect(unusedChoices([smallPack()], { bounds: 'no' })).toEqual([]);
    expect(unusedChoices([smallPack()], { bounds: 'no', mood: 'good' })).toEqual(['mood']);
  });
});

describe('resolveReadings', () => {
  it('puts the chosen option in place, wherever the reading stands', () => {
    const nested: Condition = { all: [COAL, { any: [{ not: EITHER }] }] };
    expect(resolveReadings(nested, { bounds: 'no' })).toEqual({ all: [COAL, { any: [{ not: SMALLER }] }] });
    expect(resolveReadings(nested, { bounds: 'yes' })).toEqual({ all: [COAL, { any: [{ not: SMALL }] }] });
  });

  it('settles a reading inside an option', () => {
    const outer: Condition = { reading: 'reach', options: { wide: EITHER, none: { not: { always: true } } } };
    expect(resolveReadings(outer, { reach: 'wide', bounds: 'yes' })).toEqual(SMALL);
  });

  it('throws on an answer that a parsed pack cannot give', () => {
    expect(() => resolveReadings(EITHER, {})).toThrow('reading bounds got option null, expected one of yes, no');
    expect(() => resolveReadings(EITHER, { bounds: 'toString' })).toThrow('toString');
  });
});
