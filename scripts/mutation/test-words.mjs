import { format } from 'node:util';
import * as vitestExpect from '@vitest/expect';

/**
 * The words in which the tests are written, without vitest around them: `describe`, `it`, `each` of both, and vitest's own
 * `expect`. No hooks, mocks or timers: the tests of the engine need none.
 *
 * @param found hears of each test: its name, and what runs it.
 */
export function testWords(found) {
  const path = [];

  function describe(name, body) {
    path.push(name);
    body();
    path.pop();
  }

  function it(name, run) {
    found({ name: [...path, name].join(' '), run });
  }

  describe.each = each(describe);
  it.each = each(it);
  return { describe, it, expect: expectOf() };
}

function each(word) {
  return (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      word(format(name, ...values), () => body(...values));
    }
  };
}

function expectOf() {
  const { chai, JestChaiExpect, JestAsymmetricMatchers, JestExtend, GLOBAL_EXPECT, setState } = vitestExpect;
  for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
  globalThis[GLOBAL_EXPECT] = chai.expect;
  setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, chai.expect);
  return chai.expect;
}
