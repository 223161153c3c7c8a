import type { HeatSource } from '../../domain/heat-source.ts';
import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import { areaM2 } from '../../draft/area-m2.ts';
import { lengthM, muOf, nearestSource, perimeterM } from '../../draft/measures.ts';
import { drawWords } from '../../text/draw.ts';
import { formatArea } from '../../text/draw-formats.ts';
import { formatMetres } from '../../text/formats.ts';
import type { Lang } from '../../text/lang.ts';

/** What is measured while a pointer draws. */
export interface Measured {
  /** What would enclose an area by now. */
  readonly outline: MultiPolygon;
  /** From the last corner to the pointer. */
  readonly edge: readonly LngLat[];
  readonly pointer: LngLat;
  readonly sources: readonly HeatSource[];
}

/** What a pointer reads while it draws: the edge under way, the area so far, its perimeter, the nearest heat source. */
export function measureNote(lang: Lang, { outline, edge, pointer, sources }: Measured): readonly string[] {
  const w = drawWords[lang];
  const squareMetres = areaM2(outline);
  const nearest = nearestSource(pointer, sources);
  return [
    ...(edge.length < 2 ? [] : [w.edge(formatMetres(lang, lengthM(edge)))]),
    ...(outline.length === 0 ? [] : [formatArea(lang, squareMetres, muOf(squareMetres)), w.perimeter(formatMetres(lang, perimeterM(outline)))]),
    ...(nearest === null ? [] : [w.nearestSource(nearest.source.name, formatMetres(lang, nearest.distanceM))]),
  ];
}
