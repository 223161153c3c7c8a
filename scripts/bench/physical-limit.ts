/**
 * How fast this machine reads memory, bytes per ms: the best of several sums over an array much larger than its caches,
 * eight sums at a time so that additions do not wait for each other.
 */
export function memoryBandwidth(): number {
  const values = new Float64Array(16 * 1024 * 1024).fill(1);
  let best = 0;
  let total = 0;
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    total += sumOf(values);
    best = Math.max(best, values.byteLength / (performance.now() - start));
  }
  if (total !== 7 * values.length) throw new Error(`memoryBandwidth: got a sum of ${total}`);
  return best;
}

function sumOf(values: Float64Array): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < values.length; k += 8) {
    a += values[k] as number;
    b += values[k + 1] as number;
    c += values[k + 2] as number;
    d += values[k + 3] as number;
    e += values[k + 4] as number;
    f += values[k + 5] as number;
    g += values[k + 6] as number;
    h += values[k + 7] as number;
  }
  return a + b + c + d + (e + f + g + h);
}

/** Whoever looks at each point once reads its two coordinates and writes where its list begins. */
export const BYTES_PER_POINT = 8 + 8 + 4;
export const BYTES_PER_PAIR = 4;
