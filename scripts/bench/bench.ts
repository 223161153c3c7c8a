import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureGrowth } from './growth.ts';
import { measure } from './measure.ts';
import { isMissing } from './peer.ts';
import { startPostgis } from './peers/postgis.ts';
import { BYTES_PER_PAIR, BYTES_PER_POINT, memoryBandwidth } from './physical-limit.ts';
import type { Limit, Report, TaskResult } from './report.ts';
import { machine, markdown } from './report.ts';
import type { Task } from './tasks.ts';
import { TASKS } from './tasks.ts';

const USAGE = `npm run bench -- [--out FILE.md] [--json FILE] [--only TEXT,TEXT…] [--rounds N] [--no-growth] [--exact]

Without --out the tables go to standard output. --only runs the tasks whose id contains one of the texts:
${TASKS.map(({ id }) => `  ${id}`).join('\n')}
--exact runs the test of equal sets on 10^8 pairs of each kind instead (EXACT_PAIRS sets another number).
`;

const log = (line: string): void => void process.stderr.write(`${line}\n`);

// So that a server that was started goes with the benchmark.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string' },
    'no-growth': { type: 'boolean', default: false },
    exact: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else if (values.exact) process.exitCode = exactly();
else await bench();

function exactly(): number {
  const env = { ...process.env, EXACT_PAIRS: process.env['EXACT_PAIRS'] ?? '100000000' };
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/geometry/exact-sets.test.ts'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
}

async function bench(): Promise<void> {
  const tasks = TASKS.filter(({ id }) => values.only.split(',').some((part) => id.includes(part)));
  if (tasks.length === 0) throw new Error(`bench: got --only ${values.only}, expected part of a task's id\n${USAGE}`);
  const loadAtStart = loadavg()[0] as number;
  const results: TaskResult[] = [];
  for (const task of tasks) results.push(await runTask(task));
  const growth = values['no-growth'] ? [] : measureGrowth(3);
  const bytesPerMs = memoryBandwidth();
  const limits = results.flatMap((result) => limitOf(result, bytesPerMs));
  const report: Report = { day: new Date().toISOString().slice(0, 10), machine: machine(), loadAtStart, tasks: results, growth, limits };
  if (values.out === undefined) process.stdout.write(markdown(report));
  else writeWhole(values.out, markdown(report));
  if (values.json !== undefined) writeWhole(values.json, `${JSON.stringify(report, null, 1)}\n`);
}

/** A server of its own for each task, so that none works on another's leavings. */
async function runTask(task: Task): Promise<TaskResult> {
  log(task.title);
  const server = await startPostgis();
  try {
    const peers = await task.peers(server);
    const rounds = values.rounds === undefined ? task.rounds : Number(values.rounds);
    const rows = await measure(peers, rounds, log);
    const [own] = peers;
    const pairs = own === undefined || isMissing(own) ? 0 : ((await own.answer())?.pairs ?? 0);
    for (const peer of peers) if (!isMissing(peer)) await peer.stop?.();
    for (const row of rows) log(`  ${row.name}: ${'missing' in row ? row.missing : `${row.medianMs.toFixed(1)} ms`}`);
    return { id: task.id, title: task.title, goals: task.goals, points: task.points, pairs, rows };
  } finally {
    if (!('missing' in server)) await server.stop();
  }
}

function limitOf({ title, points, pairs, rows }: TaskResult, bytesPerMs: number): Limit[] {
  const own = rows[0];
  if (own === undefined || 'missing' in own) return [];
  const bytes = points * BYTES_PER_POINT + pairs * BYTES_PER_PAIR;
  return [{ title, bytes, gigabytesPerS: bytesPerMs / 1e6, limitMs: bytes / bytesPerMs, ourMs: own.medianMs }];
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
