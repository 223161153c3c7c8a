/**
 * Cells by header, as they stood. `Object.fromEntries` defines each entry as a property of its own, so headers such as
 * `__proto__` and `constructor` come through as data; read one with `Object.hasOwn` or `Object.entries`. Headers that are
 * whole numbers come first, as in every object.
 */
export function originalOf(keys: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const width = Math.max(keys.length, cells.length);
  const entries: (readonly [string, string])[] = [];
  for (let i = 0; i < width; i += 1) {
    const cell = cells[i];
    // A short record has no cell here; an overlong one has cells without a header.
    if (cell !== undefined) entries.push([keys[i] ?? `#${i + 1}`, cell]);
  }
  return Object.fromEntries(entries);
}
