/** The engine at the command line: `npm run assess -- --help`. Results go to standard output, words to standard error. */
import type { Project } from '../src/domain/project.ts';
import { quarantineCsv } from '../src/export/quarantine-csv.ts';
import { unusedChoices } from '../src/policy/conditions.ts';
import type { RulePack } from '../src/policy/rule.ts';
import { cliWords } from '../src/text/cli.ts';
import { formatTph } from '../src/text/formats.ts';
import { sayGaps } from '../src/text/gaps.ts';
import { sayProblem } from '../src/text/messages.ts';
import { workbookWords } from '../src/text/workbook.ts';
import { answerOf, type Answer } from './cli/answer.ts';
import { isUsage, loadCase } from './cli/load.ts';
import { comparison } from './cli/compare.ts';
import { loadProjectFile, openProjectFile } from './cli/load-project-file.ts';
import type { Options, UsageProblem } from './cli/options.ts';
import { parseOptions } from './cli/options.ts';
import { reconcileLines } from './cli/reconcile.ts';
import { openProgress } from './cli/progress.ts';
import { writeOut, writeUnlessStopped, writeWhole } from './cli/write-whole.ts';

const EXIT = { done: 0, internal: 1, usage: 2, unusable: 3, stopped: 130 } as const;

/** Bad rows named on the screen; the rest stand in the quarantine file. */
const SHOWN = 20;

const line = openProgress(process.stderr);

async function main(argv: readonly string[]): Promise<number> {
  const { options, problems } = parseOptions(argv, localToday());
  const words = cliWords[options.lang];
  if (options.help) {
    writeOut([`${words.usage}\n`]);
    return EXIT.done;
  }
  if (problems.length > 0) return stop(EXIT.usage, problems.map((problem) => sayUsage(problem, options)));
  try {
    return await run(options);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return stop(EXIT.unusable, [words.outFailed(error.message)]);
    return stop(EXIT.internal, [words.internal(error instanceof Error ? error.message : String(error))]);
  }
}

async function run(options: Options): Promise<number> {
  const words = cliWords[options.lang];
  if (options.format === 'xlsx' && options.out === null && process.stdout.isTTY) return stop(EXIT.usage, [workbookWords[options.lang].terminal]);
  if (options.compare !== null) return await compare(options, options.compare);
  const loaded = options.project === null && options.scenario === null ? loadCase(options, (share) => { line.show(words.reading(percent(share))); }) : loadProjectFile(options);
  line.end();
  if (!loaded.ok) return stop(loaded.problems.every(isUsage) ? EXIT.usage : EXIT.unusable, [...loaded.problems.flatMap(words.input), words.nothingWritten]);
  const { project, packs, choices } = loaded.value;
  const unused = unusedChoices(packs, options.readings);
  if (unused.length > 0) return stop(EXIT.usage, unused.map((id) => words.badValue('--reading', `${id}=${options.readings[id] ?? ''}`, answersTo(id, packs))));
  reportReading(project, options);

  const rejected = project.inputs.reduce((sum, input) => sum + input.quarantined, 0);
  const writeQuarantine = () => {
    if (options.quarantine !== null) writeWhole(options.quarantine, [quarantineCsv(project.quarantine, options.lang)]);
  };
  if (options.strict && rejected > 0) {
    writeQuarantine();
    return stop(EXIT.unusable, [words.strict(rejected)]);
  }

  if (options.reconcile) {
    if (!(await write(options, reconcileLines(project, packs, choices, options)))) return stop(EXIT.stopped, [words.nothingWritten]);
    writeQuarantine();
    return EXIT.done;
  }

  const answer = answerOf(loaded.value, options);
  for (const sentence of sayGaps(options.lang, answer.gaps)) say(sentence);
  const written = answer.lines((share) => { line.show(words.progress(percent(share))); });
  if (!written.ok) return stop(EXIT.unusable, written.problems);
  // A long ledger is judged while it is written: then the share of the ledger is shown.
  if (loaded.value.long === null) line.end();
  if (!(await write(options, written.value, loaded.value.long === null))) return stop(EXIT.stopped, [words.nothingWritten]);
  writeQuarantine();
  reportResult(project, answer.result(), options);
  return EXIT.done;
}

/** Two answers of a project file side by side. */
async function compare(options: Options, names: string): Promise<number> {
  const words = cliWords[options.lang];
  const file = openProjectFile(options);
  if (!file.ok) return stop(file.problems.every(isUsage) ? EXIT.usage : EXIT.unusable, [...file.problems.flatMap(words.input), words.nothingWritten]);
  const compared = comparison(file.value.content, names, options);
  if (!compared.ok) return stop(EXIT.usage, [...compared.problems.flatMap((problem) => words.input({ code: 'project', file: file.value.name, problem })), words.nothingWritten]);
  const { content, rows, balance } = compared.value;
  if (!content.ok) return stop(EXIT.unusable, content.problems);
  if (!(await write(options, content.value))) return stop(EXIT.stopped, [words.nothingWritten]);
  say(balance);
  if (file.value.content.data.sample) say(words.sample);
  if (options.out !== null) say(words.wrote(rows, options.out));
  return EXIT.done;
}

/** Says whether the user let it be written. */
async function write({ out, lang }: Options, lines: Iterable<string | Uint8Array>, showsBytes = true): Promise<boolean> {
  if (out === null) writeOut(lines);
  const isWritten = out === null || (await writeUnlessStopped(out, lines, (bytes) => { if (showsBytes) line.show(cliWords[lang].writing(Math.round(bytes / BYTES_PER_MB))); }));
  line.end();
  return isWritten;
}

const BYTES_PER_MB = 1e6;

function percent(share: number): number {
  return Math.round(share * 100);
}

/** What a reading can be answered with; without such a reading, which ones there are. */
function answersTo(id: string, packs: readonly RulePack[]): string {
  const readings = packs.flatMap((pack) => pack.readings);
  const options = readings.filter((reading) => reading.id === id).flatMap((reading) => reading.options.map((option) => `${id}=${option.id}`));
  return [...new Set(options.length > 0 ? options : readings.map((reading) => reading.id))].join(', ');
}

function reportReading(project: Project, { lang }: Options): void {
  const words = cliWords[lang];
  for (const { name, rows, accepted, quarantined, ignored } of project.inputs) say(words.read(name, rows, accepted, quarantined, ignored));
  for (const { file, row, column = '', value = '', code, params } of project.quarantine.slice(0, SHOWN)) {
    say(words.bad(file, row, column, value, sayProblem(lang, code, params)));
  }
  if (project.quarantine.length > SHOWN) say(words.moreBad(project.quarantine.length - SHOWN));
  // A skipped zone has been named among the bad rows.
  const named = new Set(project.quarantine.map(({ params }) => params));
  for (const { code, params } of project.messages) if (!named.has(params)) say(sayProblem(lang, code, params));
}

function reportResult(project: Project, { totals: { total, byDuty, possible }, listed, asOf }: ReturnType<Answer['result']>, { lang, out }: Options): void {
  const words = cliWords[lang];
  say(words.summary(asOf, total.count, listed, byDuty.close.count, formatTph(lang, byDuty.close.tph), possible.close.count));
  if (project.sample) say(words.sample);
  if (out !== null) say(words.wrote(listed, out));
}

function sayUsage({ code, option, got, expected }: UsageProblem, { lang }: Options): string {
  const words = cliWords[lang];
  switch (code) {
    case 'unknown-option':
      return words.unknownOption(option);
    case 'value-missing':
      return words.valueMissing(option);
    case 'repeated':
      return words.repeated(option);
    case 'same-file':
      return words.sameFile;
    case 'bad-value':
      return words.badValue(option, got, expected);
    case 'bad-day':
      return words.badDay(option, got);
  }
}

function stop(exit: number, sentences: readonly string[]): number {
  for (const sentence of sentences) say(sentence);
  return exit;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** The calendar day where the user sits. */
function localToday(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/* npm runs scripts in the project's folder; file names are meant from where the user stands. */
if (process.env['INIT_CWD'] !== undefined) process.chdir(process.env['INIT_CWD']);
process.exitCode = await main(process.argv.slice(2));
