import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { sum, tally, tallyLine } from './tally.ts';
import type { Tally, TestReport } from './tally.ts';

/** One thing that must hold; `project` names the vitest project whose tests are counted. */
interface Step {
  readonly name: string;
  readonly args: readonly string[];
  readonly project?: string;
}

const VITEST = 'node_modules/vitest/vitest.mjs';

/** Cheapest first; the browser comes last and finds the page already built. */
const STEPS: readonly Step[] = [
  { name: 'types', args: ['node_modules/ts7/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'build', args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'] },
  { name: 'unit tests', args: [VITEST, 'run', '--project', 'unit'], project: 'unit' },
  { name: 'browser set-up', args: ['--import', 'tsx', 'scripts/set-up-browser.ts'] },
  { name: 'browser tests', args: [VITEST, 'run', '--project', 'e2e'], project: 'e2e' },
];

const startedMs = Date.now();
const tallies: Tally[] = [];
let broken: string | null = null;

for (const [index, step] of STEPS.entries()) {
  console.log(`\n== ${index + 1}/${STEPS.length} ${step.name} ==`);
  const exitCode = step.project === undefined ? runNode(step.args) : runTests(step.args, step.project);
  if (exitCode === 0) continue;
  if (step.project === undefined) tallies.push({ passed: 0, failed: 1 });
  broken = step.name;
  break;
}

const total = sum(tallies);
console.log(`\n== ${broken === null ? 'all steps done' : `FAILED: ${broken}`} (${((Date.now() - startedMs) / 1000).toFixed(0)} s) ==`);
console.log(tallyLine(total));
process.exitCode = broken === null && total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Runs one vitest project, records its tally, and answers with an exit code that is 0 only when every test passed. */
function runTests(args: readonly string[], project: string): number {
  const reportFile = `reports/${project}.json`;
  rmSync(reportFile, { force: true });
  const exitCode = runNode([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]);
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport) : null;
  const counted = tally(report, exitCode);
  tallies.push(counted);
  return exitCode === 0 && (counted.failed > 0 || counted.passed === 0) ? 1 : exitCode;
}

function runNode(args: readonly string[]): number {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
