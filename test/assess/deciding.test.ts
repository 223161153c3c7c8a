import { describe, expect, it } from 'vitest';
import { compile } from '../../src/assess/compile.ts';
import { decidingFindings, missingFields, smallestMarginM } from '../../src/assess/deciding.ts';
import type { Outcome, Verdict } from '../../src/assess/assessment.ts';
import type { Finding } from '../../src/assess/finding.ts';
import { facilityFrame, sourceFrame } from '../../src/assess/frame.ts';
import { openCourt } from '../../src/assess/court.ts';
import { judge as judgeTest } from '../../src/assess/judge.ts';
import { openRuleBook, scopedId } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import type { Condition } from '../../src/policy/condition.ts';
import type { Duty } from '../../src/policy/duty.ts';
import { BIG_CHP, facility, heatSource, HOME, pack, project, rule } from './tiny.ts';

function finding(id: string, outcome: Outcome, parts: Partial<Finding> = {}): Finding {
  return { rule: id, pack: 'P', article: '', outcome, marginM: null, missing: [], evidence: [], grounds: [], clause: null, heldBy: null, ...parts };
}

const verdict = (duty: Duty): Verdict => ({ duty, possibleDuty: duty, certainty: 'certain', deadline: null, deadlineOrigin: 'none', overdue: false });
const DUTY: Readonly<Record<string, Duty>> = { c: 'close', r: 'retrofit', i: 'inspect' };
const deciding = (duty: Duty, ...findings: readonly Finding[]) => decidingFindings(findings, verdict(duty), ({ rule: id }) => DUTY[id.charAt(0)] ?? 'none').map(({ rule: id }) => id);

describe('decidingFindings', () => {
  it('are those that apply with the duty of the verdict, then the open ones that would be stronger', () => {
    const all = [finding('c1', 'unknown'), finding('r1', 'applies'), finding('c2', 'review'), finding('r2', 'applies'), finding('i1', 'applies')];
    expect(deciding('retrofit', ...all)).toEqual(['r1', 'r2', 'c1', 'c2']);
  });

  it('are no open ones of the same or a weaker duty, and none that demand nothing', () => {
    expect(deciding('retrofit', finding('r1', 'review'), finding('i1', 'unknown'), finding('c1', 'outside'), finding('c2', 'exempt'), finding('c3', 'unbound'))).toEqual([]);
    expect(deciding('none', finding('i1', 'review'))).toEqual(['i1']);
  });
});

describe('of several findings', () => {
  const at = (marginM: number | null, ...missing: readonly string[]) => finding('x', 'review', { marginM, missing });

  it('the smallest margin, whichever its sign', () => {
    expect(smallestMarginM([at(300), at(-20), at(null), at(40)])).toBe(-20);
    expect(smallestMarginM([at(20), at(-20)])).toBe(20);
    expect(smallestMarginM([at(-300), at(0)])).toBe(0);
    expect(smallestMarginM([at(null)])).toBeNull();
    expect(smallestMarginM([])).toBeNull();
  });

  it('what is missing, each once', () => {
    expect(missingFields([at(null, 'use', 'fuel'), at(null, 'fuel', 'kind')])).toEqual(['use', 'fuel', 'kind']);
  });
});

describe('our own mistakes', () => {
  const home = pack([rule()]);
  const scene = buildScene(project({ facilities: [facility({ lngLat: HOME }), facility()], heatSources: [heatSource()] }));
  const book = openRuleBook([home], '2024-06-01', {});
  const judged = (condition: Condition, row = 0) => () => judgeTest(compile(condition, home), facilityFrame(scene, book, openCourt(scene, book).eligibility, row, row + 1));

  it('throw, with what was got and what was expected', () => {
    expect(() => compile({ reading: 'bounds', options: {} }, home)).toThrow('compile: got the open reading bounds, expected settled conditions');
    expect(() => compile({ onList: 'nowhere' }, home)).toThrow('compile: got list nowhere, which pack P does not have');
    expect(judged({ withinReach: 'nowhere' })).toThrow('reachPredicate: got source set P/nowhere, expected one of P/big');
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
