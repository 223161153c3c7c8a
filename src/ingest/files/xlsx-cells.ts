/** A column as a number from 0, and a row from 1, of a reference such as AB12; `null` when it is none. */
export function cellPosition(reference: string): { readonly column: number; readonly row: number } | null {
  const [, letters = '', digits = ''] = /^\$?([a-z]{1,7})\$?([1-9]\d{0,8})$/iu.exec(reference) ?? [];
  return letters === '' ? null : { column: columnNumber(letters.toUpperCase()), row: Number(digits) };
}

/** A column as a number from 0, of its capital letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}

/** Letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The reference of a cell, for sentences. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
