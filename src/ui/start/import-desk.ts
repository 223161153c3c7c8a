import { quarantineCsv } from '../../export/quarantine-csv.ts';
import { writeMapping } from '../../ingest/read-mapping.ts';
import { chooseFiles } from '../../state/imports/import-commands.ts';
import type { SessionStore } from '../../state/store.ts';
import { importStates } from '../../text/import-states.ts';
import type { FilePart } from '../../worker/import-protocol.ts';
import { newId } from '../draw/draft-acts.ts';
import { saveFile } from '../parts/save-file.ts';
import { keepParts } from './file-room.ts';
import { importDriver } from './start-imports.ts';

/* What the screens do with files: the acts that need the browser. */

/** Puts files on the desk; the files of a shapefile that came side by side become one. */
export function openFiles(store: SessionStore, files: readonly File[]): void {
  const chosen = shapefilesJoined(files.map((file) => ({ name: file.name, blob: file })));
  store.apply(chooseFiles(chosen.map((parts) => ({ id: newId(), bytes: sizeOf(parts), ...keepParts(parts) }))));
}

/** Puts a table on the desk that was pasted as text. */
export function pasteTable(store: SessionStore, text: string): void {
  const name = importStates[store.get().view.lang].pasted;
  openFiles(store, [new File([text], name, { type: 'text/plain' })]);
}

/** Hands the rows that were set aside to the browser, as a file that reads again without being mapped again. */
export async function saveQuarantine(store: SessionStore, id: string): Promise<{ readonly file: string; readonly rows: number }> {
  const { imports, view } = store.get();
  const item = imports.items.find((one) => one.id === id);
  const rows = await importDriver(store).rejected(id, 'quarantine');
  const file = importStates[view.lang].quarantineFile(stem(item?.name ?? ''));
  saveFile(new Blob([quarantineCsv(rows, view.lang)], { type: 'text/csv;charset=utf-8' }), file);
  return { file, rows: rows.length };
}

/** Hands what the columns of a file are to the browser; chosen like any file, it holds for all files with these headers. */
export function saveMapping(store: SessionStore, id: string): void {
  const { imports, view } = store.get();
  const item = imports.items.find((one) => one.id === id);
  const mapping = item?.answers.mapping ?? (item?.stage.kind === 'read' && item.stage.result.kind === 'data' ? item.stage.result.mapping : null);
  if (item === undefined || mapping === null) return;
  saveFile(new Blob([writeMapping(mapping)], { type: 'application/json' }), importStates[view.lang].mappingFile(stem(item.name)));
}

/** Beside a .shp these belong to it, when they bear its name. */
const SIBLINGS = /\.(?:dbf|prj|cpg|shx|sbn|sbx|qpj)$/iu;
const READ = /\.(?:dbf|prj|cpg)$/iu;

function shapefilesJoined(files: readonly FilePart[]): readonly (readonly FilePart[])[] {
  const shapes = files.filter(({ name }) => /\.shp$/iu.test(name));
  const nameOf = ({ name }: FilePart): string => stem(name).toLowerCase();
  const owned = new Set(files.filter((file) => SIBLINGS.test(file.name) && shapes.some((shape) => nameOf(shape) === nameOf(file))));
  return files.filter((file) => !owned.has(file)).map((file) => (shapes.includes(file) ? [file, ...[...owned].filter((one) => READ.test(one.name) && nameOf(one) === nameOf(file))] : [file]));
}

function stem(name: string): string {
  return name.replace(/\.[^.\\/]+$/u, '');
}

function sizeOf(parts: readonly FilePart[]): number {
  return parts.reduce((sum, { blob }) => sum + blob.size, 0);
}
