import type { Rejected } from '../domain/issue.ts';
import type { Project } from '../domain/project.ts';
import type { LayerAnswers } from '../ingest/layer-answers.ts';
import { answerImports } from './answer-imports.ts';
import type { CompareJob, FromReader, Law, ListName, ReadingHead, ReadJob, Rows, ToReader } from './import-protocol.ts';
import type { ImportDifference, ImportResult } from './import-results.ts';
import { doneInSlices } from './in-slices.ts';
import { letGo } from './let-go.ts';
import { nextTask } from './next-task.ts';
import { openPacking, openUnpacking, type PackedFacilities } from './pack-facilities.ts';
import { openSharing } from './share-texts.ts';

/** What is heard of a file while it is read, and after. */
export type ReadWord =
  | Extract<FromReader, { kind: 'progress' | 'layers' | 'asks' | 'read' | 'refused' | 'gone' }>
  | { readonly kind: 'broken'; readonly code: BrokenCode };

/** `reader-died`: out of memory, or our own mistake; `reader-silent`: it no longer answered and was replaced. */
export type BrokenCode = 'reader-died' | 'reader-silent';

/** A file's whole reading. */
export interface Fetched extends Rows {
  readonly head: ReadingHead;
}

/** A reader of files off the page's thread. What it has read it keeps until it is fetched or forgotten. */
export interface Reader {
  /** Tells it what is on the page now: `project` in pieces, so that the page stays free. Settles when all has been sent. */
  readonly tell: (project: Project, law: Law, lawKey: string) => Promise<void>;
  /** Reads a file; `hear` is called until the file is read anew, forgotten or cancelled. */
  readonly read: (job: ReadJob, hear: (word: ReadWord) => void) => void;
  /** Stops reading a file. A reader that does not stop at once is replaced, and with it goes what it kept. */
  readonly cancel: (item: string) => void;
  readonly correct: (item: string, answers: LayerAnswers) => Promise<ImportResult>;
  /** `null`: a newer comparison was asked for, or it was cancelled. @throws where the reader broke. */
  readonly compare: (job: CompareJob, onShare: (share: number) => void) => Promise<ImportDifference | null>;
  readonly dropCompare: () => void;
  /** All rows of a list of a file; none where it no longer has it. @throws where the reader broke. */
  readonly rejected: (item: string, list: 'quarantine' | 'ignored') => Promise<readonly Rejected[]>;
  /**
   * Takes what files have been read to: the reader no longer has them. After many rows a fresh thread comes in the place of
   * the old one, before they are unpacked: both hold half a gigabyte for a million rows. `null` where it has not all of
   * them, or it was dropped; then they must be read again. @throws where the reader broke.
   */
  readonly take: (items: readonly string[], onShare: (share: number) => void) => Promise<readonly Fetched[] | null>;
  readonly dropTaking: () => void;
  readonly forget: (item: string) => void;
}

/** Facilities in a piece of today's ledger: some 10 ms of packing. */
const PIECE = 1500;
/** A healthy reader listens every 40 ms; one that is deep in a large document may take longer. */
const STOP_WITHIN_MS = 150;
/** A reader may be deep in a large document for some seconds; after so many calls without an answer it is given up. */
const PING_MS = 10_000;
const MOST_PINGS = 6;

type Hear = (word: FromReader | { readonly kind: 'broken'; readonly code: BrokenCode }) => void;

interface Thread {
  readonly post: (message: ToReader, transfer: readonly ArrayBuffer[]) => void;
  /** Ends it for good; `null` where it shares the page's thread. */
  readonly kill: (() => void) | null;
}

/** @param onLost what the reader had kept is gone: files must be read again. */
export function createReader(onLost: () => void): Reader {
  let orders = 0;
  let thread: Thread | null = null;
  let told: { readonly project: Project; readonly lawKey: string; readonly sent: Promise<void> } | null = null;
  let comparing: number | null = null;
  let fetching: number | null = null;
  let takings = 0;
  const open = new Map<number, Hear>();
  let unanswered = 0;
  let isWatching = false;
  const reading = new Map<string, number>();
  /** Files whose readings the thread keeps: with another thread they would be gone. */
  const kept = new Set<string>();

  function post(message: ToReader, transfer: readonly ArrayBuffer[] = []): void {
    thread ??= startThread(hear, () => { breakDown('reader-died'); });
    thread.post(message, transfer);
  }

  function hear(message: FromReader): void {
    unanswered = 0;
    if (message.kind === 'pong') return;
    open.get(message.order)?.(message);
    if (message.kind === 'cancelled') open.delete(message.order);
  }

  /** A reader that broke is not asked again; the next order starts a new one. */
  function breakDown(code: BrokenCode): void {
    thread?.kill?.();
    [thread, told, comparing] = [null, null, null];
    const waiting = [...open.values()];
    open.clear();
    reading.clear();
    kept.clear();
    for (const tellOne of waiting) tellOne({ kind: 'broken', code });
    onLost();
  }

  function order(listener: Hear): number {
    const number = ++orders;
    open.set(number, listener);
    if (!isWatching) {
      isWatching = true;
      unanswered = 0;
      setTimeout(watch, PING_MS);
    }
    return number;
  }

  /** While something is open: a reader that gives no sign of life for too long is given up. */
  function watch(): void {
    isWatching = open.size > 0 && thread?.kill !== null;
    if (!isWatching) return;
    if (unanswered >= MOST_PINGS) breakDown('reader-silent');
    else post({ kind: 'ping' });
    unanswered += 1;
    setTimeout(watch, PING_MS);
  }

  function stop(number: number): void {
    if (!open.has(number)) return;
    open.set(number, () => undefined);
    post({ kind: 'cancel', order: number });
    setTimeout(() => {
      if (open.has(number) && thread?.kill !== null) breakDown('reader-silent');
    }, STOP_WITHIN_MS);
  }

  function tell(project: Project, law: Law, lawKey: string): Promise<void> {
    if (told?.project === project && told.lawKey === lawKey) return told.sent;
    const before = told?.project === project ? told.sent : null;
    post({ kind: 'law', law });
    told = { project, lawKey, sent: before ?? sendProject(project) };
    return told.sent;
  }

  async function sendProject(project: Project): Promise<void> {
    const { facilities } = project;
    post({ kind: 'today', project: { ...project, facilities: [], quarantine: [], ignored: [], messages: [] } });
    const pack = openPacking();
    for (let from = 0; from < facilities.length; from += PIECE) {
      const piece = pack(facilities.slice(from, from + PIECE));
      post({ kind: 'today-more', facilities: piece }, [piece.buffer]);
      await nextTask();
      // Another project is being sent by now, or to another reader.
      if (told?.project !== project) return;
    }
  }

  function read(job: ReadJob, listener: (word: ReadWord) => void): void {
    const older = reading.get(job.item);
    if (older !== undefined) open.delete(older);
    kept.delete(job.item);
    const number = order((word) => {
      if (word.kind === 'failed') listener({ kind: 'broken', code: 'reader-died' });
      else if (isReadWord(word)) {
        if (word.kind === 'read') kept.add(job.item);
        listener(word);
      }
      if (ENDS.has(word.kind)) open.delete(number);
    });
    reading.set(job.item, number);
    post({ kind: 'read', order: number, job });
  }

  function cancel(item: string): void {
    const number = reading.get(item);
    reading.delete(item);
    if (number !== undefined) stop(number);
  }

  function correct(item: string, answers: LayerAnswers): Promise<ImportResult> {
    return ask((word, done) => {
      if (word.kind === 'corrected') done(word.result);
    }, (number) => ({ kind: 'correct', order: number, item, answers }));
  }

  function compare(job: CompareJob, onShare: (share: number) => void): Promise<ImportDifference | null> {
    dropCompare();
    return ask<ImportDifference | null>((word, done) => {
      if (word.kind === 'progress') onShare(word.share);
      else if (word.kind === 'compared') done(word.difference);
      else if (word.kind === 'cancelled') done(null);
    }, (number) => {
      comparing = number;
      return { kind: 'compare', order: number, job };
    });
  }

  function dropCompare(): void {
    drop(comparing);
    comparing = null;
  }

  function dropTaking(): void {
    takings += 1;
    drop(fetching);
    fetching = null;
  }

  /** Nobody waits for it any longer; the thread leaves off when it next listens. */
  function drop(number: number | null): void {
    const listener = number === null ? undefined : open.get(number);
    if (number === null || listener === undefined) return;
    listener({ kind: 'cancelled', order: number });
    post({ kind: 'cancel', order: number });
  }

  async function rejected(item: string, list: 'quarantine' | 'ignored'): Promise<readonly Rejected[]> {
    return (await fetch(item, [list], false, () => undefined))?.rows[list] ?? [];
  }

  async function take(items: readonly string[], onShare: (share: number) => void): Promise<readonly Fetched[] | null> {
    const mine = ++takings;
    const isWanted = (): boolean => takings === mine;
    const crossed: Crossed[] = [];
    for (const [i, item] of items.entries()) {
      const one = await fetch(item, ALL_LISTS, true, (share) => { onShare((CROSSED * (i + share)) / items.length); });
      if (one === null || !isWanted()) return null;
      crossed.push(one);
    }
    if (crossed.some(({ packed }) => packed.reduce((sum, { count }) => sum + count, 0) > LARGE)) await renew();
    return isWanted() ? doneInSlices(unpacking(crossed, (share) => { onShare(CROSSED + (1 - CROSSED) * share); }), isWanted) : null;
  }

  function fetch(item: string, lists: readonly ListName[], isTaken: boolean, onShare: (share: number) => void): Promise<Crossed | null> {
    let head: ReadingHead | null = null;
    let [expected, got] = [0, 0];
    const share = thread?.kill === null ? () => undefined : openSharing();
    const packed: PackedFacilities[] = [];
    const rows = { accepted: [] as unknown[], quarantine: [] as Rejected[], ignored: [] as Rejected[] };
    return ask<Crossed | null>((word, done) => {
      if (word.kind === 'head') {
        ({ head } = word);
        expected = lists.reduce((sum, list) => sum + word.counts[list], 0);
      } else if (word.kind === 'piece') {
        // The lists of rejected rows are what they are called.
        const list: unknown[] = rows[word.list];
        share(word.rows);
        for (const row of word.rows) list.push(row);
        goOn(word.rows.length, word.order);
      } else if (word.kind === 'facilities') {
        packed.push(word.accepted);
        goOn(word.accepted.count, word.order);
      } else if (word.kind === 'fetched' && head !== null) done({ head, rows, packed });
      else if (word.kind === 'gone' || word.kind === 'cancelled') done(null);
    }, (number) => {
      if (isTaken) {
        fetching = number;
        kept.delete(item);
      }
      return { kind: 'fetch', order: number, item, lists, take: isTaken };
    });

    function goOn(more: number, number: number): void {
      got += more;
      onShare(got / expected);
      post({ kind: 'more', order: number });
    }
  }

  /** An order that is answered once. */
  function ask<Answer>(listener: (word: FromReader, done: (answer: Answer) => void) => void, message: (number: number) => ToReader): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const number = order((word) => {
        if (word.kind === 'broken') reject(new Error(word.code));
        else if (word.kind === 'failed') {
          open.delete(number);
          reject(new Error(word.reason));
        } else {
          listener(word, (answer) => {
            open.delete(number);
            resolve(answer);
          });
        }
      });
      post(message(number));
    });
  }

  function forget(item: string): void {
    const number = reading.get(item);
    if (number !== undefined) open.delete(number);
    reading.delete(item);
    kept.delete(item);
    if (thread !== null) post({ kind: 'forget', item });
  }

  /** The old thread stays where a new one can't be had (the server of the page may be gone), where it keeps other files, or has work again by then. */
  async function renew(): Promise<void> {
    await told?.sent;
    const old = thread;
    if (old === null || old.kill === null || open.size > 0 || kept.size > 0) return;
    const [before, toldBefore] = [orders, told];
    await new Promise<void>((resolve) => {
      const fresh = startThread((message) => {
        if (thread === fresh) hear(message);
        else if (thread === old && open.size === 0 && orders === before && told === toldBefore) {
          old.kill?.();
          [thread, told, comparing, fetching] = [fresh, null, null, null];
        } else fresh.kill?.();
        resolve();
      }, () => {
        if (thread === fresh) breakDown('reader-died');
        else fresh.kill?.();
        resolve();
      });
      fresh.post({ kind: 'ping' }, []);
      setTimeout(resolve, START_WITHIN_MS);
    });
  }

  return { tell, read, cancel, correct, compare, dropCompare, rejected, take, dropTaking, forget };
}

/** A file's reading as it crossed the wall: its facilities are still packed. */
interface Crossed {
  readonly head: ReadingHead;
  readonly rows: { readonly accepted: unknown[]; readonly quarantine: Rejected[]; readonly ignored: Rejected[] };
  readonly packed: PackedFacilities[];
}

const ALL_LISTS = ['accepted', 'quarantine', 'ignored'] as const satisfies readonly ListName[];
/** Share of the time until all has crossed. */
const CROSSED = 0.7;
/** Rows from which a thread that has read them is replaced. */
const LARGE = 100_000;
/** A thread that has not started by then is not waited for, ms. */
const START_WITHIN_MS = 5_000;

/** Unpacks what has crossed, piece by piece, each let go behind it. */
function* unpacking(crossed: readonly Crossed[], onShare: (share: number) => void): Generator<void, readonly Fetched[], void> {
  const pieces = crossed.reduce((sum, { packed }) => sum + packed.length, 0);
  let done = 0;
  for (const { packed, rows } of crossed) {
    const unpack = openUnpacking();
    for (let piece = packed.shift(); piece !== undefined; piece = packed.shift()) {
      yield* unpack(piece, (facility) => { rows.accepted.push(facility); });
      letGo(piece.buffer);
      done += 1;
      onShare(done / pieces);
    }
  }
  return crossed.map(({ head, rows }) => ({ head, ...rows }));
}

/** Words behind which nothing follows about a file. A question about coordinates is told in more detail later. */
const ENDS: ReadonlySet<string> = new Set(['layers', 'read', 'refused', 'gone', 'failed', 'broken']);
const WORDS: ReadonlySet<string> = new Set(['progress', 'layers', 'asks', 'read', 'refused', 'gone', 'broken']);

function isReadWord(word: FromReader | { readonly kind: 'broken'; readonly code: BrokenCode }): word is ReadWord {
  return WORDS.has(word.kind);
}

function startThread(hear: (message: FromReader) => void, onBroken: () => void): Thread {
  if (typeof Worker === 'undefined') {
    const answer = answerImports({ post: (message) => { queueMicrotask(() => { hear(message); }); }, listen: nextTask, nowMs: () => performance.now() });
    return { post: (message) => { queueMicrotask(() => { answer(message); }); }, kill: null };
  }
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromReader>) => { hear(data); };
  worker.onmessageerror = onBroken;
  worker.onerror = onBroken;
  return { post: (message, transfer) => { worker.postMessage(message, [...transfer]); }, kill: () => { worker.terminate(); } };
}
