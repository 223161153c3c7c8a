import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/policy/condition.ts';
import { nodesOf } from '../../src/policy/conditions.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { placeName } from '../../src/text/place-names.ts';
import { loadPacks } from './packs.ts';

const packs = loadPacks();

function packOf(id: string): RulePack {
  const found = packs.find((pack) => pack.id === id);
  if (found === undefined) throw new Error(`got no pack ${id}, expected one of ${packs.map((pack) => pack.id).join(', ')}`);
  return found;
}

/** Every condition of the pack, with everything inside it. */
function conditionsOf(pack: RulePack): readonly Condition[] {
  return [
    ...[...pack.rules, ...pack.siting].flatMap(({ subject, when, unless }) => [subject, when, ...unless.map(({ condition }) => condition)]),
    ...pack.sourceSets.map(({ eligible }) => eligible),
    ...pack.sourceRequirements.flatMap(({ appliesTo, require }) => [appliesTo, require]),
    ...pack.controlTotals.map(({ where }) => where),
  ].flatMap((condition) => [...nodesOf(condition)]);
}

const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((so, number) => so + (number ?? 0), 0);

const totals = (pack: RulePack, ...endings: string[]) =>
  sum(endings.map((ending) => pack.controlTotals.find(({ id }) => id === ending)?.count ?? null));

/** Readings that record a day, a duty or a bound of the format itself; no condition hangs on them. */
const RECORDED_ONLY = [
  'datong-2024/target-bound',
  'datong-2024/until-2025',
  'fuel-classes-2017/catalogue-day',
  'fuel-classes-2017/existing-in-no-burn',
  'fuel-classes-2017/coal-and-biomass-only',
  'jincheng-2020/season-period',
  'jincheng-2020/fuel-ban-close',
  'jincheng-2020/hot-air-day',
  'jincheng-2020/urban-mean',
  'jincheng-2024/in-force-day',
  'jincheng-2024/target-bound',
  'jincheng-2024/until-2025',
  'shanxi-2024/target-bound',
  'yangquan-2021/annual-plan',
];

describe('the documents', () => {
  it('demand of facilities what their articles do', () => {
    const demands = packs.flatMap((pack) => pack.rules.map(({ id, duty, deadline, standing }) => `${id} ${duty} ${deadline.day ?? 'undated'}${standing ? ' standing' : ''}`));
    expect(demands).toEqual([
      'DT24-8-built-up phase-out undated',
      'DT24-8-le35 close undated',
      'DT24-9-gas-producer close 2024-10-31',
      'DT24-20-ule-35-65 retrofit 2024-10-31',
      'DT24-20-ule-all retrofit 2024-10-31',
      'DT24-20-gas-low-nox inspect undated',
      'DT24-20-biomass retrofit undated',
      'DT24-20-biomass-small inspect undated',
      'FC17-class-1 substitute undated',
      'FC17-class-2 substitute undated',
      'FC17-class-3 substitute undated',
      'JC20-7-coal-ban close undated standing',
      'JC20-7-fuel-ban close undated standing',
      'JC20-7-first-season hold undated',
      'JC20-10-hot-air close 2020-09-30',
      'JC20-10-kiln-network close undated',
      'JC20-14-lt35 close 2020-09-30',
      'JC20-19-stack-45 monitor undated',
      'JC20-A-open-pit inspect 2020-12-31',
      'JC24-1-brick-gas close 2024-12-31',
      'JC24-2-units-lt300 phase-out undated',
      'JC24-9-named close 2024-09-30',
      'JC24-9-le35 close 2024-09-30',
      'JC24-9-radius close-or-consolidate undated',
      'JC24-10-gasifier close 2024-09-30',
      'JC24-19-parks inspect 2024-10-31',
      'JC24-21-monitor-10 monitor undated',
      'JC24-21-biomass-le4 substitute undated',
      'JC24-21-biomass-kept retrofit undated',
      'JC24-21-gas-low-nox inspect undated',
      'JC24-A13-downgrade inspect undated',
      'SX24-2-units-lt300 phase-out undated',
      'SX24-9-built-up phase-out undated',
      'SX24-9-le35 close undated',
      'SX24-9-network close undated',
      'SX24-9-radius close-or-consolidate undated',
      'SX24-10-gas-producer phase-out undated',
      'SX24-21-ule-35-65 retrofit 2024-10-31',
      'SX24-21-ule-all retrofit 2024-10-31',
      'SX24-21-gas-low-nox inspect undated',
      'SX24-21-biomass retrofit undated',
      'SX24-21-biomass-small inspect undated',
      'YQ21-3-coal-ban close undated standing',
      'YQ21-3-no-one-size hold undated standing',
      'YQ21-3-overdue close undated',
      'YQ21-5-open-pit close undated',
    ]);
  });

  it('forbid what their articles do not let be built', () => {
    const bans = packs.flatMap((pack) => pack.siting.map(({ id, strength, standing }) => `${id} ${strength}${standing ? ' standing' : ''}`));
    expect(bans).toEqual([
      'DT24-3-steel forbidden',
      'DT24-8-new-boilers inPrinciple',
      'DT24-9-new-gas-producers forbidden',
      'DT24-9-new-kilns inPrinciple',
      'FC17-new forbidden',
      'JC24-3-steel forbidden',
      'JC24-8-captive-units inPrinciple',
      'JC24-9-new-boilers inPrinciple',
      'JC24-10-new-gas-producers forbidden',
      'JC24-10-new-kilns inPrinciple',
      'SX24-3-steel forbidden',
      'SX24-8-captive-units inPrinciple',
      'SX24-9-new-boilers inPrinciple',
      'SX24-10-new-gas-producers forbidden',
      'SX24-10-new-kilns inPrinciple',
      'SX24-24-new-coking forbidden',
      'YQ21-1-siting forbidden standing',
    ]);
  });

  it('charge somebody with every demand but the one that names nobody', () => {
    const idle = packs.flatMap((pack) => [...pack.rules, ...pack.siting, ...pack.areaDuties].filter(({ departments }) => departments.lead.length + departments.share.length === 0));
    expect(idle.map(({ id }) => id)).toEqual(['JC20-19-stack-45', 'JC20-19-corridor-stations', 'YQ21-1-standards']);
  });

  it('explain each undecided spot by a reading of the same document', () => {
    const unexplained = packs.flatMap((pack) => {
      const known = pack.readings.map(({ id }) => id);
      return conditionsOf(pack).flatMap((node) => ('undecided' in node && !known.includes(node.undecided) ? [`${pack.id}/${node.undecided}`] : []));
    });
    expect(unexplained).toEqual([]);
  });

  it('ask no reading in vain', () => {
    const idle = packs.flatMap((pack) => {
      const asked = conditionsOf(pack).flatMap((node) => ('reading' in node ? [node.reading] : 'undecided' in node ? [node.undecided] : []));
      return pack.readings.filter(({ id }) => !asked.includes(id)).map(({ id }) => `${pack.id}/${id}`);
    });
    expect(idle).toEqual(RECORDED_ONLY);
  });

  it('answer a question that several of them ask in the same way', () => {
    const answers = new Map<string, Set<string>>();
    for (const reading of packs.flatMap((pack) => pack.readings)) {
      const { question, options, chosen } = reading;
      answers.set(reading.id, (answers.get(reading.id) ?? new Set()).add(JSON.stringify({ question, options, chosen })));
    }
    expect([...answers].filter(([, ways]) => ways.size > 1).map(([id]) => id)).toEqual([]);
  });

  it('say in a title no number that their own words do not', () => {
    const numbers = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/gu) ?? [];
    const unsaid = packs.flatMap((pack) =>
      [...pack.rules, ...pack.siting, ...pack.areaDuties].flatMap(({ id, title, phrase }) => numbers(title.zh).filter((number) => !numbers(phrase).includes(number)).map((number) => `${id}: ${number}`)),
    );
    expect(unsaid).toEqual([]);
  });

  it('are covered article by article, each once, and nothing in them comes from nowhere', () => {
    for (const pack of packs) {
      const articles = pack.coverage.map(({ article }) => article);
      expect([pack.id, articles.filter((article, index) => articles.indexOf(article) < index)]).toEqual([pack.id, []]);
      const covered = new Set(pack.coverage.flatMap(({ by }) => by));
      const parts = [pack.rules, pack.siting, pack.areaDuties, pack.targets, pack.controlTotals, pack.sourceSets, pack.sourceRequirements].flat();
      expect([pack.id, parts.map(({ id }) => id).filter((id) => !covered.has(id))]).toEqual([pack.id, []]);
    }
  });

  it('are covered to the last article', () => {
    const numbered = (id: string) => packOf(id).coverage.flatMap(({ article }) => /^三\(.*\)(\d+)$/u.exec(article)?.[1] ?? []).map(Number);
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
    expect(numbered('shanxi-2024')).toEqual(upTo(38));
    expect(numbered('jincheng-2024')).toEqual(upTo(35));
    expect(numbered('datong-2024')).toEqual(upTo(34));
    expect(packOf('jincheng-2024').coverage.flatMap(({ article }) => /^附件 (\d+)$/u.exec(article)?.[1] ?? []).map(Number)).toEqual(upTo(13));
    expect(packOf('jincheng-2020').coverage.filter(({ article }) => /^\([一二十]|^\([三四五六七八九]/u.test(article))).toHaveLength(22);
  });

  it('take the class limits of a no-burn zone from the national catalogue, word for word', () => {
    const classes = packOf('fuel-classes-2017').rules.map(({ subject, when }) => ({ all: [subject, when] }));
    expect(packOf('jincheng-2020').rules.find(({ id }) => id === 'JC20-7-fuel-ban')?.when).toEqual({ any: classes });
    expect(packOf('fuel-classes-2017').siting.map(({ when }) => when)).toEqual([{ any: classes }]);
  });

  it('name every place that they speak of', () => {
    const codes = packs.flatMap((pack) => [
      pack.jurisdiction,
      ...pack.targets.map(({ divisionCode }) => divisionCode),
      ...pack.controlTotals.map(({ divisionCode }) => divisionCode),
      ...conditionsOf(pack).flatMap((node) => ('inDivision' in node ? node.inDivision : [])),
    ]);
    expect([...new Set(codes)].filter((code) => placeName('zh', code) === code || placeName('en', code) === code)).toEqual([]);
  });

  it('name the ten boilers of four enterprises, 350 t/h together', () => {
    const entries = packOf('jincheng-2024').lists.flatMap(({ entries: named }) => named);
    expect(entries).toHaveLength(4);
    expect(sum(entries.map(({ count }) => count))).toBe(10);
    expect(sum(entries.map(({ count, capacityTph }) => count * (capacityTph ?? 0)))).toBe(350);
    expect(packOf('jincheng-2024').controlTotals.find(({ id }) => id === 'JC24-totals-named')).toMatchObject({ count: 10, capacityTph: 350 });
  });

  it('publish totals whose parts add up', () => {
    const [now, then] = [packOf('jincheng-2024'), packOf('jincheng-2020')];
    expect(totals(now, 'JC24-totals-coal', 'JC24-totals-gas', 'JC24-totals-biomass', 'JC24-totals-oil')).toBe(1003);
    expect(totals(now, 'JC24-totals')).toBe(1003);
    const counties = ['140502', '140521', '140522', '140524', '140525', '140581', 'development'].map((part) => `JC20-totals-${part}`);
    expect(totals(then, ...counties)).toBe(1091);
    expect(totals(then, 'JC20-totals')).toBe(1091);
  });

  it('set eleven cities their PM2.5 for 2025', () => {
    const { targets } = packOf('shanxi-2024');
    expect(targets.map(({ divisionCode, limit, strength }) => `${divisionCode} ${limit} ${strength}`).sort()).toEqual([
      '140100 38 strive', '140200 25 steady', '140300 35 strive', '140400 35 steady', '140500 35 steady', '140600 30 steady',
      '140700 35 strive', '140800 44 strive', '140900 35 steady', '141000 44 strive', '141100 28 steady',
    ]);
  });

  it('set Yangquan its counties of 2021, and the dustfall above which a clean-up begins', () => {
    const { targets } = packOf('yangquan-2021');
    const said = (pollutant: string) => targets.filter((target) => target.pollutant === pollutant).map(({ divisionCode, place, limit, strength }) => `${place === null ? divisionCode : 'development'} ${limit} ${strength}`);
    expect(said('no2')).toEqual(['140302 37 hard', '140303 45 hard', 'development 40 hard', '140311 35 hard', '140321 39 hard', '140322 30 hard']);
    expect(said('so2')).toEqual(['140302 18 hard', '140303 20 hard', 'development 21 hard', '140311 37 hard', '140321 40 hard', '140322 44 hard']);
    expect(said('dustfall')).toEqual(['140302 9 trigger', '140303 9 trigger', 'development 9 trigger', '140311 9 trigger', '140321 9 trigger', '140322 9 trigger']);
  });

  it('leave Datong without a 30 km rule of its own', () => {
    expect(packOf('datong-2024').sourceSets).toEqual([]);
    expect(conditionsOf(packOf('datong-2024')).filter((node) => 'withinReach' in node)).toEqual([]);
  });
});
