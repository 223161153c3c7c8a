import type { Rejected } from '../../domain/issue.ts';
import type { FilePart } from '../../worker/import-protocol.ts';
import { doneInSlices } from '../../worker/in-slices.ts';
import type { Reader, ReadWord } from '../../worker/run-imports.ts';
import { questionOf } from '../selectors/question.ts';
import type { SessionStore } from '../store.ts';
import { canApply, changeItem, kindsRead, readyItems, withImports } from './import-commands.ts';
import type { DifferenceState, Holding, ImportItem, Imports } from './imports.ts';
import { remaining } from './make-holding.ts';
import { remakeHolding } from './remake-holding.ts';
import { isPlainSample, noteSample, showRemade } from './holdings.ts';
import { withResult } from './remember.ts';
import { joining, takeIn, type Taken } from './take-in.ts';

export interface ImportDoors {
  /** A reader, made when it is first needed; `onLost`: what it kept is gone. */
  readonly openReader: (onLost: () => void) => Promise<Reader>;
  /** The parts of a file; `null` where they are no longer to be had. */
  readonly partsOf: (file: string) => readonly FilePart[] | null;
}

export interface ImportDriver {
  /** All rows of a file on the desk that were set aside, or ignored; none where the reader no longer has it. */
  readonly rejected: (item: string, list: 'quarantine' | 'ignored') => Promise<readonly Rejected[]>;
  /** The reader, for what has to be read before anything is on the desk. */
  readonly reader: () => Promise<Reader>;
  /** Starts the reader's thread before it is needed: the server of the page may be gone by then. */
  readonly warm: () => Promise<void>;
  readonly stop: () => void;
}

/**
 * Keeps the desk moving: reads files one by one, newest answers first to count, puts corrections right, compares what has
 * been read with today's project, takes it over when told to, and reads again what an undone step needs. Everything it finds
 * goes into the session; everything it does follows from the session.
 */
export function driveImports(store: SessionStore, doors: ImportDoors): ImportDriver {
  let reader: Promise<Reader> | null = null;
  /** What the reader's own readings were made with. */
  const known = new Map<string, ImportItem['answers']>();
  let active: string | null = null;
  let isComparing = false;
  let comparedKey: string | null = null;
  let isTaking = false;
  /** What is on its way to the page can be let go: only then, for what is read again is wanted. */
  let isFetching = false;
  const correcting = new Set<string>();
  const stop = store.subscribe(follow);
  follow();
  return { rejected, reader: open, warm, stop };

  async function warm(): Promise<void> {
    await ready();
  }

  async function rejected(item: string, list: 'quarantine' | 'ignored'): Promise<readonly Rejected[]> {
    return (await open()).rejected(item, list);
  }

  function open(): Promise<Reader> {
    reader ??= doors.openReader(lost);
    reader.catch(() => { reader = null; });
    return reader;
  }

  /** What had been read is read again, to the same result: the answers are all here. */
  function lost(): void {
    known.clear();
    store.apply(
      withImports((imports) => ({
        ...imports,
        difference: { kind: 'none' },
        items: imports.items.map((item) => (item.stage.kind === 'read' ? { ...item, stage: { kind: 'waiting' } } : item)),
      })),
    );
  }

  function follow(): void {
    const { imports, city } = store.get();
    letGo(imports);
    if (city.kind !== 'ready') return;
    if (imports.sample === null && isPlainSample(imports.holdings.present)) {
      store.apply(noteSample(city.city));
      return;
    }
    if (isTaking) {
      if (isFetching && imports.taking === null) void reader?.then((made) => { made.dropTaking(); });
      return;
    }
    if (imports.taking !== null) {
      void takeOver(imports);
      return;
    }
    if (imports.holdings.present.made === null) {
      void bringBack(imports.holdings.present);
      return;
    }
    const next = imports.items.find(({ stage }) => stage.kind === 'waiting');
    if (active === null && next !== undefined) void read(next);
    for (const item of imports.items) {
      if (item.stage.kind === 'read' && known.has(item.id) && known.get(item.id) !== item.answers && !correcting.has(item.id)) void correct(item);
    }
    compareAgain(imports);
  }

  /** Stops what nobody waits for any longer. */
  function letGo({ items }: Imports): void {
    const stages = new Map(items.map(({ id, stage }) => [id, stage.kind]));
    if (active !== null && stages.get(active) !== 'reading') {
      const gone = active;
      active = null;
      if (stages.get(gone) !== 'waiting') void reader?.then((made) => { made.cancel(gone); });
    }
    for (const id of known.keys()) {
      if (stages.has(id)) continue;
      known.delete(id);
      void reader?.then((made) => { made.forget(id); });
    }
  }

  async function read(item: ImportItem): Promise<void> {
    active = item.id;
    known.set(item.id, item.answers);
    store.apply(changeItem(item.id, (one) => ({ ...one, stage: { kind: 'reading', share: 0 } })));
    const parts = doors.partsOf(item.file);
    if (parts === null) {
      hear(item.id, { kind: 'gone', order: 0 });
      return;
    }
    // A reader that can't even be fetched is as good as dead.
    const made = await ready().catch(() => 'broken' as const);
    if (active !== item.id) return;
    if (made === 'broken') {
      hear(item.id, { kind: 'broken', code: 'reader-died' });
      return;
    }
    const { file, name, layer, answers } = item;
    made?.read({ item: item.id, file, name, parts, layer, answers, remembered: store.get().imports.remembered }, (word) => {
      // A question goes on being told in more detail until the reader hears of its answer.
      if (known.get(item.id) === answers) hear(item.id, word);
    });
  }

  /** The reader, told what is on the page now; `null` while nothing is. */
  async function ready(): Promise<Reader | null> {
    const question = questionOf(store.get());
    if (question === null) return null;
    const made = await open();
    const { packs, asOf, choices, key } = question;
    const { city } = store.get();
    if (city.kind === 'ready') await made.tell(city.city.project, { packs, asOf, choices }, key);
    return made;
  }

  function hear(id: string, word: ReadWord): void {
    const item = store.get().imports.items.find((one) => one.id === id);
    if (item === undefined) return;
    if (word.kind === 'progress') {
      store.apply(changeItem(id, (one) => (one.stage.kind === 'reading' ? { ...one, stage: { kind: 'reading', share: word.share } } : one)));
      return;
    }
    // A question is told in more detail while it is open; anything else comes only for what is being read.
    if (item.stage.kind !== 'reading' && !(word.kind === 'asks' && item.stage.kind === 'asking')) return;
    if (active === id) active = null;
    if (word.kind === 'read') known.set(id, word.noted.answers);
    store.apply(afterWord(id, word));
  }

  async function correct(item: ImportItem): Promise<void> {
    correcting.add(item.id);
    known.set(item.id, item.answers);
    try {
      const result = await (await open()).correct(item.id, item.answers);
      store.apply(changeItem(item.id, (one) => (one.stage.kind === 'read' ? { ...one, stage: { kind: 'read', result } } : one)));
    } catch {
      // The reader broke: the file is read again, with its corrections.
    }
    correcting.delete(item.id);
    follow();
  }

  function compareAgain(imports: Imports): void {
    const question = questionOf(store.get());
    if (question === null) return;
    if (imports.difference.kind !== 'none' && comparedKey !== question.key) note({ kind: 'none' });
    else if (imports.difference.kind === 'none' && !isComparing && canApply(store.get()) && kindsRead(imports).length > 0) void compare(imports, question.key);
    else if (imports.difference.kind === 'none' && isComparing) void reader?.then((made) => { made.dropCompare(); });
  }

  async function compare(imports: Imports, key: string): Promise<void> {
    isComparing = true;
    comparedKey = key;
    note({ kind: 'working', share: 0 });
    const items = readyItems(imports).filter(({ stage }) => stage.kind === 'read' && stage.result.kind === 'data');
    const isStill = (): boolean => store.get().imports.difference.kind === 'working';
    try {
      const made = await ready();
      const { present } = imports.holdings;
      if (made === null || present.made === null) return;
      const left = isStill() ? await doneInSlices(remaining(present, present.made, imports.plan, kindsRead(imports)), isStill) : null;
      if (left === null || !isStill()) return;
      const { project } = left.made.city;
      const keepsFacilities = !(kindsRead(imports).includes('facilities') && imports.plan.modes.facilities === 'replace');
      const under = { ...project, facilities: [], quarantine: [], ignored: [], messages: [] };
      const difference = await made.compare({ items: items.map(({ id }) => id), under, keepsFacilities }, (share) => {
        if (isStill()) note({ kind: 'working', share });
      });
      if (difference !== null && isStill()) note({ kind: 'found', difference });
    } catch {
      if (isStill()) note({ kind: 'failed' });
    } finally {
      isComparing = false;
      follow();
    }
  }

  function note(difference: DifferenceState): void {
    store.apply(withImports((imports) => ({ ...imports, difference })));
  }

  async function takeOver(imports: Imports): Promise<void> {
    [isTaking, isFetching] = [true, true];
    const items = readyItems(imports);
    try {
      const made = await open();
      const fetched = await made.take(items.map(({ id }) => id), noteTaking);
      if (fetched === null) throw new Error('gone');
      const taken = items.flatMap((item, i): readonly Taken[] => (fetched[i] === undefined ? [] : [{ item, fetched: fetched[i] }]));
      const isWanted = (): boolean => isAsWas(imports, items, store.get().imports);
      const joined = await doneInSlices(joining(store.get().imports, taken), isWanted);
      if (!isWanted()) throw new Error('left');
      [isTaking, isFetching] = [false, false];
      store.apply(takeIn(taken, joined));
    } catch {
      // What had been read is gone, from the reader too, or is no longer wanted so: it is read again, and can be applied then.
      [isTaking, isFetching] = [false, false];
      const gone = new Set(items.map(({ id }) => id));
      store.apply(
        withImports((now) => ({ ...now, taking: null, items: now.items.map((item) => (gone.has(item.id) ? { ...item, stage: { kind: 'waiting' } } : item)) })),
      );
    }
  }

  function noteTaking(share: number): void {
    store.apply(withImports((now) => (now.taking === null || share - now.taking < LEAST_SHARE ? now : { ...now, taking: share })));
  }

  /** Reads again what a step that was gone back to is made of. */
  async function bringBack(holding: Holding): Promise<void> {
    isTaking = true;
    noteStart();
    const { sample } = store.get().imports;
    const made = sample === null ? null : await open().then((reader) => remakeHolding(holding, sample, reader, doors.partsOf, noteTaking)).catch(() => null);
    isTaking = false;
    store.apply(showRemade(holding, made));
  }

  function noteStart(): void {
    store.apply(withImports((now) => ({ ...now, taking: 0 })));
  }
}

/** Less than this is no progress to look at. */
const LEAST_SHARE = 0.005;

/** Whether files that are taken over are still to be taken, all of them and as they were when that began. */
function isAsWas(before: Imports, taken: readonly ImportItem[], { taking, plan, items }: Imports): boolean {
  return taking !== null && plan === before.plan && taken.every(({ id, answers }) => items.some((item) => item.id === id && item.answers === answers));
}

/** What a word about a file makes of it. */
function afterWord(id: string, word: Exclude<ReadWord, { kind: 'progress' }>) {
  switch (word.kind) {
    case 'layers':
      return withImports((imports) => ({
        ...imports,
        items: imports.items.flatMap((item) =>
          item.id === id ? word.names.map((name, layer): ImportItem => ({ ...item, id: `${id}/${String(layer)}`, name, layer, stage: { kind: 'waiting' } })) : [item],
        ),
      }));
    case 'asks':
      return changeItem(id, (item) => ({ ...item, guess: word.noted.guess, isRemembered: word.noted.isRemembered, stage: { kind: 'asking', question: word.question } }));
    case 'read':
      return withImports((imports) => {
        const items = imports.items.map((item): ImportItem => (item.id === id ? { ...item, ...word.noted, stage: { kind: 'read', result: word.result } } : item));
        return withResult({ ...imports, items, difference: { kind: 'none' } }, word.result, word.noted.answers);
      });
    case 'refused':
      return changeItem(id, (item) => ({ ...item, guess: word.noted?.guess ?? item.guess, stage: { kind: 'refused', refusal: word.refusal } }));
    case 'gone':
      return changeItem(id, (item) => ({ ...item, stage: { kind: 'broken', code: 'file-gone' } }));
    case 'broken':
      return changeItem(id, (item) => ({ ...item, stage: { kind: 'broken', code: word.code } }));
  }
}
