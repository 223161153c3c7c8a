import { fold } from './columns/fold.ts';
import { unitOf, type Quantity, type Unit } from './columns/units.ts';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/u;
/** 1,234.5 — separators in groups of three only, so that the German or misplaced comma of "1,5" is not taken for one. */
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?/u;

/** A decimal number with nothing around it, full-width digits folded; `null` when the cell is anything else. */
export function parseNumber(cell: string): number | null {
  const split = splitNumber(fold(cell));
  return split === null || split.rest !== '' ? null : split.value;
}

/** A number with the unit written behind it, if any ("35t/h"). "2台35蒸吨" and "约35" are no such thing: `null`. */
export function parseQuantity(cell: string, quantity: Quantity): { readonly value: number; readonly unit: Unit | null } | null {
  const split = splitNumber(fold(cell));
  if (split === null) return null;
  if (split.rest === '') return { value: split.value, unit: null };
  const unit = unitOf(quantity, split.rest);
  return unit === null ? null : { value: split.value, unit };
}

function splitNumber(text: string): { readonly value: number; readonly rest: string } | null {
  const digits = GROUPED.exec(text)?.[0] ?? PLAIN.exec(text)?.[0];
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', ''));
  return Number.isFinite(value) ? { value, rest: text.slice(digits.length) } : null;
}
