import type { Terms } from '../../text/terms.ts';

/** Names of missing facts as people say them; two fields with one name are named once. */
export function fieldNames(t: Terms, fields: readonly string[]): string[] {
  const names: Readonly<Record<string, string>> = t.field;
  return [...new Set(fields.map((field) => names[field] ?? field))];
}
