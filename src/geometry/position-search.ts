/** The first position from `from` to `to` whose value is at least `limit`, else `to`. Values ascend. */
export function firstAtLeast(values: Float64Array, from: number, to: number, limit: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first position from `from` to `to` whose value is beyond `limit`, else `to`; in growing steps, since it is mostly near. */
export function firstBeyond(values: Float64Array, from: number, to: number, limit: number): number {
  let low = from;
  let step = 1;
  while (low + step <= to && (values[low + step - 1] as number) <= limit) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, to);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
