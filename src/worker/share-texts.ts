/** Texts that are kept for all rows: the words of a ledger are few, its names are not. */
const MOST_COMMON = 20_000;

/**
 * Makes equal texts one again: whatever crosses the wall comes with a copy of each, and a ledger says 在用 a million times.
 * Rows are changed in place, for they are fresh copies that nobody else has seen.
 */
export function openSharing(): (rows: readonly unknown[]) => void {
  const common = new Map<string, string>();

  function shareIn(value: Record<string, unknown>, own: Map<string, string>): void {
    for (const key in value) {
      const held = value[key];
      if (typeof held === 'string') {
        const known = common.get(held) ?? own.get(held);
        if (known !== undefined) value[key] = known;
        else {
          own.set(held, held);
          if (common.size < MOST_COMMON) common.set(held, held);
        }
      } else if (typeof held === 'object' && held !== null && !Array.isArray(held)) shareIn(held as Record<string, unknown>, own);
    }
  }

  return (rows) => {
    const own = new Map<string, string>();
    for (const row of rows) if (typeof row === 'object' && row !== null) shareIn(row as Record<string, unknown>, own);
  };
}
