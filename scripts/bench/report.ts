import { cpus, totalmem } from 'node:os';
import type { Growth } from './growth.ts';
import type { Missing, Timing } from './measure.ts';

export interface TaskResult {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (Timing | Missing)[];
  /** Least ratio that is to be reached, by peer. */
  readonly goals: Readonly<Record<string, number>>;
  readonly points: number;
  readonly pairs: number;
}

export interface Report {
  readonly day: string;
  readonly machine: string;
  readonly loadAtStart: number;
  readonly tasks: readonly TaskResult[];
  readonly growth: readonly Growth[];
  readonly limits: readonly Limit[];
}

/** Bytes that must be read or written at the memory's measured speed, and how far from it the product is. */
export interface Limit {
  readonly title: string;
  readonly bytes: number;
  readonly gigabytesPerS: number;
  readonly limitMs: number;
  readonly ourMs: number;
}

/** The machine in general words: no names. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node.js ${process.versions.node}`;
}

export function markdown(report: Report): string {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench -- --out docs/benchmarks.md`; how it measures, and what the peers are, says `scripts/bench/README.md`.',
    'The whole way from file to file, and the page: `benchmarks-assessment.md`.',
    'Compare the ratios: all rows of a table ran in turns in one run. Times are medians [quartiles] in ms, sorting and',
    'indexing apart. Every answer was compared with the product\'s before any time counted, unless said otherwise.',
    '',
    `${report.day} · ${report.machine} · load of the machine at the start ${report.loadAtStart.toFixed(1)}`,
    ...report.tasks.flatMap(taskTable),
    ...growthTable(report.growth),
    ...limitTable(report.limits),
    '',
  ].join('\n');
}

function taskTable({ title, rows, goals, pairs, points }: TaskResult): string[] {
  const own = rows.find((row): row is Timing => 'medianMs' in row);
  return [
    '',
    `## ${title}`,
    '',
    `${points.toLocaleString('en')} points, ${pairs.toLocaleString('en')} pairs found.`,
    '',
    '| tool | median ms | rounds | product is faster by | to reach | remarks |',
    '|---|---:|---:|---:|---:|---|',
    ...rows.map((row) => ('missing' in row ? `| ${row.name} | missing | | | | ${row.missing} |` : timingRow(row, own, goals[row.name]))),
  ];
}

function timingRow(row: Timing, own: Timing | undefined, goal: number | undefined): string {
  const ratio = own === undefined || row === own ? '' : `${significant(row.medianMs / own.medianMs)}×`;
  const sampled = row.share < 1 ? `scaled up from ${significant(100 * row.share)} % of the points` : row.answer === 'same' ? '' : 'answer not compared';
  const remarks = [row.note, sampled].filter((text) => text !== '').join('; ');
  const times = `${significant(row.medianMs)} [${significant(row.lowMs)}–${significant(row.highMs)}]`;
  return `| ${row.name} | ${times} | ${row.rounds} | ${ratio} | ${goal === undefined ? '' : `${goal.toLocaleString('en')}×`} | ${remarks} |`;
}

function growthTable(growth: readonly Growth[]): string[] {
  if (growth.length === 0) return [];
  return [
    '',
    '## How the product\'s cost grows',
    '',
    'Cost ~ size^exponent, fitted by least squares of the logarithms.',
    '',
    '| growing | sizes | median ms | exponent |',
    '|---|---|---|---:|',
    ...growth.map(({ what, sizes, medianMs, exponent }) => {
      const size = sizes.map((value) => value.toLocaleString('en')).join(' · ');
      return `| ${what} | ${size} | ${medianMs.map(significant).join(' · ')} | ${exponent.toFixed(2)} |`;
    }),
  ];
}

function limitTable(limits: readonly Limit[]): string[] {
  if (limits.length === 0) return [];
  return [
    '',
    '## The physical limit',
    '',
    'What looks at every point must read its two coordinates (16 bytes) and write where its list begins (4), and 4 for each pair;',
    'at the measured speed of reading memory that takes the limit. Below 1, the product answers without looking at every point.',
    '',
    '| task | MB | GB/s | limit ms | product ms | product / limit |',
    '|---|---:|---:|---:|---:|---:|',
    ...limits.map(({ title, bytes, gigabytesPerS, limitMs, ourMs }) => {
      const values = [bytes / 1e6, gigabytesPerS, limitMs, ourMs, ourMs / limitMs];
      return `| ${title} | ${values.map(significant).join(' | ')} |`;
    }),
  ];
}

/** Three figures. */
function significant(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}
