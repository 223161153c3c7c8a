import { CERTAINTIES, type Certainty } from '../assess/assessment.ts';
import { DUTIES, dutyRank, type Duty } from '../policy/duty.ts';
import { verdictMark } from './duty-style.ts';
import type { Theme } from './map-types.ts';
import { PALETTE } from './palette.ts';

/** Side of a cell in the atlas, px: about three times the largest mark on the screen, for dense screens. */
export const CELL_PX = 72;

/** Between cells, px: mipmaps would otherwise smear one mark into its neighbour. */
const GUTTER_PX = 24;
const PITCH_PX = CELL_PX + GUTTER_PX;
const COLUMNS = 12;

/** From one picture to the next, and the picture itself, px. */
export const ATLAS_CELLS = { pitchPx: PITCH_PX, sidePx: CELL_PX } as const;

/** One picture of the atlas, with its place; deck.gl reads `x`, `y`, `width`, `height`. */
export interface AtlasCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Verdict {
  readonly duty: Duty;
  readonly possibleDuty: Duty;
  readonly certainty: Certainty;
}

export const HALO = 'halo';

export function atlasKey({ duty, possibleDuty, certainty }: Verdict): string {
  return certainty === 'certain' ? duty : `${duty}/${certainty}/${possibleDuty}`;
}

/** Every verdict that can be drawn: what may be demanded is never weaker than what surely is. */
function verdicts(): Verdict[] {
  return DUTIES.flatMap((duty) =>
    CERTAINTIES.flatMap((certainty): Verdict[] =>
      certainty === 'certain'
        ? [{ duty, possibleDuty: duty, certainty }]
        : DUTIES.filter((possible) => dutyRank(possible) <= dutyRank(duty)).map((possibleDuty) => ({ duty, possibleDuty, certainty })),
    ),
  );
}

export interface AtlasPlan {
  readonly width: number;
  readonly height: number;
  readonly cells: Readonly<Record<string, AtlasCell>>;
}

/** Where each mark lies in the atlas. */
export function atlasPlan(): AtlasPlan {
  const keys = [HALO, ...verdicts().map(atlasKey)];
  const cells: Record<string, AtlasCell> = {};
  keys.forEach((key, at) => {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
    cells[key] = { x: column * PITCH_PX, y: row * PITCH_PX, width: CELL_PX, height: CELL_PX };
  });
  return { width: COLUMNS * PITCH_PX, height: Math.ceil(keys.length / COLUMNS) * PITCH_PX, cells };
}

/** Draws all marks of a theme. Needs a browser's canvas. */
export function paintAtlas(plan: AtlasPlan, theme: Theme): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = plan.width;
  canvas.height = plan.height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('paintAtlas: expected a 2d canvas context, got null');
  pen.lineJoin = 'round';
  for (const verdict of verdicts()) {
    const cell = plan.cells[atlasKey(verdict)];
    if (cell !== undefined) paintMark(pen, cell, verdict, theme);
  }
  const halo = plan.cells[HALO];
  if (halo !== undefined) paintHalo(pen, halo, theme);
  return tintEmpty(pen.getImageData(0, 0, plan.width, plan.height), PALETTE[theme].markEdge);
}

/**
 * Gives empty pixels the colour of the edges: a canvas has them as transparent black, which mipmaps would blend into a
 * dark rim around every mark.
 */
function tintEmpty(image: ImageData, edge: string): ImageData {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(edge.slice(at, at + 2), 16)) as [number, number, number];
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) [data[at], data[at + 1], data[at + 2]] = [red, green, blue];
  }
  return image;
}

/** Edges first, ink over them: the edge lifts a mark off its neighbours. */
function paintMark(pen: CanvasRenderingContext2D, cell: AtlasCell, verdict: Verdict, theme: Theme): void {
  const { path, colour, ring } = verdictMark(verdict.duty, verdict.possibleDuty, verdict.certainty, theme, CELL_PX);
  const core = new Path2D(path);
  const edge = PALETTE[theme].markEdge;
  pen.setTransform(1, 0, 0, 1, cell.x, cell.y);
  if (ring !== null) {
    const circle = new Path2D();
    circle.arc(CELL_PX / 2, CELL_PX / 2, ring.radius, -Math.PI / 2, 1.5 * Math.PI);
    pen.fillStyle = edge;
    pen.globalAlpha = 0.75;
    pen.fill(circle);
    pen.globalAlpha = 1;
    pen.strokeStyle = ring.colour;
    pen.lineWidth = ring.width;
    pen.setLineDash([...ring.dash]);
    pen.stroke(circle);
    pen.setLineDash([]);
  } else {
    pen.strokeStyle = edge;
    pen.lineWidth = CELL_PX * 0.1;
    pen.stroke(core);
  }
  pen.fillStyle = colour;
  pen.fill(core);
}

function paintHalo(pen: CanvasRenderingContext2D, cell: AtlasCell, theme: Theme): void {
  const { selection, markEdge } = PALETTE[theme];
  pen.setTransform(1, 0, 0, 1, cell.x, cell.y);
  for (const [colour, width] of [[markEdge, 0.12], [selection, 0.055]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = CELL_PX * width;
    pen.beginPath();
    pen.arc(CELL_PX / 2, CELL_PX / 2, CELL_PX * 0.42, 0, 2 * Math.PI);
    pen.stroke();
  }
}
