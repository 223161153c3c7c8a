/** Products of numbers below 2^31 with a power of ten are off by less than a quarter of this. */
const NEAR_TIE = 1e-6;
const MOST_STEPS = 2 ** 31;

/** `Number(value.toFixed(digits))`, but for the sign of a zero: by arithmetic where no tie is near, for columns. */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const steps = value * scale;
  const nearest = Math.round(steps);
  const isSure = Math.abs(steps) < MOST_STEPS && Math.abs(Math.abs(steps - nearest) - 0.5) > NEAR_TIE;
  return isSure ? nearest / scale : Number(value.toFixed(digits));
}
