/**
 * Cells by header, as they stood. Every header becomes a property of its own: `constructor` by assignment, and
 * `__proto__`, where assignment would set the prototype and lose the cell, by definition. Read a header with
 * `Object.hasOwn` or `Object.entries`. Headers that are whole numbers come first, as in every object.
 */
export function originalOf(keys: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const original: Record<string, string> = {};
  // A short record lacks cells; an overlong one has cells without a header.
  for (const [i, value] of cells.entries()) {
    const key = keys[i] ?? `#${i + 1}`;
    if (key === '__proto__') Object.defineProperty(original, key, { value, enumerable: true, configurable: true, writable: true });
    else original[key] = value;
  }
  return original;
}
