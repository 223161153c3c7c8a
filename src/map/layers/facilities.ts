import type { Layer } from '@deck.gl/core';
import { IconLayer, type IconLayerProps } from '@deck.gl/layers';
import type { Duty } from '../../policy/duty.ts';
import { HALO, atlasKey, type AtlasPlan } from '../mark-atlas.ts';
import type { MapPoint } from '../map-types.ts';

/** A painted atlas and its plan. */
export interface MarkAtlas {
  readonly plan: AtlasPlan;
  readonly image: ImageData;
  readonly id: string;
}

/** deck draws any texture source here (its prop is of kind `image`), pixels too; its type only names two of them. */
function atlasImage(pixels: ImageData): NonNullable<IconLayerProps['iconAtlas']> {
  return pixels as unknown as NonNullable<IconLayerProps['iconAtlas']>;
}

/** Side of a mark's box on the screen, px, by zoom: small enough over the whole city, easy to hit in a street. */
export function markSizePx(zoom: number): number {
  return Math.min(28, Math.max(11, 11 + (zoom - 7) * 3.2));
}

/** Runs of places where a mark is another one: while an outline is dragged, only these are sent to the graphics card anew. */
export function changedRanges(fresh: unknown, old: unknown): { startRow: number; endRow: number }[] {
  const everything = [{ startRow: 0, endRow: Infinity }];
  if (!Array.isArray(fresh) || !Array.isArray(old) || fresh.length !== old.length) return everything;
  const ranges: { startRow: number; endRow: number }[] = [];
  for (let at = 0; at < fresh.length; at++) {
    if (fresh[at] === old[at]) continue;
    const last = ranges.at(-1);
    if (last?.endRow === at) last.endRow = at + 1;
    else ranges.push({ startRow: at, endRow: at + 1 });
    if (ranges.length > MOST_RANGES) return everything;
  }
  return ranges;
}

/** More pieces than this cost more than the whole. */
const MOST_RANGES = 500;

/** The stronger the duty, the larger the mark: a closing must not be lost among those that need nothing. */
const WEIGHT: Readonly<Record<Duty, number>> = {
  close: 1.2,
  'close-or-consolidate': 1.15,
  'phase-out': 1.1,
  substitute: 1.05,
  retrofit: 0.95,
  monitor: 0.9,
  inspect: 0.9,
  hold: 0.85,
  none: 0.8,
};

/** An open question is as large as the strongest answer to it. */
function weight({ possibleDuty }: MapPoint): number {
  return WEIGHT[possibleDuty];
}

/**
 * Facilities in the order given (weakest first), and the selected one again on top, in its halo. Not pickable: the map
 * has its own index, and deck's picking costs up to a second at 100,000 points without a graphics card.
 */
export function facilitiesLayers(
  points: readonly MapPoint[],
  selected: MapPoint | null,
  atlas: MarkAtlas,
  zoom: number,
): readonly Layer[] {
  const sizePx = markSizePx(zoom);
  const common = {
    iconAtlas: atlasImage(atlas.image),
    iconMapping: atlas.plan.cells,
    getPosition: (point: MapPoint): [number, number] => [point.lng, point.lat],
    sizeUnits: 'pixels',
    getSize: weight,
    pickable: false,
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
  } as const;
  const shown = selected === null ? [] : [selected];
  return [
    new IconLayer<MapPoint>({ ...common, id: `facilities-${atlas.id}`, data: points, _dataDiff: changedRanges, getIcon: atlasKey, sizeScale: sizePx }),
    new IconLayer<MapPoint>({
      ...common,
      id: `selection-halo-${atlas.id}`,
      data: shown,
      getIcon: () => HALO,
      getSize: 1,
      sizeScale: Math.max(34, sizePx * 1.75),
    }),
    new IconLayer<MapPoint>({
      ...common,
      id: `selection-${atlas.id}`,
      data: shown,
      getIcon: atlasKey,
      sizeScale: Math.max(24, sizePx * 1.2),
    }),
  ];
}
