/**
 * Splits a whole number by weights: everyone gets the floor of its share, then the largest fractions one more each (the
 * Hare quota); equal fractions go to the earlier one.
 */
export function largestRemainder(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => (total * weight) / sum);
  const floors = shares.map(Math.floor);
  const left = total - floors.reduce((a, b) => a + b, 0);
  const winners = shares
    .map((share, index) => ({ index, fraction: share - Math.floor(share) }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return floors.map((floor, index) => (winners.includes(index) ? floor + 1 : floor));
}
