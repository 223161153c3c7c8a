import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/policy/condition.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { sayCondition } from '../../src/text/conditions.ts';
import { loadPacks } from '../policy/packs.ts';
import { smallPack } from '../policy/small-pack.ts';

const BOILER: Condition = { word: 'kind', in: ['boiler'] };
const COAL: Condition = { word: 'fuel', in: ['coal'] };
const SMALL: Condition = { number: 'capacityTph', op: 'lte', limit: 35 };
const NEVER: Condition = { not: { always: true } };

const zh = (condition: Condition, choices = {}) => sayCondition('zh', condition, smallPack(), choices);
const en = (condition: Condition, choices = {}) => sayCondition('en', condition, smallPack(), choices);

describe('sayCondition', () => {
  it.each<[Condition, string, string]>([
    [{ all: [BOILER, COAL, SMALL] }, '燃煤锅炉；容量 ≤ 35 蒸吨/小时', 'coal-fired: boiler; capacity ≤ 35 t/h'],
    [{ not: SMALL }, '容量 > 35 蒸吨/小时', 'capacity > 35 t/h'],
    [{ not: BOILER }, '非锅炉', 'not boiler'],
    [COAL, '燃煤设施', 'coal-fired facility'],
    [{ word: 'use', in: ['heating', 'homeHeating'] }, '用途为供热采暖、居民取暖', 'use is heating, home heating'],
    [{ word: 'performanceGrade', in: ['B', 'C'] }, '绩效等级为B 级、C 级', 'performance grade is B, C'],
    [{ flag: 'ultraLowEmission', is: false }, '超低排放：否', 'ultra-low emission: no'],
    [{ not: { flag: 'ultraLowEmission', is: false } }, '超低排放：是', 'ultra-low emission: yes'],
    [{ inDivision: ['140214', '999999'] }, '在云冈区、999999内', 'in: Yungang, 999999'],
    [{ not: { inDivision: ['140311'] } }, '不在阳泉市郊区内', 'not in: Yangquan suburban district'],
    [{ inZone: ['noBurn'], class: 2 }, '在高污染燃料禁燃区（Ⅱ类）内', 'in: restricted-fuel zone (class II)'],
    [{ inZone: ['planning'], minus: ['development'] }, '在规划区（不含开发区）内', 'in: planning area without development zone'],
    [{ withinReach: 'sources' }, '在合格热源 30 公里以内', 'within 30 km of an eligible heat source'],
    [{ not: { withinReach: 'sources', byOthers: true } }, '不在其他企业的合格热源 30 公里以内', 'not within 30 km of an eligible heat source of another owner'],
    [{ inPark: ['甲园区'] }, '在甲园区内', 'in: 甲园区'],
    [{ onList: 'named' }, '属于文件点名的甲公司', 'named in the text: 甲公司'],
    [{ not: { ownUnit: 'sources' } }, '不属于合格热源企业', 'does not belong to an eligible heat source'],
    [{ overdue: true }, '另有要求已逾期未完成', 'another demand on it is overdue'],
    [{ undecided: 'bounds' }, '待复核：含35吗？', 'for review: Is 35 included?'],
    [{ undecided: 'no such reading' }, '待复核：no such reading', 'for review: no such reading'],
    [{ always: true }, '不限', 'anyone, anywhere'],
    [NEVER, '无', 'nobody'],
    [{ any: [{ all: [BOILER, COAL] }, { word: 'kind', in: ['looseCoal'] }] }, '燃煤锅炉，或散煤', 'coal-fired: boiler, or loose coal'],
    [{ all: [SMALL, { any: [BOILER, COAL] }] }, '容量 ≤ 35 蒸吨/小时；（锅炉，或燃煤设施）', 'capacity ≤ 35 t/h; (boiler, or coal-fired facility)'],
    [{ any: [SMALL, { all: [BOILER, { flag: 'bagFilter', is: true }] }] }, '容量 ≤ 35 蒸吨/小时，或锅炉且布袋除尘：是', 'capacity ≤ 35 t/h, or boiler and bag filter: yes'],
    [{ not: { all: [BOILER, SMALL] } }, '非（锅炉；容量 ≤ 35 蒸吨/小时）', 'not (boiler; capacity ≤ 35 t/h)'],
  ])('%j', (condition, chinese, english) => {
    expect(zh(condition)).toBe(chinese);
    expect(en(condition)).toBe(english);
  });

  it.each<[string, Condition, string]>([
    ['always inside all', { all: [{ always: true }, SMALL] }, '容量 ≤ 35 蒸吨/小时'],
    ['never inside any', { any: [NEVER, SMALL] }, '容量 ≤ 35 蒸吨/小时'],
    ['always inside any', { any: [SMALL, { always: true }] }, '不限'],
    ['never inside all', { all: [SMALL, NEVER] }, '无'],
    ['not never', { not: NEVER }, '不限'],
    ['not not', { not: { not: SMALL } }, '容量 ≤ 35 蒸吨/小时'],
    ['all inside all', { all: [COAL, { all: [BOILER, SMALL] }] }, '燃煤锅炉；容量 ≤ 35 蒸吨/小时'],
    ['any inside any', { any: [BOILER, { any: [COAL, SMALL] }] }, '锅炉，或燃煤设施，或容量 ≤ 35 蒸吨/小时'],
  ])('says no more than is asked: %s', (_, condition, chinese) => {
    expect(zh(condition)).toBe(chinese);
  });

  it('says what the chosen reading applies', () => {
    const either: Condition = { reading: 'bounds', options: { yes: SMALL, no: { number: 'capacityTph', op: 'lt', limit: 35 } } };
    expect(zh(either)).toBe('容量 ≤ 35 蒸吨/小时');
    expect(zh(either, { bounds: 'no' })).toBe('容量 < 35 蒸吨/小时');
  });

  it('has words for every condition of every document, under every option', () => {
    const conditionsOf = (pack: RulePack) => [
      ...[...pack.rules, ...pack.siting].flatMap(({ subject, when, unless }) => [subject, when, ...unless.map(({ condition }) => condition)]),
      ...pack.sourceSets.map(({ eligible }) => eligible),
      ...pack.sourceRequirements.flatMap(({ appliesTo, require }) => [appliesTo, require]),
      ...pack.controlTotals.map(({ where }) => where),
    ];
    for (const pack of loadPacks()) {
      const switches = [{}, ...pack.readings.flatMap(({ id, options }) => options.map((option) => ({ [id]: option.id })))];
      const said = switches.flatMap((choices) => conditionsOf(pack).flatMap((condition) => [sayCondition('zh', condition, pack, choices), sayCondition('en', condition, pack, choices)]));
      expect(said.filter((text) => text.trim() === '' || /undefined|\[object|[A-Z]{2}\d{2}-/u.test(text))).toEqual([]);
    }
  });
});
