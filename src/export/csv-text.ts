import { csvCell } from './cell.ts';

/** A number, a calendar day, or text that must stay text. */
export type Cell = number | null | string | { readonly day: string | null };

/** Texts of a column whose form in CSV is remembered; a column of more is one of names. */
const MOST_REMEMBERED = 4096;

/** Puts the cells of one column into CSV. */
export function openColumn(): (cell: Cell) => string {
  let known: Map<string, string> | null = new Map();
  return (cell) => {
    if (typeof cell !== 'string') return cell === null ? '' : typeof cell === 'number' ? numberText(cell) : (cell.day ?? '');
    if (known === null) return csvCell(cell);
    let text = known.get(cell);
    if (text === undefined) {
      text = csvCell(cell);
      if (known.size < MOST_REMEMBERED) known.set(cell, text);
      else known = null;
    }
    return text;
  };
}

const MILLIONTHS = 1e6;
/** Decimals of up to 15 digits are so far apart that no two share a double: the one that names a double is its shortest name. */
const MOST_MILLIONTHS = 1e15;

/** `String(value)`, without a search for the shortest digits where six decimals are enough, as for most numbers of a ledger. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const millionths = Math.round(size * MILLIONTHS);
  if (!(millionths < MOST_MILLIONTHS) || millionths / MILLIONTHS !== size) return String(value);
  const whole = Math.floor(millionths / MILLIONTHS);
  const decimals = millionths - whole * MILLIONTHS;
  const [first, last] = [Math.floor(decimals / 1000), decimals % 1000];
  const text = decimals === 0 ? String(whole) : last === 0 ? `${whole}.${STRIPPED[first] ?? ''}` : `${whole}.${THREE[first] ?? ''}${STRIPPED[last] ?? ''}`;
  return value < 0 ? `-${text}` : text;
}

/** 0 to 999 as three digits, and without the zeros that end them. */
const THREE = Array.from({ length: 1000 }, (_, k) => String(k).padStart(3, '0'));
const STRIPPED = THREE.map((digits) => digits.replace(/0+$/u, ''));
