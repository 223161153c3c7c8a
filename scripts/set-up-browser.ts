import { spawnSync } from 'node:child_process';
import { planBrowser, planFont } from './find-chromium.ts';
import { browserText } from './text/browser.ts';
import { thisMachine } from './this-machine.ts';

/** Makes sure that there is a Chromium and a Chinese font for the end-to-end tests; exit code 1 with advice when not. */
function setUpBrowser(): string | null {
  const plan = planBrowser(thisMachine());
  if (plan.kind === 'wrong-path') return browserText.pathMissing(plan.path);
  if (plan.kind === 'install') {
    if (plan.by === 'apt') apt(['chromium', 'fonts-wqy-microhei']);
    // Where the distribution has no Chromium of its own, apt brings only what Playwright's needs.
    if (planBrowser(thisMachine()).kind === 'install') playwright(plan.by === 'apt' ? ['--with-deps'] : []);
  }
  if (planFont(thisMachine()) === 'install') apt(['fontconfig', 'fonts-wqy-microhei']);

  const settled = planBrowser(thisMachine());
  if (settled.kind !== 'use') return browserText.browserRefused;
  if (planFont(thisMachine()) !== 'present') return browserText.fontRefused;
  console.log(browserText.found(settled.path));
  return null;
}

function apt(packages: readonly string[]): void {
  console.log(browserText.installing(packages.join(', ')));
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

function playwright(options: readonly string[]): void {
  console.log(browserText.installing('Playwright Chromium'));
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', '--no-shell', ...options, 'chromium']);
}

/** The outcome is judged by looking again, not by the exit code. */
function run(program: string, args: readonly string[]): void {
  spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

const problem = setUpBrowser();
if (problem !== null) {
  console.error(problem);
  process.exitCode = 1;
}
