import { receiveCity } from '../../../src/state/commands/receive-city.ts';
import { driveEngine } from '../../../src/state/drive-engine.ts';
import { driveImports } from '../../../src/state/imports/drive-imports.ts';
import { redoImport, undoImport } from '../../../src/state/imports/holdings.ts';
import { applyImports, cancelItem, chooseFiles, removeItem } from '../../../src/state/imports/import-commands.ts';
import { driveImportSaving } from '../../../src/state/persistence/drive-import-saving.ts';
import { openImportShelf } from '../../../src/state/persistence/import-shelf.ts';
import { newSession } from '../../../src/state/session.ts';
import { createSessionStore } from '../../../src/state/store.ts';
import { readEmbeddedCity } from '../../../src/ui/start/embedded-city.ts';
import { createEngine } from '../../../src/worker/run-assessment.ts';
import { createReader } from '../../../src/worker/run-imports.ts';

/* The import without its screens: what the page's thread does while a file is read, compared, taken over, judged and kept. */

/** What a run has measured, ms. */
export interface ImportFigures {
  readonly cancelMs: number;
  readonly readMs: number;
  readonly compareMs: number;
  /** From the wish to take over until the rows are in the project. */
  readonly takeMs: number;
  /** From then until the answer about them stands. */
  readonly answerMs: number;
  /** From the wish to take over until the browser has confirmed that a reload brings them back. */
  readonly savedMs: number;
  /** The same steps without the import, and with it again: from the wish until the answer stands. */
  readonly undoMs: number;
  readonly redoMs: number;
  readonly rows: number;
  readonly accepted: number;
}

async function run(file: File): Promise<ImportFigures> {
  const city = await readEmbeddedCity();
  if (!city.ok) throw new Error('the embedded city can not be read');
  const store = createSessionStore(receiveCity(city.value)(newSession('2026-11-27')));
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const stop = store.subscribe(look);
      look();
      function look(): void {
        if (!holds()) return;
        stop();
        resolve();
      }
    });
  const item = (id: string) => store.get().imports.items.find((one) => one.id === id);
  const partsOf = () => [{ name: file.name, blob: file }];
  const driver = driveImports(store, { openReader: (onLost) => Promise.resolve(createReader(onLost)), partsOf });
  driveImportSaving(store, { shelf: openImportShelf(), id: Promise.resolve('bench'), now: () => new Date().toISOString(), partsOf });
  const engine = createEngine();
  driveEngine(store, {
    run: ({ city: { project }, packs, asOf, choices }, onProgress) => engine.run({ project, packs, asOf, choices }, onProgress),
    cancel: () => { engine.cancel(); },
  });
  const isAnswered = (): boolean => store.get().run.kind === 'done';
  await until(isAnswered);
  const choose = (id: string): void => {
    store.apply(chooseFiles([{ id, file: id, name: file.name, bytes: file.size }]));
  };
  const shareOf = (id: string): number => {
    const stage = item(id)?.stage;
    return stage?.kind === 'reading' ? stage.share : 0;
  };

  choose('stopped');
  await until(() => shareOf('stopped') > 0.5);
  const stopAt = performance.now();
  store.apply(cancelItem('stopped'));
  store.apply(removeItem('stopped'));
  // What it answers next it answers after it has stopped, or another answers in its place.
  await driver.rejected('nothing', 'quarantine').catch(() => []);
  const cancelMs = performance.now() - stopAt;

  choose('whole');
  performance.mark('reading');
  const readAt = performance.now();
  await until(() => !['waiting', 'reading'].includes(item('whole')?.stage.kind ?? 'waiting'));
  const readMs = performance.now() - readAt;
  const stage = item('whole')?.stage;
  if (stage?.kind !== 'read' || stage.result.kind !== 'data') throw new Error(`the file was not read: ${JSON.stringify(stage).slice(0, 500)}`);
  performance.mark('comparing');
  const compareAt = performance.now();
  await until(() => ['found', 'failed'].includes(store.get().imports.difference.kind));
  const compareMs = performance.now() - compareAt;
  performance.mark('taking');
  const takeAt = performance.now();
  const since = (from: number) => (): number => performance.now() - from;
  store.apply(applyImports);
  const saved = until(() => store.get().imports.saving.kind === 'saved').then(since(takeAt));
  await until(() => store.get().imports.holdings.past.length > 0);
  const takeMs = since(takeAt)();
  performance.mark('answering');
  await until(isAnswered);
  const answerMs = since(takeAt)() - takeMs;
  performance.mark('undoing');
  const savedMs = await saved;
  const undoAt = performance.now();
  store.apply(undoImport);
  await until(isAnswered);
  const undoMs = since(undoAt)();
  performance.mark('redoing');
  const redoAt = performance.now();
  store.apply(redoImport);
  await until(isAnswered);
  const redoMs = since(redoAt)();
  performance.mark('end');
  const { rows, accepted } = stage.result.input;
  return { cancelMs, readMs, compareMs, takeMs, answerMs, savedMs, undoMs, redoMs, rows, accepted };
}

declare global {
  interface Window {
    figures?: ImportFigures | { readonly failed: string };
  }
}

document.querySelector('input')?.addEventListener('change', ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file === undefined) return;
  run(file).then(
    (figures) => { window.figures = figures; },
    (error: unknown) => { window.figures = { failed: String(error) }; },
  );
});
