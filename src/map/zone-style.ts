import type { ZoneKind } from '../domain/zone.ts';

/** How an area is filled; drawn from `patternPath`, so that map and legend cannot differ. */
export const PATTERNS = ['hatchRight', 'hatchLeft', 'horizontal', 'vertical', 'grid', 'dots', 'sparseDots', 'plain'] as const;
export type Pattern = (typeof PATTERNS)[number];

export interface ZoneStyle {
  readonly pattern: Pattern;
  readonly light: string;
  readonly dark: string;
}

/**
 * A hue and a pattern a kind: neither is the only cue. The hues are muted, because an area is the ground on which the
 * marks are read. Whether the outline is dashed says something else: an illustrative boundary, not an official one.
 */
export const ZONE_STYLE: Readonly<Record<ZoneKind, ZoneStyle>> = {
  coalBan: { pattern: 'hatchRight', light: '#a3402f', dark: '#e08e7e' },
  noBurn: { pattern: 'hatchLeft', light: '#a06c12', dark: '#dcb160' },
  builtUp: { pattern: 'plain', light: '#77706a', dark: '#a4a9ae' },
  heatNetwork: { pattern: 'horizontal', light: '#a8446e', dark: '#e08fb4' },
  keyControl: { pattern: 'sparseDots', light: '#5a5fa0', dark: '#a3a9e6' },
  planning: { pattern: 'dots', light: '#5d7a35', dark: '#a5c47c' },
  development: { pattern: 'vertical', light: '#357c8b', dark: '#78bccb' },
  machineryControl: { pattern: 'grid', light: '#86603f', dark: '#c6a080' },
};

/** Side of the square that repeats, in px of the screen. */
export const PATTERN_TILE_PX = 12;

/** One tile of a pattern as SVG path data, to be stroked with a round pen; it joins its neighbours without a seam. */
export function patternPath(pattern: Pattern): string {
  switch (pattern) {
    case 'hatchRight':
      return 'M -1 7 L 7 -1 M 5 13 L 13 5 M -1 13 L 13 -1';
    case 'hatchLeft':
      return 'M -1 5 L 7 13 M 5 -1 L 13 7 M -1 -1 L 13 13';
    case 'horizontal':
      return 'M 0 3 L 12 3 M 0 9 L 12 9';
    case 'vertical':
      return 'M 3 0 L 3 12 M 9 0 L 9 12';
    case 'grid':
      return 'M 0 6 L 12 6 M 6 0 L 6 12';
    case 'dots':
      return 'M 3 3 L 3 3.01 M 9 9 L 9 9.01 M 9 3 L 9 3.01 M 3 9 L 3 9.01';
    case 'sparseDots':
      return 'M 6 6 L 6 6.01';
    case 'plain':
      return '';
  }
}

/** Width of the pen in px: a dot is a stroke with no length. */
export function patternPenPx(pattern: Pattern): number {
  return pattern === 'dots' || pattern === 'sparseDots' ? 1.8 : 0.9;
}
