/** Measures of colours for tests: WCAG 2 contrast, CIE76 difference, and how a colour-blind eye sees (Machado et al. 2009). */
type Triple = readonly [number, number, number];

/** Severity 1.0, applied to linear RGB. */
const EYES = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  deuteranope: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanope: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
} as const;

export type Eye = keyof typeof EYES;

function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Linear RGB of a `#rrggbb` as that eye sees it. */
export function seenBy(eye: Eye, hex: string): Triple {
  const rgb = linear(hex);
  const [r, g, b] = EYES[eye].map((row) => Math.min(1, Math.max(0, dot(row, rgb)))) as [number, number, number];
  return [r, g, b];
}

export function contrast(a: string, b: string): number {
  const [low, high] = [a, b].map((hex) => dot([0.2126, 0.7152, 0.0722], linear(hex))).sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function lab(rgb: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76 distance of two linear RGB colours. */
export function difference(a: Triple, b: Triple): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
