import { finish, part, type Steps } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import { unpackLooseShapefile } from '../ingest/files/loose-shapefile.ts';
import { unpackSteps } from '../ingest/files/unpack.ts';
import { joinReadings, replacing } from '../ingest/join-readings.ts';
import { corrected, readDataSteps, surroundingsIn, type DataReading, type Surroundings } from '../ingest/read-data.ts';
import { digestHex } from '../ingest/sha256.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import { collectGarbage } from './collect-garbage.ts';
import { assessProject, candidateVerdicts, comparingSteps, type Arriving, type Judged } from './compare-projects.ts';
import type { CompareJob, FromReader, Law, ListName, ReadJob, ToReader } from './import-protocol.ts';
import type { ImportQuestion } from './import-results.ts';
import { letGo } from './let-go.ts';
import { openPacking, openUnpacking, PIECE as PACKED_PIECE } from './pack-facilities.ts';
import { readLayerSteps, resultOf, type Held, type LayerOutcome } from './read-layer.ts';

/** How long the thread works before it listens, ms: what is cancelled ends within this and one step of a reader. */
const LISTEN_MS = 40;
/** Rows in a piece: some 10 ms of unpacking on the other side. */
const PIECE = 1000;
/** Pieces under way before the other side must ask for more. */
const AHEAD = 2;
/** Rows of a file that is still read once more for each coordinate system. */
const MOST_TRIED = 200_000;

/** Rows that leave so much behind that it is looked for, once they have been read and once they have been compared. */
const MANY = 250_000;

/** How many pieces the other side has room for, and whom to wake when it has. */
interface Credit {
  left: number;
  wake: () => void;
}

/** The other side, and how it is reached. */
export interface ReaderWall {
  /** @param transfer buffers that the sender gives away. */
  readonly post: (message: FromReader, transfer?: readonly ArrayBuffer[]) => void;
  /** Lets waiting messages in: resolves in a later task. */
  readonly listen: () => Promise<void>;
  /** Milliseconds of any clock that only moves forward. */
  readonly nowMs: () => number;
}

const NOBODY: Project = {
  facilities: [], heatSources: [], zones: [], skippedZones: [], parks: [], stations: [], airReadings: [], divisions: [],
  inputs: [], quarantine: [], ignored: [], messages: [], sample: false,
};

/**
 * The reader's side of the wall, without the wall: reads files, keeps what it has read until it is fetched, and compares it
 * with today's project. Fails by message, never by silence.
 */
export function answerImports({ post, listen, nowMs }: ReaderWall): (message: ToReader) => void {
  const open = new Set<number>();
  const newestOf = new Map<string, number>();
  const held = new Map<string, Held>();
  const credits = new Map<number, Credit>();
  let facilities: Facility[] = [];
  let unpack = openUnpacking();
  let today = NOBODY;
  let law: Law = { packs: [], asOf: '', choices: {} };
  let before: Judged | null = null;
  let unpacked: { readonly file: string; readonly layers: readonly SourceFile[] } | null = null;

  /** Runs steps to their end, listening now and then; `null` when the order is no longer wanted. */
  async function drive<T>(order: number, steps: Steps<T>, isQuiet = false): Promise<T | null> {
    let listened = nowMs();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return open.has(order) ? step.value : null;
      if (nowMs() - listened < LISTEN_MS) continue;
      if (!isQuiet) post({ kind: 'progress', order, share: step.value });
      await listen();
      if (!open.has(order)) return null;
      listened = nowMs();
    }
  }

  function known(): Surroundings {
    return surroundingsIn(today);
  }

  async function layersOf(order: number, { file, name, parts }: ReadJob): Promise<readonly SourceFile[] | Extract<FromReader, { kind: 'refused' | 'gone' }> | null> {
    if (unpacked?.file === file) return unpacked.layers;
    const [bytes, ...siblings] = await Promise.all(parts.map(bytesOf)).catch(() => []);
    if (bytes === undefined) return { kind: 'gone', order };
    const source: SourceFile = { name, bytes: bytes.bytes, sha256: await digestHex(bytes.bytes) };
    const layers = siblings.length > 0 ? unpackLooseShapefile(source, siblings) : await drive(order, part(unpackSteps(source), 0, 0.3));
    if (layers === null) return null;
    if (!layers.ok) return { kind: 'refused', order, refusal: { kind: 'messages', messages: layers.problems }, noted: null };
    unpacked = { file, layers: layers.value };
    return layers.value;
  }

  async function read(order: number, job: ReadJob): Promise<void> {
    held.delete(job.item);
    const layers = await layersOf(order, job);
    if (layers === null) return;
    if ('kind' in layers) {
      post(layers);
      return;
    }
    const layer = layers[job.layer ?? 0];
    if (layer === undefined || (layers.length > 1 && job.layer === null)) {
      post(layer === undefined ? { kind: 'gone', order } : { kind: 'layers', order, names: layers.map(({ name }) => name) });
      return;
    }
    const outcome = await drive(order, part(readLayerSteps(layer, job.answers, job.remembered, known()), 0.3, 1));
    if (outcome === null) return;
    if (outcome.kind === 'read') {
      held.set(job.item, outcome.held);
      // Of an archive the other layers are wanted next.
      if (layers.length === 1) {
        unpacked = null;
        letGo(layer.bytes);
      }
    }
    post(messageOf(order, outcome));
    if (outcome.kind === 'read' && outcome.held.kind === 'data' && outcome.held.read.reading.accepted.length > MANY) collectGarbage();
    if (outcome.kind === 'asks' && outcome.question.kind === 'crs') await tryCandidates(order, layer, outcome, outcome.question);
  }

  /** Says of each possible coordinate system what it would do to the verdicts, one after the other, while somebody thinks. */
  async function tryCandidates(order: number, layer: SourceFile, { noted }: Extract<LayerOutcome, { kind: 'asks' }>, { what, candidates }: Extract<ImportQuestion, { kind: 'crs' }>): Promise<void> {
    let choices = candidates;
    let base: Judged | null = null;
    const beside = [...held.values()].flatMap((one) => (one.kind === 'data' ? [one.read] : []));
    for (const { crs } of candidates) {
      const read: DataReading | null = await drive(order, readDataSteps(what, layer, { ...noted.answers, crs }, known()), true);
      if (read === null) return;
      const project = replacing(today, [...beside, read]);
      if (project.facilities.length > MOST_TRIED) return;
      const assessment = await drive(order, assessProject(project, law), true);
      if (assessment === null) return;
      const own: Judged = { project, assessment };
      base ??= own;
      const verdicts = candidateVerdicts(base, own);
      choices = choices.map((choice) => (choice.crs === crs ? { ...choice, verdicts } : choice));
      post({ kind: 'asks', order, question: { kind: 'crs', what, candidates: choices }, noted });
    }
  }

  function correct(order: number, item: string, answers: ReadJob['answers']): void {
    const one = held.get(item);
    if (one?.kind !== 'data') throw new Error(`answerImports: got a correction of ${item}, which is no data that was read`);
    const read = corrected(one.read, answers, known());
    held.set(item, { ...one, read });
    post({ kind: 'corrected', order, result: resultOf(read, one.sample) });
  }

  async function compare(order: number, { items, under, keepsFacilities }: CompareJob): Promise<void> {
    const readings = items.flatMap((item): readonly DataReading[] => {
      const one = held.get(item);
      return one?.kind === 'data' ? [one.read] : [];
    });
    const after = joinReadings(keepsFacilities ? { ...under, facilities: today.facilities } : under, readings);
    const ledgers = readings.flatMap((data) => (data.what === 'facilities' ? [data.reading] : []));
    const arriving: Arriving = keepsFacilities ? { kind: 'adding', ledgers } : { kind: 'replacing' };
    if (before === null) {
      const assessment = await drive(order, part(assessProject(today, law), 0, 0.4));
      if (assessment === null) return;
      before = { project: today, assessment };
    }
    const difference = await drive(order, part(comparingSteps(before, after, law, arriving), 0.4, 1));
    if (difference !== null) post({ kind: 'compared', order, difference });
    if (after.facilities.length > MANY) collectGarbage();
  }

  async function fetch(order: number, item: string, lists: readonly ListName[], take: boolean): Promise<void> {
    const one = held.get(item);
    if (one === undefined) {
      post({ kind: 'gone', order });
      return;
    }
    if (take) held.delete(item);
    if (one.kind === 'policy' || one.kind === 'mapping') post({ kind: 'head', order, head: one, counts: NONE });
    else if (one.kind === 'project') {
      const { data } = one.file;
      post({ kind: 'head', order, head: { kind: 'project', file: { ...one.file, data: { ...data, facilities: [] } } }, counts: { ...NONE, accepted: data.facilities.length } });
      if (!(await sendFacilities(order, data.facilities, take))) return;
    } else {
      const { accepted, quarantine, ignored } = one.read.reading;
      const bare = { ...one.read.reading, accepted: [], quarantine: [], ignored: [] };
      const all = { accepted, quarantine, ignored };
      const counts = { ...NONE, ...Object.fromEntries(lists.map((list) => [list, all[list].length])) };
      post({ kind: 'head', order, head: { kind: 'data', read: { what: one.read.what, reading: bare } }, counts });
      for (const list of lists) {
        const isSent = list === 'accepted' && one.read.what === 'facilities' ? sendFacilities(order, one.read.reading.accepted, take) : sendRows(order, list, all[list], take);
        if (!(await isSent)) return;
      }
    }
    post({ kind: 'fetched', order });
  }

  function sendRows(order: number, list: ListName, rows: readonly unknown[], take: boolean): Promise<boolean> {
    return inPieces(order, rows, PIECE, take, (piece) => { post({ kind: 'piece', order, list, rows: piece }); });
  }

  function sendFacilities(order: number, rows: readonly Facility[], take: boolean): Promise<boolean> {
    const pack = openPacking();
    return inPieces(order, rows, PACKED_PIECE, take, (piece) => {
      const accepted = pack(piece);
      post({ kind: 'facilities', order, accepted }, [accepted.buffer]);
    });
  }

  /** Rows that are taken are let go as they leave: both sides together must not hold all of them. */
  async function inPieces<Row>(order: number, rows: readonly Row[], size: number, take: boolean, send: (piece: readonly Row[]) => void): Promise<boolean> {
    const credit = credits.get(order) ?? { left: AHEAD, wake: () => undefined };
    credits.set(order, credit);
    for (let from = 0; from < rows.length; from += size) {
      while (credit.left === 0 && open.has(order)) await new Promise<void>((resolve) => (credit.wake = resolve));
      if (!open.has(order)) return false;
      credit.left -= 1;
      send(rows.slice(from, from + size));
      // Nobody else has the list any more: it left `held` when it was taken.
      if (take) (rows as unknown[]).fill(undefined, from, from + size);
    }
    return true;
  }

  function start(order: number, work: () => Promise<void> | void): void {
    open.add(order);
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => {
        post({ kind: 'failed', order, reason: error instanceof Error ? error.message : String(error) });
      })
      .finally(() => {
        credits.delete(order);
        if (!open.delete(order)) post({ kind: 'cancelled', order });
      });
  }

  return (message) => {
    switch (message.kind) {
      case 'today':
        facilities = [...message.project.facilities];
        today = { ...message.project, facilities };
        unpack = openUnpacking();
        before = null;
        return;
      case 'today-more':
        finish(unpack(message.facilities, (facility) => { facilities.push(facility); }));
        return;
      case 'law':
        law = message.law;
        before = null;
        return;
      case 'read': {
        const older = newestOf.get(message.job.item);
        if (older !== undefined) open.delete(older);
        newestOf.set(message.job.item, message.order);
        start(message.order, () => read(message.order, message.job));
        return;
      }
      case 'correct':
        start(message.order, () => { correct(message.order, message.item, message.answers); });
        return;
      case 'compare':
        start(message.order, () => compare(message.order, message.job));
        return;
      case 'fetch':
        start(message.order, () => fetch(message.order, message.item, message.lists, message.take));
        return;
      case 'more': {
        const credit = credits.get(message.order);
        if (credit === undefined) return;
        credit.left += 1;
        credit.wake();
        return;
      }
      case 'cancel':
        // What is under way says so itself once it has stopped.
        if (!open.delete(message.order)) post({ kind: 'cancelled', order: message.order });
        credits.get(message.order)?.wake();
        return;
      case 'forget':
        held.delete(message.item);
        unpacked = null;
        if (newestOf.has(message.item)) open.delete(newestOf.get(message.item) ?? -1);
        newestOf.delete(message.item);
        return;
      case 'ping':
        post({ kind: 'pong', order: null });
    }
  };
}

const NONE: Readonly<Record<ListName, number>> = { accepted: 0, quarantine: 0, ignored: 0 };

function messageOf(order: number, outcome: LayerOutcome): FromReader {
  const { noted } = outcome;
  switch (outcome.kind) {
    case 'asks':
      return { kind: 'asks', order, question: outcome.question, noted };
    case 'refused':
      return { kind: 'refused', order, refusal: outcome.refusal, noted };
    case 'read':
      return { kind: 'read', order, result: outcome.result, noted };
  }
}

async function bytesOf({ name, blob }: ReadJob['parts'][number]): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
