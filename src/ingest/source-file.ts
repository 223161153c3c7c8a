import type { Message } from '../domain/issue.ts';
import type { Content } from './grid.ts';

/** A file as it came in, from a disk, a form or the embedded city; `name` is what messages call it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was inside, when the bytes are no plain text (a workbook, an archive); absent for text. */
  readonly content?: Content;
  /** What is said of the file before it is read. */
  readonly remarks?: readonly Message[];
  /** SHA-256 of the bytes, where the caller has a faster way to it than `sha256Hex`. */
  readonly sha256?: string;
}
