/** GB 32100-2015: digits and capital letters without I, O, S, V, Z; the value of a sign is its place. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
/** Powers of 3 modulo 31, one for each of the seventeen signs before the check sign. */
const WEIGHTS = Array.from({ length: LENGTH - 1 }, (_, k) => 3 ** k % 31);

export type CreditCodeFault = 'credit-code-length' | 'credit-code-sign' | 'credit-code-check';

/** What is wrong with a unified social credit code by GB 32100-2015, or `null`. Takes it folded, in capitals. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== LENGTH) return 'credit-code-length';
  let sum = 0;
  for (let k = 0; k < LENGTH - 1; k += 1) {
    const value = SIGNS.indexOf(code[k] ?? '');
    if (value < 0) return 'credit-code-sign';
    sum += value * (WEIGHTS[k] ?? 0);
  }
  return code[LENGTH - 1] === checkSign(sum) ? null : 'credit-code-check';
}

function checkSign(sum: number): string {
  return SIGNS[(31 - (sum % 31)) % 31] ?? '';
}

/** The check sign of seventeen others; for making examples. */
export function withCheckSign(first: string): string {
  const sum = first.split('').reduce((total, sign, k) => total + SIGNS.indexOf(sign) * (WEIGHTS[k] ?? 0), 0);
  return first + checkSign(sum);
}
