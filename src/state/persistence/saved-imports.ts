import { DOUBLES, type Doubles } from '../../ingest/add-ledger.ts';
import { parseCrs, type Crs } from '../../ingest/datum/crs.ts';
import { ENCODINGS } from '../../ingest/decode.ts';
import type { LayerAnswers, Remembered } from '../../ingest/layer-answers.ts';
import { DATA_KINDS, LAYER_KINDS } from '../../ingest/layer-kind.ts';
import type { ColumnChoice, Mapping } from '../../ingest/mapping.ts';
import type { Correction } from '../../ingest/read-again.ts';
import { recordOf } from '../../ingest/read-project-json.ts';
import { emptyNameBook } from '../../policy/name-book.ts';
import { BAD, anyText, count, flag, list, note, nullable, object, oneOf, where, type Notes, type Reader, type Readers } from '../../policy/pack-reader.ts';
import type { History } from '../history.ts';
import type { Holding, Imports, LoadedFile } from '../imports/imports.ts';
import { OLD_DATA_STEP, keptSteps, stepsIn } from './saved-steps.ts';

/** What a tab's project is made of, as the browser keeps it; the files lie beside it, each once. */
export interface SavedImports {
  readonly id: string;
  readonly format: typeof SAVED_FORMAT;
  /** ISO 8601 instant. */
  readonly savedAt: string;
  readonly past: readonly SavedHolding[];
  readonly present: SavedHolding;
  readonly future: readonly SavedHolding[];
  /** Not in records from before the steps were numbered. */
  readonly steps?: readonly number[];
}

type SavedHolding = Omit<Holding, 'made'>;

const SAVED_FORMAT = 1;

/** Steps back that outlive a reload: each may hold on to large files. */
const KEPT_STEPS = 5;

export function toSavedImports(id: string, savedAt: string, holdings: History<Holding>): SavedImports {
  const { past, present, future } = holdings;
  return {
    id,
    format: SAVED_FORMAT,
    savedAt,
    past: past.slice(-KEPT_STEPS).map(withoutMade),
    present: withoutMade(present),
    future: future.slice(0, KEPT_STEPS).map(withoutMade),
    steps: keptSteps(holdings, KEPT_STEPS),
  };
}

function withoutMade({ base, gone, loaded }: Holding): SavedHolding {
  return { base, gone, loaded };
}

/** Ids of the files that a record needs. */
export function shelvedIn({ past, present, future }: SavedImports): readonly string[] {
  const ids = [...past, present, ...future].flatMap(({ base, loaded }) => [...(base.kind === 'project' ? [base.file] : []), ...loaded.map(({ file }) => file)]);
  return [...new Set(ids)];
}

/** A record, checked as if a stranger had written it; `null` when it can't be read. */
export function fromSavedImports(record: unknown): SavedImports | null {
  const notes: Notes = { problems: [], names: emptyNameBook() };
  const read = saved(record, '', notes);
  return read === BAD || notes.problems.length > 0 ? null : read;
}

export function historyOf({ past, present, future, steps }: SavedImports): History<Holding> {
  const unmade = (holding: SavedHolding): Holding => ({ ...holding, made: null });
  return { past: past.map(unmade), present: unmade(present), future: future.map(unmade), steps: stepsIn(steps, past.length + future.length, OLD_DATA_STEP), group: null };
}

const crs: Reader<Crs> = (value, path, notes) => {
  const read = typeof value === 'string' ? parseCrs(value) : null;
  return read ?? note(notes, path, 'type', 'coordinate system', value);
};

const columnChoice = object<ColumnChoice>({
  header: anyText,
  field: nullable(anyText),
  unit: nullable(anyText),
  datum: nullable(crs),
  why: oneOf(['name', 'alike', 'chosen', 'none']),
  confidence: where(numberIn, (read) => read >= 0 && read <= 1, '0 to 1'),
  like: nullable(anyText),
});

function numberIn(value: unknown, path: string, notes: Notes): number | typeof BAD {
  return typeof value === 'number' ? value : note(notes, path, 'type', 'number', value);
}

const answerReaders: Readers<Omit<LayerAnswers, 'doubles'>> = {
  kind: nullable(oneOf(LAYER_KINDS)),
  encoding: nullable(oneOf(ENCODINGS)),
  sheet: nullable(anyText),
  mapping: nullable(object<Mapping>({ columns: list(columnChoice) })),
  crs: nullable(crs),
  groups: nullable(oneOf(['count', 'split'])),
  repair: nullable(flag),
  corrections: recordOf(list(object<Correction>({ column: anyText, value: anyText }))),
};
// Not in records from before it was asked.
const answers = object<Omit<LayerAnswers, 'doubles'>, { readonly doubles: Doubles }>(answerReaders, { doubles: oneOf(DOUBLES) });

/** What was answered for sets of headers, as the browser keeps it. */
const rememberedJson = recordOf(object<Remembered>({ kind: answerReaders.kind, mapping: answerReaders.mapping, crs: answerReaders.crs, groups: answerReaders.groups }));

export function fromSavedAnswers(kept: unknown): Imports['remembered'] {
  const notes: Notes = { problems: [], names: emptyNameBook() };
  const read = rememberedJson(kept, '', notes);
  return read === BAD || notes.problems.length > 0 ? {} : read;
}

const loadedFile = object<LoadedFile>({ file: anyText, name: anyText, layer: nullable(count), what: oneOf(DATA_KINDS), answers });

const sampleBase = object<Extract<Holding['base'], { kind: 'sample' }>>({ kind: oneOf(['sample']) });
const projectBase = object<Extract<Holding['base'], { kind: 'project' }>>({ kind: oneOf(['project']), file: anyText, name: anyText });

const base: Reader<Holding['base']> = (value, path, notes) => {
  const isProject = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'project';
  return isProject ? projectBase(value, path, notes) : sampleBase(value, path, notes);
};

const holding = object<SavedHolding>({ base, gone: list(oneOf(DATA_KINDS)), loaded: list(loadedFile) });

const saved = object<Omit<SavedImports, 'steps'>, { readonly steps: readonly number[] }>(
  {
    id: anyText,
    format: oneOf([SAVED_FORMAT]),
    savedAt: anyText,
    past: list(holding),
    present: holding,
    future: list(holding),
  },
  { steps: list(numberIn) },
);
