import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { DryRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { testWords } from './test-words.mjs';

/**
 * A test runner for Stryker that bundles the tests once and runs them in its own process: a mutant costs the tests that
 * reach it and nothing else, while vitest starts a thread and loads every module anew for each, half a second's work. A
 * mutant of what a module works out when it is loaded still gets the modules anew.
 */
class OneProcessRunner {
  #bundle = '';
  #loads = 0;
  #tests = null;
  /** Where the instrumented code looks up which mutant lives, and counts who reaches it. */
  #mutation = (globalThis.__stryker__ ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#bundle = await bundleTests();
  }

  async dryRun() {
    const result = await this.#run(await this.#load(), false);
    return { ...result, mutantCoverage: this.#mutation.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, reloadEnvironment }) {
    if (reloadEnvironment) this.#tests = null;
    this.#mutation.activeMutant = reloadEnvironment ? activeMutant.id : undefined;
    let result;
    try {
      const tests = await this.#load();
      Object.assign(this.#mutation, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
      const wanted = new Set(testFilter);
      result = await this.#run(testFilter === undefined ? tests : tests.filter(({ name }) => wanted.has(name)), true);
    } catch (error) {
      // The mutant keeps the modules from loading: no test would pass.
      result = { status: DryRunStatus.Complete, tests: [{ id: 'load', name: 'load', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) }] };
    }
    if (reloadEnvironment) this.#tests = null;
    return toMutantRunResult(determineHitLimitReached(this.#mutation.hitCount, hitLimit) ?? result);
  }

  async #load() {
    if (this.#tests === null) {
      const tests = (globalThis[TESTS] = []);
      await import(`${pathToFileURL(this.#bundle)}?load=${String(this.#loads++)}`);
      this.#tests = tests;
    }
    return this.#tests;
  }

  async #run(tests, bail) {
    const results = [];
    for (const { name, run } of tests) {
      const since = Date.now();
      this.#mutation.currentTestId = name;
      let failure = null;
      try {
        await run();
      } catch (error) {
        failure = String(error);
      }
      this.#mutation.currentTestId = undefined;
      const common = { id: name, name, timeSpentMs: Date.now() - since };
      results.push(failure === null ? { ...common, status: TestStatus.Success } : { ...common, status: TestStatus.Failed, failureMessage: failure });
      if (bail && failure !== null) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcessRunner)];

const FOLDER = 'test/assess';

/**
 * The tests of the room. Left out are the properties over any world, the embedded city and the comparisons with a city
 * judged anew, which take seconds each.
 */
const LEFT_OUT = /-properties\.test\.ts$|^(?:three-cities|reassess-zone|compare)\.test\.ts$/;

const TESTS = Symbol.for('coal-ban-map tests');

globalThis[Symbol.for('coal-ban-map test words')] = testWords((test) => globalThis[TESTS].push(test));

async function bundleTests() {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file));
  const outfile = join(mkdtempSync(resolve('mutation-')), 'tests.mjs');
  await build({
    stdin: { contents: files.map((file) => `import './${FOLDER}/${file}';`).join('\n'), resolveDir: process.cwd(), loader: 'ts' },
    absWorkingDir: process.cwd(),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    plugins: [{ name: 'one process', setup: setUpBundle }],
  });
  return outfile;
}

function setUpBundle(bundle) {
  bundle.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'words' }));
  bundle.onLoad({ filter: /./, namespace: 'words' }, () => ({ contents: "export const { describe, it, expect } = globalThis[Symbol.for('coal-ban-map test words')];" }));
  // A module in a bundle must still find the files that lie beside it.
  bundle.onLoad({ filter: /(?:src|test)[\\/].*\.ts$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(String(pathToFileURL(path)))), loader: 'ts' }));
}
