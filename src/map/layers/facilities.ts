import type { Layer } from '@deck.gl/core';
import type { Duty } from '../../policy/duty.ts';
import { memoiseLast } from '../../state/memoise.ts';
import { LOOKS, verdictOfLook, type Mark } from '../map-marks.ts';
import { ATLAS_CELLS, HALO, atlasKey, type AtlasCell, type AtlasPlan } from '../mark-atlas.ts';
import type { MarkIndex } from '../mark-index.ts';
import { MarkLayer, type MarkColumns } from './mark-layer.ts';

/** A painted atlas and its plan. */
export interface MarkAtlas {
  readonly plan: AtlasPlan;
  readonly image: ImageData;
  readonly id: string;
}

/** Side of a mark's box on the screen, px, by zoom: small enough over the whole city, easy to hit in a street. */
export function markSizePx(zoom: number): number {
  return Math.min(28, Math.max(11, 11 + (zoom - 7) * 3.2));
}

/** The stronger the duty, the larger the mark, in hundredths: a closing must not be lost among those that need nothing. */
const WEIGHT: Readonly<Record<Duty, number>> = {
  close: 120,
  'close-or-consolidate': 115,
  'phase-out': 110,
  substitute: 105,
  retrofit: 95,
  monitor: 90,
  inspect: 90,
  hold: 85,
  none: 80,
};

/** Places of the marks that are drawn, for the graphics card; the same array again while nothing moves. @param drawn places in the drawing; `null` for all. */
const placeColumn = memoiseLast((order: Uint32Array, lng: Float64Array, lat: Float64Array, drawn: Uint32Array | null): Float32Array => {
  const count = drawn?.length ?? order.length;
  const places = new Float32Array(4 * count);
  for (let k = 0; k < count; k++) writePlace(places, k, lng[order[drawn?.[k] ?? k] as number] as number, lat[order[drawn?.[k] ?? k] as number] as number);
  return places;
});

const lookColumn = memoiseLast((order: Uint32Array, look: Uint8Array, drawn: Uint32Array | null, plan: AtlasPlan): Uint8Array => {
  const pictures = picturesOf(plan);
  const looks = new Uint32Array(drawn?.length ?? order.length);
  for (let k = 0; k < looks.length; k++) looks[k] = pictures[look[order[drawn?.[k] ?? k] as number] as number] as number;
  return new Uint8Array(looks.buffer);
});

/** Single precision is a metre off at these longitudes: what it leaves goes beside it. */
function writePlace(places: Float32Array, k: number, lng: number, lat: number): void {
  places.set([lng, lat, lng - Math.fround(lng), lat - Math.fround(lat)], 4 * k);
}

/** Look of a mark → its four bytes for the graphics card (see `MarkColumns`); nought for what no verdict looks like. */
const picturesOf = memoiseLast((plan: AtlasPlan): Uint32Array =>
  Uint32Array.from({ length: LOOKS }, (_, look) => {
    const verdict = verdictOfLook(look);
    const cell = plan.cells[atlasKey(verdict)];
    return cell === undefined ? 0 : picture(cell, WEIGHT[verdict.possibleDuty]);
  }),
);

/** Column, row, size and nothing as one number, of which a typed array makes the bytes. */
function picture({ x, y }: AtlasCell, size: number): number {
  const bytes = Uint8Array.of(x / ATLAS_CELLS.pitchPx, y / ATLAS_CELLS.pitchPx, size, 0);
  return new Uint32Array(bytes.buffer)[0] as number;
}

/** The facilities that are drawn, weakest first, and the selected one again on top, in its halo. */
export function facilitiesLayers({ marks, order }: MarkIndex, drawn: Uint32Array | null, selected: Mark | null, atlas: MarkAtlas, zoom: number): readonly Layer[] {
  const sizePx = markSizePx(zoom);
  const common = { atlas: atlas.image, parameters: { depthCompare: 'always', depthWriteEnabled: false } } as const;
  const all = { places: placeColumn(order, marks.lng, marks.lat, drawn), looks: lookColumn(order, marks.look, drawn, atlas.plan) };
  const [halo, chosen] = selectedColumns(selected?.lng ?? null, selected?.lat ?? null, selected?.look ?? 0, atlas.plan);
  return [
    new MarkLayer({ ...common, id: `facilities-${atlas.id}`, marks: all, sizePx }),
    new MarkLayer({ ...common, id: `selection-halo-${atlas.id}`, marks: halo, sizePx: Math.max(34, sizePx * 1.75) }),
    new MarkLayer({ ...common, id: `selection-${atlas.id}`, marks: chosen, sizePx: Math.max(24, sizePx * 1.2) }),
  ];
}

const NOTHING: MarkColumns = { places: new Float32Array(), looks: new Uint8Array() };

const selectedColumns = memoiseLast((lng: number | null, lat: number | null, look: number, plan: AtlasPlan): readonly [halo: MarkColumns, mark: MarkColumns] => {
  const ring = plan.cells[HALO];
  if (lng === null || lat === null || ring === undefined) return [NOTHING, NOTHING];
  const places = new Float32Array(4);
  writePlace(places, 0, lng, lat);
  const looks = (bytes: number): Uint8Array => new Uint8Array(Uint32Array.of(bytes).buffer);
  return [
    { places, looks: looks(picture(ring, 100)) },
    { places, looks: looks(picturesOf(plan)[look] ?? 0) },
  ];
});
