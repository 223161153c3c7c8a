/** The many ways to write degrees, minutes, seconds and the side of the globe, brought to °, ', " and n, s, e, w. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Before folding: Unicode NFKC makes a letter of º, a ring of ˚ and two primes of ″.
  [/[º˚度]/gu, '°'],
  [/[″“”ʺ秒]/gu, '"'],
  [/[′‘’´`ʹ＇分]/gu, "'"],
  [/''/gu, '"'],
  [/东经/gu, 'E'],
  [/西经/gu, 'W'],
  [/北纬/gu, 'N'],
  [/南纬/gu, 'S'],
];

/** A coordinate, or two of them, in plain signs; spaces stay, as they may part the two. */
export function plainDegrees(cell: string): string {
  let text = cell;
  for (const [spelling, plain] of SPELLINGS) text = text.replace(spelling, plain);
  return text.normalize('NFKC').toLowerCase().trim();
}

/** 3930456.12米 and 37612345m are coordinates of a grid. */
export function withoutMetres(cell: string): string {
  return cell.replace(/(?<=\d)\s*(?:米|m)$/iu, '');
}
