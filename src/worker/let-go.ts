/**
 * Gives the memory of buffers back at once: of columns, or of all columns in an object. Whatever still reads them reads
 * nothing. A thread that waits for the collector holds on to hundreds of megabytes of them, since an array of a million
 * numbers is a small object to it. Where the browser has no way to do so, the collector does it in time.
 */
export function letGo(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) (value.buffer as Releasable).transfer?.(0);
  else if (!Array.isArray(value) && !(value instanceof Map)) Object.values(value).forEach(letGo);
}

/** ES2024; Chrome 114, Firefox 122, Safari 17.4. */
interface Releasable {
  readonly transfer?: (bytes: number) => unknown;
}
