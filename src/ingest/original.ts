type Original = Readonly<Record<string, string>>;

/**
 * Cells by header, as they stood. Every header becomes a property of its own: `constructor` by assignment, and
 * `__proto__`, where assignment would set the prototype and lose the cell, by definition. Read a header with
 * `Object.hasOwn` or `Object.entries`. Headers that are whole numbers come first, as in every object.
 *
 * Plain objects on purpose: they cross to a worker and into JSON as they are. Those of one table share one hidden class, so
 * one costs a word a column beside its cells, whose repeated texts are shared too (`csv-cutter.ts`).
 */
export function originalOf(keys: readonly string[], cells: readonly string[]): Original {
  const original: Record<string, string> = {};
  // A short record lacks cells; an overlong one has cells without a header.
  for (let i = 0; i < cells.length; i += 1) {
    const value = cells[i] ?? '';
    const key = keys[i] ?? `#${i + 1}`;
    if (key === '__proto__') Object.defineProperty(original, key, { value, enumerable: true, configurable: true, writable: true });
    else original[key] = value;
  }
  return original;
}
