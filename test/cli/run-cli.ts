import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface CliRun {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line, as `npm run assess --` does. */
export function runCli(args: readonly string[], cwd = ROOT): CliRun {
  return runScript('scripts/assess.ts', args, cwd);
}

/** As `npm run policy --` does. */
export function runPolicy(args: readonly string[], cwd = ROOT): CliRun {
  return runScript('scripts/policy.ts', args, cwd);
}

function runScript(script: string, args: readonly string[], cwd: string): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, script), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, INIT_CWD: cwd },
  });
  return { exit: status, out: stdout, err: stderr };
}

/** A folder with these files, gone after use. */
export function withFiles<Answer>(files: Readonly<Record<string, string>>, use: (path: (name: string) => string, folder: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'coal-ban-map-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use((name) => join(folder, name), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
