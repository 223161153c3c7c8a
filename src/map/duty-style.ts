import type { Certainty } from '../assess/assessment.ts';
import type { Duty } from '../policy/duty.ts';
import type { Theme } from './map-types.ts';

/**
 * One silhouette a duty, told apart without colour: a cross closes, a bow tie joins two into one, a dome is a setting
 * sun, a diamond turns, a square is rebuilt, an open ring watches, a triangle warns, two bars pause, a dot asks nothing.
 */
export const SHAPES = ['cross', 'bowtie', 'dome', 'diamond', 'square', 'ring', 'triangle', 'pause', 'dot'] as const;
export type Shape = (typeof SHAPES)[number];

export interface DutyStyle {
  readonly shape: Shape;
  readonly light: string;
  readonly dark: string;
}

/**
 * Colours keep 3:1 against the ground of their theme, and stay apart under deuteranopia and protanopia
 * (test/map/duty-style.test.ts measures both). Warm hues end a boiler, cool ones change it, greys leave it.
 */
export const DUTY_STYLE: Readonly<Record<Duty, DutyStyle>> = {
  close: { shape: 'cross', light: '#b3261e', dark: '#ff7468' },
  'close-or-consolidate': { shape: 'bowtie', light: '#d2640f', dark: '#ffa95c' },
  'phase-out': { shape: 'dome', light: '#532b00', dark: '#f2db4c' },
  substitute: { shape: 'diamond', light: '#0e7b8b', dark: '#4fc9c4' },
  retrofit: { shape: 'square', light: '#244eb3', dark: '#739cff' },
  monitor: { shape: 'ring', light: '#6a4c9c', dark: '#bda4ee' },
  inspect: { shape: 'triangle', light: '#687a76', dark: '#dce5de' },
  hold: { shape: 'pause', light: '#76695a', dark: '#b3a795' },
  none: { shape: 'dot', light: '#85837b', dark: '#868e96' },
};

/** Outlines in a box of 1 × 1, y down. A part that winds the other way is a hole (`fill-rule: nonzero`). */
const UNIT_PATHS: Readonly<Record<Shape, readonly (string | number)[]>> = {
  cross: [
    'M', 0.22, 0.02, 'L', 0.5, 0.3, 'L', 0.78, 0.02, 'L', 0.98, 0.22, 'L', 0.7, 0.5, 'L', 0.98, 0.78,
    'L', 0.78, 0.98, 'L', 0.5, 0.7, 'L', 0.22, 0.98, 'L', 0.02, 0.78, 'L', 0.3, 0.5, 'L', 0.02, 0.22, 'Z',
  ],
  bowtie: ['M', 0, 0.08, 'L', 0.5, 0.38, 'L', 1, 0.08, 'L', 1, 0.92, 'L', 0.5, 0.62, 'L', 0, 0.92, 'Z'],
  dome: ['M', 0, 0.78, 'C', 0, 0.36, 0.2, 0.14, 0.5, 0.14, 'C', 0.8, 0.14, 1, 0.36, 1, 0.78, 'Z'],
  diamond: ['M', 0.5, 0, 'L', 1, 0.5, 'L', 0.5, 1, 'L', 0, 0.5, 'Z'],
  square: ['M', 0.1, 0.1, 'L', 0.9, 0.1, 'L', 0.9, 0.9, 'L', 0.1, 0.9, 'Z'],
  ring: [...disc(0.48, true), ...disc(0.22, false)],
  triangle: ['M', 0.5, 0.03, 'L', 1, 0.9, 'L', 0, 0.9, 'Z'],
  pause: [
    'M', 0.12, 0.1, 'L', 0.4, 0.1, 'L', 0.4, 0.9, 'L', 0.12, 0.9, 'Z',
    'M', 0.6, 0.1, 'L', 0.88, 0.1, 'L', 0.88, 0.9, 'L', 0.6, 0.9, 'Z',
  ],
  dot: disc(0.34, true),
};

/** A circle about the middle of the box as four Bézier quarters (0.5523: the usual constant, off by 0.03 % of the radius). */
function disc(radius: number, clockwise: boolean): (string | number)[] {
  const k = 0.5523 * radius;
  const side = clockwise ? 1 : -1;
  const at = (dx: number, dy: number): [number, number] => [0.5 + dx, 0.5 + dy * side];
  return [
    'M', ...at(radius, 0),
    'C', ...at(radius, k), ...at(k, radius), ...at(0, radius),
    'C', ...at(-k, radius), ...at(-radius, k), ...at(-radius, 0),
    'C', ...at(-radius, -k), ...at(-k, -radius), ...at(0, -radius),
    'C', ...at(k, -radius), ...at(radius, -k), ...at(radius, 0), 'Z',
  ];
}

/** SVG path data of a silhouette in a box of `size` × `size`, moved by `offset` along both axes. */
export function shapePath(shape: Shape, size: number, offset = 0): string {
  return UNIT_PATHS[shape]
    .map((part) => (typeof part === 'string' ? part : Math.round((offset + part * size) * 1000) / 1000))
    .join(' ');
}

/** The ring around an uncertain mark: whole when a judgement is asked for, broken when a fact is missing. */
export interface MarkRing {
  readonly radius: number;
  readonly width: number;
  readonly colour: string;
  /** As in `stroke-dasharray`; empty for a whole line. */
  readonly dash: readonly number[];
}

/** Everything that draws one verdict in a box of `size` × `size`, centred: the same on the map, in the legend, in the table. */
export interface Mark {
  readonly path: string;
  readonly colour: string;
  readonly ring: MarkRing | null;
}

/** Share of the box that the core takes: large where the verdict is sure, small where a ring needs the room. */
const SURE_SHARE = 0.74;
const RINGED_SHARE = 0.48;

const DASHES = 6;
const DASH_SHARE = 0.58;

/** A verdict as a mark: the core is what surely is demanded, the ring what may be. */
export function verdictMark(duty: Duty, possibleDuty: Duty, certainty: Certainty, theme: Theme, size: number): Mark {
  const core = size * (certainty === 'certain' ? SURE_SHARE : RINGED_SHARE);
  const radius = size * 0.43;
  const turn = (2 * Math.PI * radius) / DASHES;
  return {
    path: shapePath(DUTY_STYLE[duty].shape, core, (size - core) / 2),
    colour: DUTY_STYLE[duty][theme],
    ring:
      certainty === 'certain'
        ? null
        : {
            radius,
            width: size * 0.08,
            colour: DUTY_STYLE[possibleDuty][theme],
            dash: certainty === 'unknown' ? [turn * DASH_SHARE, turn * (1 - DASH_SHARE)] : [],
          },
  };
}
