import type { Doubles } from '../../ingest/add-ledger.ts';
import { isDataKind, type DataKind } from '../../ingest/layer-kind.ts';
import type { LayerAnswers } from '../../ingest/layer-answers.ts';
import { NO_ANSWERS } from '../../ingest/layer-answers.ts';
import type { Correction } from '../../ingest/read-again.ts';
import type { Command, Session } from '../session.ts';
import { NEW_PLAN } from './imports.ts';
import type { ImportItem, ImportMode, Imports, ImportStage } from './imports.ts';

/** Changes the part of the session that is about imports. */
export function withImports(change: (imports: Imports) => Imports): Command {
  return (session) => {
    const imports = change(session.imports);
    return imports === session.imports ? session : { ...session, imports };
  };
}

/** Changes one file on the desk; nothing where it is no longer there. A file that changes makes the difference out of date. */
export function changeItem(id: string, change: (item: ImportItem) => ImportItem): Command {
  return withImports((imports) => {
    const items = imports.items.map((item) => (item.id === id ? change(item) : item));
    return items.every((item, i) => item === imports.items[i]) ? imports : { ...imports, items, difference: { kind: 'none' } };
  });
}

const WAITING: ImportStage = { kind: 'waiting' };

/** Puts files on the desk; they are read in their order. */
export function chooseFiles(files: readonly Pick<ImportItem, 'id' | 'file' | 'name' | 'bytes'>[]): Command {
  const items = files.map((file): ImportItem => ({ ...file, layer: null, answers: NO_ANSWERS, guess: null, isRemembered: false, stage: WAITING }));
  return withImports((imports) => ({ ...imports, items: [...imports.items, ...items], difference: { kind: 'none' } }));
}

/** Answers a question, or corrects an answer: the file is read again with it. */
export function answerItem(id: string, answers: Partial<LayerAnswers>): Command {
  return changeItem(id, (item) => ({ ...item, answers: { ...item.answers, ...answers }, stage: WAITING }));
}

/** Says what kind of data a file is. What was answered for another kind no longer holds. */
export function setItemKind(id: string, kind: LayerAnswers['kind']): Command {
  return changeItem(id, (item) => (item.answers.kind === kind ? item : { ...item, answers: { ...NO_ANSWERS, encoding: item.answers.encoding, sheet: item.answers.sheet, kind }, stage: WAITING }));
}

/** Chooses sheets of a workbook; of several, each becomes an entry of its own. */
export function chooseSheets(id: string, sheets: readonly string[]): Command {
  return withImports((imports) => ({
    ...imports,
    difference: { kind: 'none' },
    items: imports.items.flatMap((item) =>
      item.id !== id || sheets.length === 0
        ? [item]
        : sheets.map((sheet, i): ImportItem => ({ ...item, id: i === 0 ? id : `${id}/${sheet}`, answers: { ...item.answers, sheet }, stage: WAITING })),
    ),
  }));
}

/** Puts cells of a row right that was set aside; the row is read again, and joins when nothing else is wrong with it. */
export function correctRow(id: string, row: number, corrections: readonly Correction[]): Command {
  return changeItem(id, (item) => ({ ...item, answers: { ...item.answers, corrections: { ...item.answers.corrections, [String(row)]: corrections } } }));
}

/** Stops the reading of a file; what was loaded before stays. */
export function cancelItem(id: string): Command {
  return changeItem(id, (item) => (item.stage.kind === 'waiting' || item.stage.kind === 'reading' || item.stage.kind === 'asking' ? { ...item, stage: { kind: 'cancelled' } } : item));
}

/** Reads a file again that was cancelled, or whose reader broke. */
export function retryItem(id: string): Command {
  return changeItem(id, (item) => ({ ...item, stage: WAITING }));
}

/** Takes a file off the desk. */
export function removeItem(id: string): Command {
  return withImports((imports) => ({ ...imports, items: imports.items.filter((item) => item.id !== id), difference: { kind: 'none' } }));
}

/** Takes everything off the desk, files that are being taken over too; what was applied stays. */
export const clearDesk: Command = withImports((imports) => (imports.items.length === 0 ? imports : { ...imports, items: [], plan: NEW_PLAN, difference: { kind: 'none' }, taking: null }));

/** Whether the files of a kind take the place of what is there, or come on top. */
export function setMode(what: DataKind, mode: ImportMode): Command {
  return withImports((imports) => {
    const items = what === 'facilities' && mode === 'replace' ? imports.items.map((item) => withDoubles(item, null)) : imports.items;
    return { ...imports, items, plan: { ...imports.plan, modes: { ...imports.plan.modes, [what]: mode } }, difference: { kind: 'none' } };
  });
}

/** Says what becomes of facilities that the present ledger has too, where ledgers are added to it. */
export function setDoubles(doubles: Doubles): Command {
  return withImports((imports) => ({ ...imports, difference: { kind: 'none' }, items: imports.items.map((item) => (isLedger(item) ? withDoubles(item, doubles) : item)) }));
}

/** What was said of them; `null` until it has been said of every ledger on the desk. */
export function doublesOf(imports: Imports): Doubles | null {
  const [first, ...others] = readyItems(imports).filter(isLedger).map(({ answers }) => answers.doubles);
  return first !== undefined && others.every((doubles) => doubles === first) ? first : null;
}

/** Whether ledgers are to be added that have facilities which stand already, or may have, and nobody has said what becomes of those. */
export function asksDoubles(imports: Imports): boolean {
  const { difference, plan } = imports;
  if (plan.modes.facilities !== 'add' || doublesOf(imports) !== null) return false;
  if (difference.kind === 'failed') return readyItems(imports).some(isLedger);
  const ledger = difference.kind === 'found' ? difference.difference.ledger : null;
  return ledger !== null && ledger.changed + ledger.same > 0;
}

function isLedger({ stage }: ImportItem): boolean {
  return stage.kind === 'read' && stage.result.kind === 'data' && stage.result.what === 'facilities';
}

function withDoubles(item: ImportItem, said: Doubles | null): ImportItem {
  const { doubles, ...answers } = item.answers;
  return (doubles ?? null) === said ? item : { ...item, answers: said === null ? answers : { ...answers, doubles: said } };
}

/** Whether the embedded zones and sources stay although the embedded ledger goes. */
export function setKeepSample(keepSample: boolean): Command {
  return withImports((imports) => ({ ...imports, plan: { ...imports.plan, keepSample }, difference: { kind: 'none' } }));
}

/** Takes the files that have been read into the project, as one step that can be undone. */
export const applyImports: Command = withImports((imports) => (imports.taking === null && readyItems(imports).length > 0 && !asksDoubles(imports) ? { ...imports, taking: 0 } : imports));

/** Files that can be applied. */
export function readyItems({ items }: Imports): readonly ImportItem[] {
  return items.filter(({ stage }) => stage.kind === 'read');
}

/** Whether nothing is being read or asked any more, and something has been read. */
export function canApply({ imports }: Session): boolean {
  return imports.taking === null && readyItems(imports).length > 0 && imports.items.every(({ stage }) => !['waiting', 'reading', 'asking'].includes(stage.kind));
}

/** The kinds of data on the desk that have been read. */
export function kindsRead(imports: Imports): readonly DataKind[] {
  return [...new Set(readyItems(imports).flatMap(({ stage }) => (stage.kind === 'read' && stage.result.kind === 'data' && isDataKind(stage.result.what) ? [stage.result.what] : [])))];
}
