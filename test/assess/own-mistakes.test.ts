import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/compile.ts';
import { facilityFrame, sourceFrame } from '../../src/assess/frame.ts';
import { openCourt } from '../../src/assess/court.ts';
import { judge as judgeTest } from '../../src/assess/judge.ts';
import { openRuleBook, scopedId } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import type { Condition } from '../../src/policy/condition.ts';
import { BIG_CHP, facility, heatSource, HOME, pack, project, rule } from './tiny.ts';

describe('our own mistakes', () => {
  const home = pack([rule()]);
  const scene = buildScene(project({ facilities: [facility({ lngLat: HOME }), facility()], heatSources: [heatSource()] }));
  const book = openRuleBook([home], '2024-06-01', {});
  const judged = (condition: Condition, row = 0) => () => judgeTest(compile(condition, home), facilityFrame(scene, book, openCourt(scene, book).eligibility, row, row + 1));

  it('throw, with what was got and what was expected', () => {
    expect(() => compile({ reading: 'bounds', options: {} }, home)).toThrow('compile: got the open reading bounds, expected settled conditions');
    expect(() => compile({ onList: 'nowhere' }, home)).toThrow('compile: got list nowhere, which pack P does not have');
    expect(judged({ withinReach: 'nowhere' })).toThrow('eligibilityIn: got source set P/nowhere, which no open pack has');
    expect(judged({ withinReach: 'nowhere' }, 1)).toThrow('eligibilityIn: got source set P/nowhere, which no open pack has');
    expect(() => judgeTest(compile({ withinReach: 'big' }, home), sourceFrame(scene, book))).toThrow('got source set P/big');
    expect(judged({ overdue: true })).toThrow('got a frame without late demands, expected the other rules to be judged first');
    const other = openRuleBook([pack([rule()], { id: 'Q', sourceSets: [{ ...BIG_CHP, id: 'other' }] })], '2024-06-01', {});
    const strange = facilityFrame(scene, other, openCourt(scene, book).eligibility, 0, 1);
    expect(() => judgeTest(compile({ withinReach: 'big' }, home), strange)).toThrow('reachPredicate: got source set P/big, expected one of Q/other');
  });

  it('are not made by reading a name within its own pack', () => {
    expect(scopedId(home, 'big')).toBe('P/big');
  });
});
