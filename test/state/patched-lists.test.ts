import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import { openCourt } from '../../src/assess/court.ts';
import { differingRows, notePatch } from '../../src/assess/differing-rows.ts';
import { reassessZone } from '../../src/assess/reassess-zone.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { seededRandom } from '../../src/base/random.ts';
import { scenarioProject } from '../../src/draft/scenario-project.ts';
import { changeFilters } from '../../src/state/commands/change-filters.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { sortBy } from '../../src/state/commands/sort-by.ts';
import { COLUMN_IDS } from '../../src/state/columns.ts';
import { ledgerOf } from '../../src/state/selectors/ledger.ts';
import { overviewOf } from '../../src/state/selectors/overview.ts';
import { tableOf } from '../../src/state/selectors/table.ts';
import type { Command, Session } from '../../src/state/session.ts';
import { newSession } from '../../src/state/session.ts';
import { mapMarks } from '../../src/ui/map-pane/map-data.ts';
import { HOME, facility, pack, project, rule, square, zone } from '../assess/tiny.ts';
import { draftZone } from './workbooks.ts';

const LAW = pack([
  rule({ id: 'BAN', when: { inZone: ['coalBan'] }, deadline: { origin: 'stated', day: '2024-01-31' } }),
  rule({ id: 'NEAR', duty: 'retrofit', when: { number: 'capacityTph', op: 'gte', limit: 30 } }),
]);
const DAY = '2024-06-01';
const random = seededRandom(17);
const DATA = project({
  facilities: Array.from({ length: 80 }, (_, i) =>
    facility({
      id: `F${i % 70}`, name: `炉${i}`, capacityTph: random() < 0.2 ? null : Math.floor(random() * 60), fuel: random() < 0.7 ? 'coal' : null, count: 1 + (i % 3),
      divisionCode: random() < 0.5 ? '140525' : '140502', lngLat: random() < 0.1 ? null : [HOME[0] + 0.06 * (random() - 0.5), HOME[1] + 0.06 * (random() - 0.5)], locationAccuracyM: random() < 0.3 ? 200 : 0,
    }),
  ),
  zones: [zone()],
});
const SHAPES = Array.from({ length: 25 }, () => square([HOME[0] + 0.04 * (random() - 0.5), HOME[1] + 0.04 * (random() - 0.5)], 0.005 + 0.02 * random()));

function answered(shape: (typeof SHAPES)[number], facilities = DATA.facilities): Session['live'] {
  const drafted = scenarioProject({ ...DATA, facilities }, { zones: [draftZone({ polygons: shape })], reachM: {} }, (name) => name);
  const assessment = assess(buildScene(drafted), openRuleBook([LAW], DAY, {}));
  if (assessment === null) throw new Error('the run stopped');
  return { question: { key: '', city: { project: drafted, packs: [LAW] }, asOf: DAY, packs: [LAW], choices: {} }, assessment };
}

function look(session: Session) {
  const [ledger, overview] = [ledgerOf(session), overviewOf(session)];
  if (ledger === null || overview === null) throw new Error('expected an answer');
  return { isPatch: ledger.patch !== null, rows: ledger.rows, overview, table: tableOf(session).map(({ index }) => index), marks: mapMarks(ledger, overview.shown) };
}

describe('lists that follow a drag', () => {
  const views: readonly (readonly [string, Command])[] = [
    ['all', (session) => session],
    ['filtered by duty', changeFilters({ duties: ['close'] })],
    ['filtered by county and certainty', changeFilters({ counties: ['140525'], certainties: ['review', 'unknown'] })],
    ['filtered by rule', changeFilters({ rule: 'BAN' })],
    ...COLUMN_IDS.map((column) => [`sorted by ${column}`, sortBy(column)] as const),
  ];
  it.each(views)('are what they would be if made anew: %s', (_, command) => {
    const start = command(receiveCity({ project: DATA, packs: [LAW] })(newSession(DAY)));
    const seen = SHAPES.map((shape) => look({ ...start, live: answered(shape) }));
    const fresh = SHAPES.map((shape) => look({ ...start, live: answered(shape, [...DATA.facilities]) }));
    expect(seen.slice(1).every(({ isPatch }) => isPatch)).toBe(true);
    expect(fresh.some(({ isPatch }) => isPatch)).toBe(false);
    for (const [i, { isPatch: _patch, ...lists }] of seen.entries()) {
      const { isPatch: _fresh, ...expected } = fresh[i] ?? look(start);
      expect(lists).toEqual(expected);
    }
  });
});

describe('differingRows', () => {
  const brute = (a: Assessment, b: Assessment): number[] =>
    Array.from({ length: a.count }, (_, row) => row).filter((row) =>
      (['duty', 'possibleDuty', 'certainty', 'deadlineRule', 'overdue', 'division'] as const).some((column) => a[column][row] !== b[column][row]) ||
      a.rules.some((_rule, r) => a.outcomes[r * a.count + row] !== b.outcomes[r * b.count + row]),
    );

  it('are the same whether looked for everywhere, in a patch, or through a chain of patches', () => {
    const drafted = scenarioProject(DATA, { zones: [draftZone({ polygons: SHAPES[0] ?? [] })], reachM: {} }, (name) => name);
    const [scene, book] = [buildScene(drafted), openRuleBook([LAW], DAY, {})];
    const first = assess(scene, book);
    if (first === null) throw new Error('the run stopped');
    let [court, last] = [openCourt(scene, book), first];
    let moved = 0;
    for (const shape of SHAPES) {
      const { court: next, assessment, patch } = reassessZone(court, last, drafted.zones.length - 1, shape);
      notePatch(assessment, last, patch);
      expect([...(differingRows(last, assessment) ?? [])]).toEqual(brute(last, assessment));
      expect([...(differingRows(first, assessment) ?? [])]).toEqual(brute(first, assessment));
      expect([...(differingRows({ ...first }, assessment) ?? [])]).toEqual(brute(first, assessment));
      moved += brute(last, assessment).length;
      [court, last] = [next, assessment];
    }
    expect(moved).toBeGreaterThan(50);
  });

  it('are none to be told between other ledgers or laws', () => {
    const one = answered(SHAPES[0] ?? [])?.assessment;
    if (one === undefined) throw new Error('expected an answer');
    expect(differingRows(one, { ...one, count: 3 })).toBeNull();
    expect(differingRows(one, { ...one, rules: one.rules.slice(1) })).toBeNull();
    expect([...(differingRows(one, one) ?? [9])]).toEqual([]);
  });
});
