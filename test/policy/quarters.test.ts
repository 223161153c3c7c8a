import { describe, expect, it } from 'vitest';
import { inPeriod } from '../../src/domain/place.ts';
import { rulesInForce } from '../../src/policy/in-force.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { loadPacks } from './packs.ts';

const packs = loadPacks();

/** The middle of each quarter from 2018 to 2030. */
const QUARTERS = Array.from({ length: 13 * 4 }, (_, quarter) => `${2018 + Math.floor(quarter / 4)}-${['02', '05', '08', '11'][quarter % 4] ?? ''}-15`);

/** What speaks on a day: demands on facilities, and rules on what may be built, as `jurisdiction topic`. */
function spokenOn(day: string): ReadonlyMap<string, readonly string[]> {
  const spoken = new Map<string, string[]>();
  const say = ({ jurisdiction }: RulePack, topic: string, id: string) => {
    const key = `${jurisdiction} ${topic}`;
    spoken.set(key, [...(spoken.get(key) ?? []), id]);
  };
  for (const { rule, pack } of rulesInForce(packs, day)) say(pack, rule.topic, rule.id);
  for (const pack of packs) {
    for (const ban of pack.siting) {
      const period = ban.standing ? { from: pack.inForce.from, until: null } : pack.inForce;
      if (inPeriod(period, day) && inPeriod(ban.inForce, day)) say(pack, ban.topic, ban.id);
    }
  }
  return spoken;
}

const SPOKEN = QUARTERS.map((day) => ({ day, topics: spokenOn(day) }));
const TOPICS = [...new Set(SPOKEN.flatMap(({ topics }) => [...topics.keys()]))].sort();

/** The quarters in which the topic is silent between two in which it speaks. */
function silence(topic: string): readonly string[] {
  const speaks = SPOKEN.map(({ topics }) => topics.has(topic));
  const [first, last] = [speaks.indexOf(true), speaks.lastIndexOf(true)];
  return SPOKEN.filter((_, index) => index > first && index < last && !speaks[index]).map(({ day }) => day);
}

/** Silences that the law itself leaves. */
const GAPS: Readonly<Record<string, { readonly from: string; readonly to: string; readonly because: string }>> = {
  '140500 boilers-le-35': { from: '2021-05-15', to: '2024-02-15', because: 'the winter plan lapsed in March 2021, the next plan came in 2024' },
};

/** Topics that end with their document and have no successor. */
const ENDINGS: Readonly<Record<string, string>> = {
  '140300 open-pit': 'a task of the annual plan for 2021',
  '140300 overdue-coal': 'a task of the annual plan for 2021: it speaks of days that had passed then',
  '140500 first-season': 'the one heating season that it protects ended in March 2021',
  '140500 hot-air-stoves': 'a task of the winter plan 2020–2021',
  '140500 kiln-network': 'a task of the winter plan 2020–2021',
  '140500 open-pit-survey': 'a task of the winter plan 2020–2021',
  '140500 stack-45': 'a task of the winter plan 2020–2021',
};

describe('topics, quarter by quarter from 2018 to 2030', () => {
  it('are spoken of by one rule at a time in one place', () => {
    const clashes = SPOKEN.flatMap(({ day, topics }) => [...topics].filter(([, ids]) => ids.length > 1).map(([topic, ids]) => `${day} ${topic}: ${ids.join(', ')}`));
    expect(clashes).toEqual([]);
  });

  it('fall silent only where the law does', () => {
    const gaps = TOPICS.map((topic) => ({ topic, quarters: silence(topic) })).filter(({ quarters }) => quarters.length > 0);
    expect(Object.fromEntries(gaps.map(({ topic, quarters }) => [topic, [quarters.at(0), quarters.at(-1)]]))).toEqual(
      Object.fromEntries(Object.entries(GAPS).map(([topic, { from, to }]) => [topic, [from, to]])),
    );
  });

  it('end only where the law does', () => {
    const last = SPOKEN.at(-1);
    expect(TOPICS.filter((topic) => !last?.topics.has(topic))).toEqual(Object.keys(ENDINGS));
  });

  it('change hands in Jincheng from the plan of 2020 to that of 2024', () => {
    const hands = SPOKEN.map(({ topics }) => topics.get('140500 boilers-le-35')?.[0] ?? 'nobody');
    expect(hands.filter((id, index) => id !== hands[index - 1])).toEqual(['nobody', 'JC20-14-lt35', 'nobody', 'JC24-9-le35']);
  });
});

describe('the rules of a day', () => {
  const CATALOGUE = ['FC17-class-1', 'FC17-class-2', 'FC17-class-3'];
  const ZONES = ['JC20-7-coal-ban', 'JC20-7-fuel-ban'];

  it.each<[string, readonly string[]]>([
    ['2020-12-01', [...CATALOGUE, ...ZONES, 'JC20-7-first-season', 'JC20-10-hot-air', 'JC20-10-kiln-network', 'JC20-14-lt35', 'JC20-19-stack-45', 'JC20-A-open-pit']],
    ['2021-08-01', [...CATALOGUE, ...ZONES, 'YQ21-3-coal-ban', 'YQ21-3-no-one-size', 'YQ21-3-overdue', 'YQ21-5-open-pit']],
    [
      '2024-07-01',
      [
        'DT24-8-built-up', 'DT24-8-le35', 'DT24-9-gas-producer', 'DT24-20-ule-35-65', 'DT24-20-ule-all', 'DT24-20-gas-low-nox', 'DT24-20-biomass', 'DT24-20-biomass-small',
        ...CATALOGUE,
        ...ZONES,
        'JC24-1-brick-gas', 'JC24-2-units-lt300', 'JC24-9-named', 'JC24-9-le35', 'JC24-9-radius', 'JC24-10-gasifier', 'JC24-19-parks', 'JC24-21-monitor-10',
        'JC24-21-biomass-le4', 'JC24-21-biomass-kept', 'JC24-21-gas-low-nox', 'JC24-A13-downgrade',
        'SX24-2-units-lt300', 'SX24-9-built-up', 'SX24-9-le35', 'SX24-9-network', 'SX24-9-radius', 'SX24-10-gas-producer', 'SX24-21-ule-35-65', 'SX24-21-ule-all',
        'SX24-21-gas-low-nox', 'SX24-21-biomass', 'SX24-21-biomass-small',
        'YQ21-3-coal-ban', 'YQ21-3-no-one-size',
      ],
    ],
  ])('%s', (day, ids) => {
    expect(rulesInForce(packs, day).map(({ rule }) => rule.id)).toEqual(ids);
  });
});
