import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_ANSWERS } from '../../src/ingest/layer-answers.ts';
import type { Facility } from '../../src/domain/facility.ts';
import { LAYER_KINDS } from '../../src/ingest/layer-kind.ts';
import type { FromReader, ReadJob, ToReader } from '../../src/worker/import-protocol.ts';
import { openPacking } from '../../src/worker/pack-facilities.ts';
import { createReader, type Reader, type ReadWord } from '../../src/worker/run-imports.ts';
import { corpusFile, sampleCity } from '../state/desk.ts';

function job(item: string, bytes: Uint8Array<ArrayBuffer>, answers: Partial<ReadJob['answers']> = {}, name = item): ReadJob {
  return { item, file: item, name, parts: [{ name, blob: new Blob([bytes]) }], layer: null, answers: { ...NO_ANSWERS, ...answers }, remembered: {} };
}

/** How reading ends: the first word that is no progress. */
function endOf(reader: Reader, of: ReadJob): Promise<ReadWord> {
  return new Promise((resolve) => {
    reader.read(of, (word) => {
      if (word.kind !== 'progress') resolve(word);
    });
  });
}

async function toldReader(): Promise<Reader> {
  const reader = createReader(() => undefined);
  const { project, packs } = sampleCity();
  await reader.tell({ ...project, facilities: [] }, { packs, asOf: '2026-11-23', choices: {} }, 'law');
  return reader;
}

/** So many facilities that the thread which has read them makes way. */
const MANY = 100_001;

function sendMany(order: number, post: (message: FromReader) => void): void {
  const { facilities } = sampleCity().project;
  const many = Array.from({ length: MANY }, (_, i) => facilities[i % facilities.length] as Facility);
  post({ kind: 'head', order, head: { kind: 'policy', text: '' }, counts: { accepted: MANY, quarantine: 0, ignored: 0 } });
  post({ kind: 'facilities', order, accepted: openPacking()(many) });
  post({ kind: 'fetched', order });
}

const FIXTURES = readdirSync(new URL('../fixtures/ingest/', import.meta.url)).filter((name) => !name.startsWith('index'));

describe('whatever the bytes', () => {
  it('ends in a result, a question or a sentence', async () => {
    const reader = await toldReader();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(null, ...LAYER_KINDS), async (bytes, kind) => {
        count += 1;
        const word = await endOf(reader, job(`soup${String(count)}`, Uint8Array.from(bytes), { kind }));
        expect(['asks', 'read', 'refused', 'layers']).toContain(word.kind);
        if (word.kind === 'refused' && word.refusal.kind === 'messages') expect(word.refusal.messages.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('ends so for every file of the corpus, cut anywhere or with a byte changed, read as any kind', async () => {
    const reader = await toldReader();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FIXTURES), fc.constantFrom(null, ...LAYER_KINDS), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255), async (name, kind, at, byte) => {
        count += 1;
        const [, whole] = corpusFile(name);
        const damaged = byte % 2 === 0 ? whole.slice(0, Math.floor(at * whole.length)) : whole.slice();
        if (byte % 2 === 1 && damaged.length > 0) damaged[Math.floor(at * (damaged.length - 1))] = byte;
        const word = await endOf(reader, job(`damaged${String(count)}`, damaged, { kind }, name));
        expect(['asks', 'read', 'refused', 'layers'], `${name} as ${String(kind)}`).toContain(word.kind);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a reader in a thread of its own', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  interface StubThread {
    onmessage: ((event: { readonly data: FromReader }) => void) | null;
    onerror: (() => void) | null;
    isKilled: boolean;
  }

  /** Threads that do as the test says. */
  function stubThreads(answer: (message: ToReader, post: (message: FromReader) => void) => void): readonly StubThread[] {
    const threads: StubThread[] = [];
    vi.stubGlobal('Worker', function worker() {
      const thread = {
        onmessage: null,
        onerror: null,
        isKilled: false,
        postMessage(message: ToReader) {
          if (!thread.isKilled) answer(message, (data) => thread.onmessage?.({ data }));
        },
        terminate() {
          thread.isKilled = true;
        },
      } as StubThread & { postMessage: (message: ToReader) => void; terminate: () => void };
      threads.push(thread);
      return thread;
    });
    return threads;
  }

  it('is replaced when it does not stop at once, and the next file is read by another', async () => {
    vi.useFakeTimers();
    const threads = stubThreads(() => undefined);
    const lost = vi.fn();
    const reader = createReader(lost);
    const words: ReadWord[] = [];
    reader.read(job('a', new Uint8Array()), (word) => words.push(word));
    reader.cancel('a');
    await vi.advanceTimersByTimeAsync(199);
    expect(threads.map(({ isKilled }) => isKilled)).toEqual([true]);
    expect(lost).toHaveBeenCalledOnce();
    expect(words).toEqual([]);
    reader.read(job('b', new Uint8Array()), (word) => words.push(word));
    expect(threads.map(({ isKilled }) => isKilled)).toEqual([true, false]);
  });

  it('is kept when it stops in time', async () => {
    vi.useFakeTimers();
    const threads = stubThreads((message, post) => {
      if (message.kind === 'cancel') post({ kind: 'cancelled', order: message.order });
    });
    const reader = createReader(() => undefined);
    reader.read(job('a', new Uint8Array()), () => undefined);
    reader.cancel('a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(threads.map(({ isKilled }) => isKilled)).toEqual([false]);
  });

  it('that dies says so of what was open, and is replaced', async () => {
    const threads = stubThreads(() => undefined);
    const lost = vi.fn();
    const reader = createReader(lost);
    const words: ReadWord[] = [];
    reader.read(job('a', new Uint8Array()), (word) => words.push(word));
    const comparing = reader.compare({ items: ['a'], under: sampleCity().project, keepsFacilities: true }, () => undefined);
    threads[0]?.onerror?.();
    expect(words).toEqual([{ kind: 'broken', code: 'reader-died' }]);
    await expect(comparing).rejects.toThrow('reader-died');
    expect(lost).toHaveBeenCalledOnce();
    reader.read(job('b', new Uint8Array()), () => undefined);
    expect(threads).toHaveLength(2);
  });

  it('that gives no sign of life is given up; one that only has nothing to say is not', async () => {
    vi.useFakeTimers();
    let isAlive = true;
    stubThreads((message, post) => {
      if (message.kind === 'ping' && isAlive) post({ kind: 'pong', order: null });
    });
    const reader = createReader(() => undefined);
    const words: ReadWord[] = [];
    reader.read(job('a', new Uint8Array()), (word) => words.push(word));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(words).toEqual([]);
    isAlive = false;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(words).toEqual([{ kind: 'broken', code: 'reader-silent' }]);
  });

  it.each([
    ['gives way to a fresh one once many rows have been taken', true, [true, false]],
    ['stays where no other can be had', false, [false, true]],
  ])('%s', async (_, canStart, killed) => {
    const asked: number[] = [];
    const threads = stubThreads((message, post) => {
      const thread = threads.length - 1;
      if (message.kind === 'ping' && canStart) post({ kind: 'pong', order: null });
      if (message.kind === 'ping' && !canStart) threads[thread]?.onerror?.();
      if (message.kind === 'read') asked.push(threads.findIndex(({ isKilled }) => !isKilled));
      if (message.kind === 'fetch') sendMany(message.order, post);
    });
    const reader = createReader(() => undefined);
    const taken = await reader.take(['a'], () => undefined);
    expect(taken?.[0]?.accepted).toHaveLength(MANY);
    expect(threads.map(({ isKilled }) => isKilled)).toEqual(killed);
    reader.read(job('b', new Uint8Array()), () => undefined);
    expect(asked).toEqual([killed.indexOf(false)]);
  });

  it('stays while it keeps another file, however many rows are taken', async () => {
    const threads = stubThreads((message, post) => {
      if (message.kind === 'ping') post({ kind: 'pong', order: null });
      if (message.kind === 'read') post({ kind: 'read', order: message.order, result: { kind: 'policy', id: 'A', title: '' } as never, noted: {} as never });
      if (message.kind === 'fetch') sendMany(message.order, post);
    });
    const reader = createReader(() => undefined);
    for (const item of ['a', 'b']) await endOf(reader, job(item, new Uint8Array()));
    await reader.take(['a'], () => undefined);
    expect(threads.map(({ isKilled }) => isKilled)).toEqual([false]);
    await reader.take(['b'], () => undefined);
    expect(threads.map(({ isKilled }) => isKilled)).toEqual([true, false]);
  });

  it('leaves off what is taken, and nothing else, when that is dropped', async () => {
    const dropped: number[] = [];
    stubThreads((message) => {
      if (message.kind === 'cancel') dropped.push(message.order);
    });
    const reader = createReader(() => undefined);
    const taken = reader.take(['a'], () => undefined);
    void reader.rejected('b', 'quarantine');
    reader.dropTaking();
    await expect(Promise.race([taken, new Promise((resolve) => setTimeout(resolve, 100, 'still taken'))])).resolves.toBeNull();
    expect(dropped).toEqual([1]);
  });
});
