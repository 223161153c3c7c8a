import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import { areaM2 } from '../../draft/area-m2.ts';
import { lengthM, muOf, perimeterM } from '../../draft/measures.ts';
import { drawWords } from '../../text/draw.ts';
import { formatArea } from '../../text/draw-formats.ts';
import { formatMetres } from '../../text/formats.ts';
import type { Lang } from '../../text/lang.ts';

/** What a pointer reads while it draws: the edge under way, the area so far, its perimeter. */
export function measureNote(lang: Lang, outline: MultiPolygon, edge: readonly LngLat[]): readonly string[] {
  const w = drawWords[lang];
  const lines = edge.length < 2 ? [] : [w.edge(formatMetres(lang, lengthM(edge)))];
  if (outline.length === 0) return lines;
  const squareMetres = areaM2(outline);
  return [...lines, formatArea(lang, squareMetres, muOf(squareMetres)), w.perimeter(formatMetres(lang, perimeterM(outline)))];
}
