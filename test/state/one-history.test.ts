import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/domain/scenario.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { settleWork, work } from '../../src/state/drafts/draft-commands.ts';
import { openProject } from '../../src/state/drafts/open-project.ts';
import { backToSample, noteSample, redoImport, undoImport } from '../../src/state/imports/holdings.ts';
import { SAMPLE, type Holding } from '../../src/state/imports/imports.ts';
import { madeOf } from '../../src/state/imports/make-holding.ts';
import { fromSavedImports, historyOf, toSavedImports } from '../../src/state/persistence/saved-imports.ts';
import { fromSaved, toSaved } from '../../src/state/persistence/saved-work.ts';
import { resumeWork } from '../../src/state/persistence/recovery.ts';
import { recordStep } from '../../src/state/record-step.ts';
import { newSession, type Session } from '../../src/state/session.ts';
import { canRedo, canUndo, redoStep, undoStep } from '../../src/state/undo-step.ts';
import { FACILITIES, TODAY, city, through } from './tiny-session.ts';
import { scenario, workbook } from './workbooks.ts';

const AT = '2024-06-01T08:00:00.000Z';
const OTHER = city({ facilities: FACILITIES.slice(0, 2), sample: false });
const begun = (): Session => through(newSession(TODAY), receiveCity(city()), noteSample(city()));
const drawn = (name: string): Workbook => workbook([scenario({ name })]);
const draw = (name: string, group: string | null = null) => work(() => drawn(name), group);
const importing = (name: string) => (session: Session): Session => recordStep(session, { holding: holdingOf(name) });
const holdingOf = (name: string): Holding => ({ ...SAMPLE, loaded: [], base: { kind: 'project', file: name, name }, made: madeOf(OTHER, [], []) });

/** What a session shows of the work and of the data, by name. */
function shownBy({ drafts, imports }: Session): readonly [work: string, data: string] {
  const { base } = imports.holdings.present;
  return [drafts.history.present.scenarios[0]?.name ?? '', base.kind === 'project' ? base.name : ''];
}

/** Both records written and read again, as a reload does. */
function reloaded({ drafts, imports }: Session, forget: readonly string[] = []): Session {
  const without = (record: object): object => Object.fromEntries(Object.entries(structuredClone(record)).filter(([key]) => !forget.includes(key)));
  const own = fromSaved(without(toSaved('tab', AT, drafts)));
  const record = fromSavedImports(without(toSavedImports('tab', AT, imports.holdings)));
  if (own === null || record === null) throw new Error('got a record that can not be read');
  const fresh = begun();
  return resumeWork(own.drafts)({ ...fresh, imports: { ...fresh.imports, holdings: historyOf(record) } });
}

type Act = { readonly kind: 'work' | 'import' | 'both'; readonly name: string; readonly group: string | null } | { readonly kind: 'undo' | 'redo' | 'settle' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('work', 'import', 'both'), name: fc.constantFrom('a', 'b', 'c', 'd'), group: fc.constantFrom(null, 'drag') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle') }) },
);

function taken(session: Session, step: Act): Session {
  if (!('name' in step)) return { undo: undoStep, redo: redoStep, settle: settleWork }[step.kind](session);
  if (step.kind === 'work') return draw(step.name, step.group)(session);
  if (step.kind === 'import') return importing(step.name)(session);
  return recordStep(session, { workbook: drawn(step.name), holding: holdingOf(step.name) });
}

/** The same in the plainest way: one list of all that was shown, and where one stands in it. */
interface Model {
  readonly states: readonly (readonly [work: string, data: string])[];
  readonly at: number;
  readonly group: string | null;
}

function modelled({ states, at, group }: Model, step: Act): Model {
  if (!('name' in step)) {
    if (step.kind === 'settle') return { states, at, group: null };
    const to = Math.min(states.length - 1, Math.max(0, at + (step.kind === 'undo' ? -1 : 1)));
    return { states, at: to, group: to === at ? group : null };
  }
  const [drawnNow = '', dataNow = ''] = states[at] ?? [];
  const next = [step.kind === 'import' ? drawnNow : step.name, step.kind === 'work' ? dataNow : step.name] as const;
  const joins = step.kind === 'work' && step.group !== null && step.group === group;
  const before = states.slice(0, joins ? at : at + 1);
  return { states: [...before, next], at: before.length, group: step.kind === 'work' ? step.group : null };
}

const START: Model = { states: [['', '']], at: 0, group: null };

function expectAlike(session: Session, { states, at }: Model): void {
  expect(shownBy(session)).toEqual(states[at]);
  expect([canUndo(session), canRedo(session)]).toEqual([at > 0, at < states.length - 1]);
}

describe('one history', () => {
  it('of work and data is one list of steps and a place in it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let [session, model] = [begun(), START];
        for (const step of acts) {
          [session, model] = [taken(session, step), modelled(model, step)];
          expectAlike(session, model);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('goes on after a reload where it was', () => {
    // No more steps of the data than are kept.
    fc.assert(
      fc.property(fc.array(act, { maxLength: 5 }), fc.array(act, { maxLength: 12 }), (before, after) => {
        let session = reloaded(before.reduce(taken, begun()));
        let model: Model = { ...before.reduce(modelled, START), group: null };
        expectAlike(session, model);
        for (const step of after) {
          [session, model] = [taken(session, step), modelled(model, step)];
          expectAlike(session, model);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes records without numbers for older than every step since, the data before the work', () => {
    const before = through(begun(), importing('m'), draw('a'), importing('n'));
    const old = reloaded(before, ['steps']);
    const since = through(old, importing('o'), undoStep, undoStep);
    expect(shownBy(since)).toEqual(['', 'n']);
    expect([undoStep(since), undoStep(undoStep(since))].map(shownBy)).toEqual([['', 'm'], ['', '']]);
    expect([4, 3, 2, 1].map((back) => shownBy(Array.from({ length: back }, () => redoStep).reduce((session, step) => step(session), through(since, undoStep, undoStep))))).toEqual([['a', 'o'], ['a', 'n'], ['', 'n'], ['', 'm']]);
  });

  it('shows the facts of the step that it goes to', () => {
    const imported = through(begun(), importing('m'), draw('a'), undoStep, undoStep);
    expect(imported.city).toEqual({ kind: 'ready', city: city() });
    expect(redoStep(imported).city).toEqual({ kind: 'ready', city: OTHER });
  });

  it('holds the way back to the sample', () => {
    const back = through(begun(), importing('m'), draw('a'), backToSample);
    expect(shownBy(back)).toEqual(['a', '']);
    expect(back.city).toEqual({ kind: 'ready', city: city() });
    expect([undoStep(back), undoStep(undoStep(back))].map(shownBy)).toEqual([['a', 'm'], ['', 'm']]);
  });

  it('takes a project file back with its data and its scenarios', () => {
    const data = { ...OTHER.project, inputs: [] };
    const opened = through(begun(), draw('a'), openProject({ asOf: TODAY, packs: null, choices: {}, data, policies: [], workbook: drawn('b') }, { file: 'f', name: 'm' }));
    expect(shownBy(opened)).toEqual(['b', 'm']);
    expect([undoStep(opened), undoStep(undoStep(opened)), redoStep(undoStep(opened))].map(shownBy)).toEqual([['a', ''], ['', ''], ['b', 'm']]);
  });

  it('leaves the work alone when an import is taken back by its own button', () => {
    const taken = through(begun(), importing('m'), draw('a'), undoImport);
    expect(shownBy(taken)).toEqual(['a', '']);
    expect([redoStep(taken), undoStep(taken), redoImport(undoStep(taken))].map(shownBy)).toEqual([['a', 'm'], ['', ''], ['', 'm']]);
    expect(canRedo(draw('b')(taken))).toBe(false);
    // A movement does not go on across it.
    const dragged = through(begun(), importing('m'), draw('a', 'drag'), undoImport, draw('b', 'drag'));
    expect(shownBy(undoStep(dragged))).toEqual(['a', '']);
  });

  it('waits while files are on their way into what is on show', () => {
    const taking = (session: Session): Session => ({ ...session, imports: { ...session.imports, taking: 0.5 } });
    const imported = through(begun(), importing('m'), taking);
    expect(undoStep(imported)).toBe(imported);
    expect(undoImport(imported)).toBe(imported);
    expect(shownBy(undoStep(draw('a')(imported)))).toEqual(['', 'm']);
    const both = taking(recordStep(begun(), { workbook: drawn('a'), holding: holdingOf('m') }));
    expect(undoStep(both)).toBe(both);
  });
});
