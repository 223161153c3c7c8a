/**
 * Where a key takes the reader in a list of rows; `null` when the key is not about moving.
 *
 * @param page rows that one page holds
 */
export function rowAfterKey(key: string, row: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (to: number): number => Math.max(0, Math.min(count - 1, to));
  switch (key) {
    case 'ArrowDown':
      return clamp(row + 1);
    case 'ArrowUp':
      return clamp(row - 1);
    case 'PageDown':
      return clamp(row + Math.max(1, page));
    case 'PageUp':
      return clamp(row - Math.max(1, page));
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
