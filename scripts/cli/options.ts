import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCrs, type Crs } from '../../src/ingest/datum/crs.ts';
import { ENCODINGS, type Encoding } from '../../src/ingest/decode.ts';
import type { Choices } from '../../src/policy/conditions.ts';
import type { Lang } from '../../src/text/lang.ts';

export const FORMATS = ['csv', 'json', 'geojson', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** A file named on the command line, with the suffix `#crs=…` taken off: that goes before `--crs`. */
export interface FileArgument {
  readonly path: string;
  readonly crs: Crs | null;
}

export interface Options {
  readonly facilities: FileArgument | null;
  readonly heatSources: FileArgument | null;
  readonly zones: readonly FileArgument[];
  readonly divisions: FileArgument | null;
  /** `null`: to be found out from each file. */
  readonly encoding: Encoding | null;
  readonly sheet: string | null;
  readonly mapping: string | null;
  readonly groups: 'count' | 'split';
  readonly policies: readonly string[];
  /** A project file, and the scenario in it by its name or id; `null`: today's law. */
  readonly project: FileArgument | null;
  readonly scenario: string | null;
  /** Two scenarios of the project file, by name or id, with a comma between; `today` is the law as it stands. */
  readonly compare: string | null;
  /** Answers to ambiguous texts, option by reading. */
  readonly readings: Choices;
  /** Hold the ledger against the published totals instead of assessing it. */
  readonly reconcile: boolean;
  readonly asOf: string;
  /** The day was named; else a project file's own day counts. */
  readonly asOfGiven: boolean;
  readonly format: Format;
  readonly only: 'affected' | 'all';
  readonly out: string | null;
  readonly quarantine: string | null;
  readonly strict: boolean;
  readonly withSample: boolean;
  readonly repairZones: boolean;
  readonly lang: Lang;
  readonly help: boolean;
}

/** What is wrong with the command line, for `text/cli.ts` to say. */
export interface UsageProblem {
  readonly code: 'unknown-option' | 'value-missing' | 'repeated' | 'same-file' | 'bad-value' | 'bad-day';
  readonly option: string;
  readonly got: string;
  readonly expected: string;
}

const SPEC = {
  facilities: { type: 'string' },
  'heat-sources': { type: 'string' },
  zones: { type: 'string', multiple: true },
  divisions: { type: 'string' },
  policy: { type: 'string', multiple: true },
  project: { type: 'string' },
  scenario: { type: 'string' },
  compare: { type: 'string' },
  reading: { type: 'string', multiple: true },
  reconcile: { type: 'boolean' },
  'as-of': { type: 'string' },
  crs: { type: 'string' },
  encoding: { type: 'string' },
  sheet: { type: 'string' },
  mapping: { type: 'string' },
  groups: { type: 'string' },
  format: { type: 'string' },
  only: { type: 'string' },
  out: { type: 'string' },
  quarantine: { type: 'string' },
  strict: { type: 'boolean' },
  'with-sample': { type: 'boolean' },
  'repair-zones': { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const SYSTEMS = 'wgs84, gcj02, bd09, EPSG:4490, EPSG:4491 … EPSG:4554';

/** @param today the day to assess when none is named, `YYYY-MM-DD`. */
export function parseOptions(argv: readonly string[], today: string): { options: Options; problems: readonly UsageProblem[] } {
  const problems: UsageProblem[] = [];
  const values = readFlags(argv, problems);
  const crs = system('--crs', values.crs);
  const encoding = choice('encoding', ['auto', ...ENCODINGS], 'auto');

  function choice<Value extends string>(option: keyof typeof SPEC, allowed: readonly Value[], fallback: Value): Value {
    const got = values[option];
    if (typeof got !== 'string') return fallback;
    const found = allowed.find((value) => value === got.toLowerCase());
    if (found === undefined) problems.push({ code: 'bad-value', option: `--${option}`, got, expected: allowed.join(', ') });
    return found ?? fallback;
  }

  function file(option: keyof typeof SPEC, text: string): FileArgument {
    const [, path = text, named] = /^(.*?)#crs=(.*)$/su.exec(text) ?? [];
    return { path, crs: system(`--${option} …#crs=`, named) ?? crs };
  }

  function system(option: string, got: string | undefined): Crs | null {
    const found = got === undefined ? null : parseCrs(got);
    if (got !== undefined && found === null) problems.push({ code: 'bad-value', option, got, expected: SYSTEMS });
    return found;
  }

  const one = (option: 'facilities' | 'heat-sources' | 'divisions' | 'project') => {
    const text = values[option];
    return text === undefined ? null : file(option, text);
  };

  function readings(): Choices {
    const pairs = (values.reading ?? []).flatMap((text) => {
      const [, id = '', option = ''] = /^([^=]+)=([^=]+)$/u.exec(text) ?? [];
      if (id === '') problems.push({ code: 'bad-value', option: '--reading', got: text, expected: 'ID=OPTION' });
      return id === '' ? [] : [[id, option] as const];
    });
    for (const [k, [id]] of pairs.entries()) {
      if (pairs.findIndex(([other]) => other === id) < k) problems.push({ code: 'repeated', option: `--reading ${id}`, got: '', expected: '' });
    }
    return Object.fromEntries(pairs);
  }

  const asOf = values['as-of'] ?? today;
  if (!isDay(asOf)) problems.push({ code: 'bad-day', option: '--as-of', got: asOf, expected: 'YYYY-MM-DD' });
  if (values.out !== undefined && values.quarantine !== undefined && resolve(values.out) === resolve(values.quarantine)) {
    problems.push({ code: 'same-file', option: '--out', got: values.out, expected: '' });
  }
  const options: Options = {
    facilities: one('facilities'),
    heatSources: one('heat-sources'),
    zones: (values.zones ?? []).map((text) => file('zones', text)),
    divisions: one('divisions'),
    encoding: encoding === 'auto' ? null : encoding,
    sheet: values.sheet ?? null,
    mapping: values.mapping ?? null,
    groups: choice('groups', ['count', 'split'], 'count'),
    policies: values.policy ?? [],
    project: one('project'),
    scenario: values.scenario ?? null,
    compare: values.compare ?? null,
    readings: readings(),
    reconcile: values.reconcile ?? false,
    asOf,
    asOfGiven: values['as-of'] !== undefined,
    format: choice('format', FORMATS, 'csv'),
    only: choice('only', ['affected', 'all'], 'affected'),
    out: values.out ?? null,
    quarantine: values.quarantine ?? null,
    strict: values.strict ?? false,
    withSample: values['with-sample'] ?? false,
    repairZones: values['repair-zones'] ?? false,
    lang: choice('lang', ['zh', 'en'], 'zh'),
    help: values.help ?? false,
  };
  if (options.compare !== null && options.scenario !== null) problems.push({ code: 'bad-value', option: '--compare --scenario', got: options.scenario, expected: '--compare' });
  if (options.reconcile && options.format === 'geojson') problems.push({ code: 'bad-value', option: '--reconcile --format', got: 'geojson', expected: 'json' });
  return { options, problems };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof SPEC; args: string[] }>>['values'];

function readFlags(argv: readonly string[], problems: UsageProblem[]): Values {
  try {
    const { values, tokens } = parseArgs({ args: [...argv], options: SPEC, allowPositionals: false, tokens: true });
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    for (const option of new Set(given)) {
      const single = !MULTIPLE.includes(option) && given.filter((name) => name === option).length > 1;
      if (single) problems.push({ code: 'repeated', option: `--${option}`, got: '', expected: '' });
    }
    return values;
  } catch (error) {
    const [said, code] = error instanceof Error ? [error.message, 'code' in error ? error.code : ''] : [String(error), ''];
    const got = /'(?:-\w, )?(-*[^' ]+)[^']*'/u.exec(said)?.[1] ?? said;
    const kind = code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? 'value-missing' : 'unknown-option';
    problems.push({ code: kind, option: got, got, expected: '' });
    return {};
  }
}

const MULTIPLE: readonly string[] = Object.entries(SPEC).flatMap(([option, spec]) => ('multiple' in spec ? [option] : []));

/** A real day of the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
