/** A bar of a round length: 1, 2 or 5 times a power of ten. */
export interface ScaleBar {
  readonly metres: number;
  readonly widthPx: number;
}

/** The longest round length that fits in `maxPx`. */
export function scaleBar(metresPerPx: number, maxPx: number): ScaleBar {
  const most = metresPerPx * maxPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1) * power;
  return { metres, widthPx: metres / metresPerPx };
}
