/** A file as it came in, from a disk, a form or the embedded city; `name` is what messages call it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
