import type { ZoneKind } from '../domain/zone.ts';
import { ZONE_KINDS } from '../domain/zone.ts';
import type { ReachLook } from './layers/reach.ts';
import type { Theme } from './map-types.ts';
import { PALETTE } from './palette.ts';
import { PATTERN_TILE_PX, patternPath, patternPenPx, ZONE_STYLE } from './zone-style.ts';

/** The pictures that the style asks for by name; each is drawn when it is first missing. */
export type ImageSpec =
  | { readonly kind: 'zone'; readonly zone: ZoneKind; readonly theme: Theme }
  | { readonly kind: 'heatSource'; readonly look: ReachLook; readonly theme: Theme }
  | { readonly kind: 'station'; readonly national: boolean; readonly theme: Theme };

const THEMES: readonly Theme[] = ['light', 'dark'];
const LOOKS: readonly ReachLook[] = ['sure', 'open', 'idle'];

const SPECS: readonly ImageSpec[] = THEMES.flatMap((theme): ImageSpec[] => [
  ...ZONE_KINDS.map((zone): ImageSpec => ({ kind: 'zone', zone, theme })),
  ...LOOKS.map((look): ImageSpec => ({ kind: 'heatSource', look, theme })),
  ...[true, false].map((national): ImageSpec => ({ kind: 'station', national, theme })),
]);

const SPEC_BY_ID: ReadonlyMap<string, ImageSpec> = new Map(SPECS.map((spec) => [imageId(spec), spec]));

export function imageId(spec: ImageSpec): string {
  return Object.values(spec).join(':');
}

export function imageSpec(id: string): ImageSpec | undefined {
  return SPEC_BY_ID.get(id);
}

/** Device pixels per px of the screen: sharp on dense screens, and shrunk cleanly on others. */
export const IMAGE_PIXEL_RATIO = 2;

/** Opacity of the ground between a pattern's strokes. */
const TINT = 0.17;

const FLAME = 'M 11 4.5 C 12 7.5 16 9 16 13 A 5 5 0 0 1 6 13 C 6 11 7.4 10 7.8 8.2 C 9 8.8 9.8 9.4 10.2 10.4 C 11.2 8.6 11.5 6.6 11 4.5 Z';
const HEXAGON = 'M 7 1.5 L 11.8 4.25 L 11.8 9.75 L 7 12.5 L 2.2 9.75 L 2.2 4.25 Z';

/** Draws a picture. Needs a browser's canvas. */
export function paintImage(spec: ImageSpec): ImageData {
  switch (spec.kind) {
    case 'zone': {
      const { pattern, [spec.theme]: colour } = ZONE_STYLE[spec.zone];
      return paint(PATTERN_TILE_PX, (pen) => {
        pen.fillStyle = colour;
        pen.globalAlpha = TINT;
        pen.fillRect(0, 0, PATTERN_TILE_PX, PATTERN_TILE_PX);
        pen.globalAlpha = 1;
        pen.strokeStyle = colour;
        pen.lineWidth = patternPenPx(pattern);
        pen.lineCap = 'round';
        pen.stroke(new Path2D(patternPath(pattern)));
      });
    }
    case 'heatSource':
      return paint(22, (pen) => paintHeatSource(pen, spec.look, spec.theme));
    case 'station': {
      const { station, labelHalo } = PALETTE[spec.theme];
      return paint(14, (pen) => {
        const hexagon = new Path2D(HEXAGON);
        pen.strokeStyle = spec.national ? labelHalo : station;
        pen.fillStyle = spec.national ? station : labelHalo;
        pen.lineWidth = 1.4;
        pen.lineJoin = 'round';
        pen.fill(hexagon);
        pen.stroke(hexagon);
        pen.fillStyle = spec.national ? labelHalo : station;
        pen.fill(disc(7, 7, 1.5));
      });
    }
  }
}

function paintHeatSource(pen: CanvasRenderingContext2D, look: ReachLook, theme: Theme): void {
  const { reach, reachFaint, labelHalo } = PALETTE[theme];
  const ink = look === 'idle' ? reachFaint : reach;
  pen.fillStyle = labelHalo;
  pen.fill(disc(11, 11, 11));
  if (look === 'sure') {
    pen.fillStyle = ink;
    pen.fill(disc(11, 11, 9.6));
    pen.fillStyle = labelHalo;
    pen.fill(new Path2D(FLAME));
    return;
  }
  pen.strokeStyle = ink;
  pen.lineWidth = 1.6;
  pen.setLineDash(look === 'open' ? [3.4, 2] : []);
  pen.stroke(disc(11, 11, 8.8));
  pen.setLineDash([]);
  if (look === 'open') {
    pen.fillStyle = ink;
    pen.font = 'bold 13px sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText('?', 11, 11.6);
  } else {
    pen.fillStyle = ink;
    pen.fill(new Path2D(FLAME));
    pen.stroke(new Path2D('M 4.8 17.2 L 17.2 4.8'));
  }
}

function disc(x: number, y: number, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  return path;
}

function paint(sizePx: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sizePx * IMAGE_PIXEL_RATIO;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('paintImage: expected a 2d canvas context, got null');
  pen.scale(IMAGE_PIXEL_RATIO, IMAGE_PIXEL_RATIO);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
