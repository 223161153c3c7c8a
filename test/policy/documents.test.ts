import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/policy/condition.ts';
import { nodesOf } from '../../src/policy/conditions.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { loadPacks } from './packs.ts';

const packs = loadPacks();

function packOf(id: string): RulePack {
  const found = packs.find((pack) => pack.id === id);
  if (found === undefined) throw new Error(`got no pack ${id}, expected one of ${packs.map((pack) => pack.id).join(', ')}`);
  return found;
}

function conditionsOf(pack: RulePack): readonly Condition[] {
  return [
    ...pack.rules.flatMap((rule) => [rule.subject, rule.when, ...rule.unless.map(({ condition }) => condition)]),
    ...pack.sourceSets.map(({ eligible }) => eligible),
    ...pack.controlTotals.map(({ where }) => where),
  ].flatMap((condition) => [...nodesOf(condition)]);
}

const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((so, number) => so + (number ?? 0), 0);

const totals = (pack: RulePack, ...endings: string[]) =>
  sum(endings.map((ending) => pack.controlTotals.find(({ id }) => id === ending)?.count ?? null));

/** Readings that record how the document was dated; no condition hangs on them. */
const RECORDED_ONLY = ['jincheng-2024/in-force-day'];

describe('the documents', () => {
  it('demand of facilities what their articles do', () => {
    const demands = packs.flatMap((pack) => pack.rules.map(({ id, duty, deadline, standing }) => `${id} ${duty} ${deadline.day ?? 'undated'}${standing ? ' standing' : ''}`));
    expect(demands).toEqual([
      'JC20-7-coal-ban close undated standing',
      'JC20-7-fuel-ban close undated standing',
      'JC20-7-first-season hold undated',
      'JC20-10-hot-air close 2020-09-30',
      'JC20-10-kiln-network close undated',
      'JC20-14-lt35 close 2020-09-30',
      'JC20-19-stack-45 monitor undated',
      'JC24-1-brick-gas close 2024-12-31',
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
      'SX24-9-built-up phase-out undated',
      'SX24-9-le35 close undated',
      'SX24-9-network close undated',
      'SX24-9-radius close-or-consolidate undated',
      'SX24-10-gas-producer phase-out undated',
      'SX24-21-ule-35-65 retrofit 2024-10-31',
      'SX24-21-ule-all retrofit 2024-10-31',
      'SX24-21-gas-low-nox inspect undated',
      'SX24-21-biomass inspect undated',
    ]);
  });

  it('charge somebody with every demand but the one that names nobody', () => {
    const idle = packs.flatMap((pack) => pack.rules.filter(({ departments }) => departments.lead.length + departments.share.length === 0));
    expect(idle.map(({ id }) => id)).toEqual(['JC20-19-stack-45']);
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
});
