import type { FilePart } from '../../worker/import-protocol.ts';
import { newId } from '../draw/draft-acts.ts';

/** Files that were chosen in this visit, by the ids under which the session knows them. Their bytes stay where they are until somebody reads them. */
const room = new Map<string, readonly FilePart[]>();

export function keepFile(file: File): { readonly file: string; readonly name: string } {
  return keepParts([{ name: file.name, blob: file }]);
}

/** The first part gives the file its name. */
export function keepParts(parts: readonly FilePart[]): { readonly file: string; readonly name: string } {
  const id = newId();
  room.set(id, parts);
  return { file: id, name: parts[0]?.name ?? id };
}

/** Puts in what was kept by an earlier visit. */
export function bringBack(id: string, parts: readonly FilePart[]): void {
  room.set(id, parts);
}

export function partsOf(id: string): readonly FilePart[] | null {
  return room.get(id) ?? null;
}
