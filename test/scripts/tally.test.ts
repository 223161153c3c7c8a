import { describe, expect, it } from 'vitest';
import { sum, tally, tallyLine } from '../../scripts/tally.ts';
import type { TestReport } from '../../scripts/tally.ts';

const GREEN: TestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
};

describe('tally', () => {
  it('counts passed and failed tests', () => {
    expect(tally(GREEN, 0)).toEqual({ passed: 3, failed: 0 });
    expect(tally({ ...GREEN, numPassedTests: 1, numFailedTests: 2 }, 1)).toEqual({ passed: 1, failed: 2 });
  });

  it('counts each file that could not be loaded as one more failure', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const broken = { status: 'failed', assertionResults: [{}] };
    const empty = { status: 'passed', assertionResults: [] };
    const testResults = [...GREEN.testResults, unloaded, unloaded, broken, empty];
    expect(tally({ ...GREEN, numFailedTests: 1, testResults }, 1)).toEqual({ passed: 3, failed: 3 });
  });

  it('does not let a skipped or a planned test pass', () => {
    expect(tally({ ...GREEN, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({ passed: 3, failed: 2 });
  });

  it('fails a run that exits badly though every test passed, and one without a report', () => {
    expect(tally(GREEN, 1)).toEqual({ passed: 3, failed: 1 });
    expect(tally(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

it('adds up the runs into one line', () => {
  const total = sum([tally(GREEN, 0), { passed: 4, failed: 1 }]);
  expect(tallyLine(total)).toBe('7 passed, 1 failed');
  expect(tallyLine(sum([]))).toBe('0 passed, 0 failed');
});
