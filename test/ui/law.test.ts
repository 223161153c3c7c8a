import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/assess/assessment.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { rulesInForce } from '../../src/policy/in-force.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { findPlace } from '../../src/state/selectors/place.ts';
import { lackingForBans, siteVerdict } from '../../src/state/selectors/site.ts';
import { lawWords } from '../../src/text/law.ts';
import { readOwnPack } from '../../src/ui/header/read-own-pack.ts';
import { articlesOf } from '../../src/ui/law/articles-of.ts';
import { sourceDoubts } from '../../src/ui/law/source-doubts.ts';
import { openBecause } from '../../src/ui/law/target-words.ts';
import { readRuleFilter, ruleFilterOf } from '../../src/ui/ledger/verdict-filter.ts';
import { movedWords } from '../../src/ui/parts/moved-words.ts';
import { bindsHere, orderPacks } from '../../src/ui/parts/order-packs.ts';
import { wordsOf } from '../../src/ui/parts/words.ts';
import { placeFacts } from '../../src/ui/place/place-facts.ts';
import { pointText, readPoint } from '../../src/ui/site/read-point.ts';
import { HOME, division, heatSource, pack, project, rule, square, zone } from '../assess/tiny.ts';
import { packTexts } from '../policy/packs.ts';
import { answeredSession } from '../state/tiny-session.ts';

const packs: readonly RulePack[] = [...packTexts].flatMap(([, text]) => {
  const read = parseRulePack(JSON.parse(text));
  return read.ok ? [read.value] : [];
});

describe('articlesOf', () => {
  it.each(packs.map((one) => [one.id, one] as const))('shows every provision of %s at some article, and a word for every article without one', (_, one) => {
    const rows = articlesOf(one);
    const shown = new Set(rows.flatMap(({ entries }) => entries.flatMap(({ items }) => items.map(({ id }) => id))));
    const all = [...one.rules, ...one.siting, ...one.sourceSets, ...one.sourceRequirements, ...one.areaDuties, ...one.targets, ...one.controlTotals].map(({ id }) => id);
    expect(all.filter((id) => !shown.has(id))).toEqual([]);
    expect(rows.filter(({ entries, why }) => entries.length === 0 && why === null)).toEqual([]);
    expect(rows).toHaveLength(one.coverage.length);
  });

  it('tells a pack without coverage by the articles of its provisions', () => {
    const rows = articlesOf(pack([rule({ id: 'a', article: '7' }), rule({ id: 'b', article: '9', duty: 'hold', holds: ['close'] })]));
    expect(rows.map(({ article, entries }) => [article, ...entries.map(({ kind }) => kind)])).toEqual([
      ['7', 'rule'],
      ['9', 'hold', 'sourceSet'],
    ]);
  });
});

describe('orderPacks', () => {
  const county = { divisions: [division('140525', square(HOME, 0.1))] };
  const named = (id: string, jurisdiction: string, until: string | null = null) => pack([], { id, jurisdiction, inForce: { from: '2020-01-01', until } });

  it('puts what binds here first, then what is in force, then the nearest law', () => {
    const all = [named('nation', '000000'), named('elsewhere', '140200'), named('lapsed', '140500', '2021-01-01'), named('province', '140000'), named('city', '140500')];
    expect(orderPacks(all, county, '2024-12-31').map(({ id }) => id)).toEqual(['city', 'province', 'nation', 'lapsed', 'elsewhere']);
  });

  it('without counties nobody can say that a document does not bind', () => {
    expect(bindsHere(named('elsewhere', '140200'), { divisions: [] })).toBe(true);
    expect(bindsHere(named('elsewhere', '140200'), county)).toBe(false);
  });
});

describe('readPoint', () => {
  it.each([
    ['112.85, 35.49', [112.85, 35.49]],
    ['112.85，35.49', [112.85, 35.49]],
    ['112.85 35.49', [112.85, 35.49]],
    ['35.49, 112.85', [112.85, 35.49]],
    ['112°51′E 35°30′N', [112.85, 35.5]],
    ['35°30′N, 112°51′E', [112.85, 35.5]],
    ['东经112度51分0秒，北纬35度30分0秒', [112.85, 35.5]],
    ['-70.1, -33.4', [-70.1, -33.4]],
  ] as const)('reads %s', (text, point) => {
    expect(readPoint(text)).toEqual(point);
  });

  it.each(['112.85', '', 'here', '112°75′, 35°', '1, 2, 3'])('does not read %j', (text) => {
    expect(readPoint(text)).toBe('unreadable');
  });

  it('knows what lies on no map', () => {
    expect(readPoint('200, 35')).toBe('far');
    expect(readPoint('112, 95')).toEqual('far');
    expect(readPoint('500000, 3900000')).toBe('far');
  });

  it('writes what it reads', () => {
    expect(readPoint(pointText([112.123456789, -0.5]))).toEqual([112.123456789, -0.5]);
  });
});

describe('siteVerdict', () => {
  const answer = (...bans: readonly (readonly [outcome: string, strength?: string, missing?: readonly string[]])[]) =>
    ({ bans: bans.map(([outcome, strength = 'forbidden', missing = []]) => ({ ban: { strength }, finding: { outcome, missing } })) }) as unknown as Parameters<typeof siteVerdict>[0];

  it('says the strongest word that an article has for it', () => {
    expect(siteVerdict(answer(['applies', 'inPrinciple'], ['applies', 'forbidden'], ['review']))).toBe('banned');
    expect(siteVerdict(answer(['applies', 'inPrinciple'], ['review', 'forbidden']))).toBe('inPrinciple');
    expect(siteVerdict(answer(['review'], ['outside']))).toBe('mayBan');
    expect(siteVerdict(answer(['unknown']))).toBe('mayBan');
    expect(siteVerdict(answer(['outside'], ['exempt']))).toBe('free');
    expect(siteVerdict(answer())).toBe('free');
  });

  it('names what is missing only when that alone leaves it open', () => {
    expect(lackingForBans(answer(['unknown', 'forbidden', ['industry', 'use']], ['unknown', 'forbidden', ['industry']]))).toEqual(['industry', 'use']);
    expect(lackingForBans(answer(['review'], ['unknown', 'forbidden', ['industry']]))).toEqual([]);
  });
});

describe('places of the map', () => {
  const world = project({
    heatSources: [heatSource({ kind: null, units: '2x600' })],
    zones: [zone({ id: 'Z', name: '甲区', kind: 'noBurn', illustrative: true })],
    parks: [{ id: 'K', name: '园区', divisionCodes: [], lngLat: HOME, accuracyM: 6000, note: '' }],
    stations: [{ code: 'S', name: '站', level: 'national', role: 'urban', divisionCode: null, lngLat: HOME, accuracyM: null, note: '' }],
  });
  const { answer } = answeredSession(world).run;
  const facts = (kind: 'source' | 'zone' | 'park' | 'station', id: string) => {
    const place = findPlace(world, { kind, id });
    return place === null ? null : placeFacts(wordsOf('zh'), place, answer);
  };

  it('says what each is and what follows from that', () => {
    expect(facts('source', 'S1')).toEqual(['未知 · 2x600', '待定：缺数据', '缺：是否热电联产']);
    expect(facts('zone', 'Z')).toEqual(['高污染燃料禁燃区 · 类别缺失：相应条款待复核', '示意边界，不是官方边界']);
    expect(facts('park', 'K')).toEqual(['工业园区（约位） · ±6,000 米']);
    expect(facts('station', 'S')).toEqual(['国控 · 城市评价点']);
    expect(facts('zone', 'other')).toBeNull();
  });

  it('names the missing facts of a source as people say them', () => {
    if (answer === null) throw new Error('no answer');
    expect(sourceDoubts('zh', answer, 0)).toEqual({ lacking: ['是否热电联产'], questions: [] });
  });
});

describe('movedWords', () => {
  const verdict = { duty: 'close', possibleDuty: 'close', certainty: 'certain', deadline: '2024-09-30', deadlineOrigin: 'stated', overdue: true } as const;
  const words = (before: Partial<Verdict>, after: Partial<Verdict>) => movedWords(wordsOf('zh'), { facility: 0, before: { ...verdict, ...before }, after: { ...verdict, ...after } });

  it('says only what moved', () => {
    expect(words({}, {})).toEqual([]);
    expect(words({}, { duty: 'retrofit', possibleDuty: 'retrofit' })).toEqual(['须关停淘汰 → 须提标改造']);
    expect(words({}, { deadline: null, overdue: false })).toEqual(['2024-09-30 → 未定期限', '逾期 → 未逾期']);
    expect(words({ duty: 'none', certainty: 'review', deadline: null, overdue: false }, { duty: 'none', certainty: 'unknown', deadline: null, overdue: false })).toEqual(['待复核 → 缺数据']);
  });
});

describe('the filter by rule', () => {
  it('tells surely from possibly, and writes what it reads', () => {
    expect(readRuleFilter('R')).toEqual({ rule: 'R', mayRule: null });
    expect(readRuleFilter('?R')).toEqual({ rule: null, mayRule: 'R' });
    expect(readRuleFilter(null)).toEqual({ rule: null, mayRule: null });
    expect(ruleFilterOf({ rule: 'A', mayRule: 'B' })).toEqual(['A', '?B']);
  });
});

describe('a target that nobody can judge', () => {
  const target = packs.flatMap(({ targets }) => targets)[0];
  if (target === undefined) throw new Error('no target');
  const days = { covered: 1, inPeriod: 365, needed: 324 };
  it.each(['place', 'period', 'not-begun', 'not-ended', 'no-readings', 'too-few'] as const)('%s: has its reason in both languages', (because) => {
    expect(openBecause(lawWords.zh, because, target, days)).not.toBe('');
    expect(openBecause(lawWords.en, because, target, days)).not.toBe(openBecause(lawWords.zh, because, target, days));
  });

  it('says how many days there are and how many it takes', () => {
    expect(openBecause(lawWords.zh, 'too-few', target, days)).toBe('365 天中只有 1 天数据，至少要 324 天');
  });
});

describe("the reader's own pack", () => {
  const [, text = ''] = [...packTexts][0] ?? [];
  const read = (content: string) => readOwnPack('own.json', new TextEncoder().encode(content));

  it('takes a pack as it is', () => {
    const own = read(text);
    expect(own.ok && rulesInForce([own.value.pack ?? pack([])], '2024-12-31').length).toBeGreaterThan(0);
    expect(own.ok && openRuleBook([own.value.pack ?? pack([])], '2024-12-31', {}).packs).toHaveLength(1);
  });

  it('says where broken JSON breaks', () => {
    expect(read('{\n "id": 1,\n}')).toMatchObject({ ok: false, problems: [{ kind: 'not-json', sentence: { zh: '不是有效的 JSON：第 3 行第 1 列处出现了多余或错误的 "}"。' } }] });
    expect(read('')).toMatchObject({ ok: false, problems: [{ kind: 'not-json' }] });
  });

  it('hands on every problem with its path', () => {
    const broken = JSON.stringify({ ...(JSON.parse(text) as object), jurisdiction: 5 });
    expect(read(broken)).toMatchObject({ ok: false, problems: [{ kind: 'not-a-pack', problems: [{ path: 'jurisdiction', code: 'type' }] }] });
    expect(read('[]')).toMatchObject({ ok: false, problems: [{ kind: 'not-a-pack', problems: [{ path: '' }] }] });
  });

  it('refuses what is no text, and what no pack is as large as', () => {
    expect(readOwnPack('x', Uint8Array.of(0xff, 0xfe, 0))).toMatchObject({ ok: false, problems: [{ kind: 'not-text' }] });
    expect(readOwnPack('x', new Uint8Array(2_000_001))).toMatchObject({ ok: false, problems: [{ kind: 'too-large' }] });
  });
});
