import type { CrsCandidate } from './datum/judge-crs.ts';

/** What only a person can answer before a file can be read; each names the option that answers it. */
export type Question =
  | { readonly kind: 'encoding'; readonly file: string }
  | { readonly kind: 'sheet'; readonly file: string; readonly sheets: readonly string[] }
  | { readonly kind: 'columns'; readonly file: string; readonly columns: readonly string[] }
  | { readonly kind: 'crs'; readonly file: string; readonly candidates: readonly CrsCandidate[] };
