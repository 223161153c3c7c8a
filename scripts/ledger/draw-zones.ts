import { seededRandom } from '../../src/base/random.ts';
import type { Polygon } from '../../src/domain/place.ts';
import { countyRings, type CountyRings } from './counties.ts';
import { blobRing, type Blob } from './blob.ts';

interface ZonePart extends Blob {
  readonly holes: readonly Blob[];
}

/** What to draw. `within` keeps a zone inside one county's outline. */
export interface ZoneRecipe {
  readonly seed: number;
  readonly name: string;
  readonly zoneNote: string;
  readonly zones: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly class: number | null;
    readonly divisionCode: string;
    readonly within: string | null;
    readonly note: string;
    readonly parts: readonly ZonePart[];
  }[];
}

/** The whole GeoJSON file, one zone a line, so that a change shows as one line. */
export function drawZones(recipe: ZoneRecipe, counties: CountyRings): string {
  const random = seededRandom(recipe.seed);
  const features = recipe.zones.map((zone) => {
    const border = zone.within === null ? null : countyRings(counties, zone.within);
    const polygons: Polygon[] = zone.parts.map((part) => [
      blobRing(part, border, random),
      ...part.holes.map((hole) => blobRing(hole, border, random).reverse()),
    ]);
    const only = polygons.length === 1 ? polygons[0] : undefined;
    return JSON.stringify({
      type: 'Feature',
      properties: {
        id: zone.id,
        name: zone.name,
        kind: zone.kind,
        class: zone.class,
        divisionCode: zone.divisionCode,
        notice: null,
        effectiveFrom: null,
        illustrative: true,
        accuracyM: 0,
        note: zone.note === '' ? recipe.zoneNote : `${recipe.zoneNote};${zone.note}`,
      },
      geometry:
        only === undefined
          ? { type: 'MultiPolygon', coordinates: polygons }
          : { type: 'Polygon', coordinates: only },
    });
  });
  const head = JSON.stringify({ type: 'FeatureCollection', name: recipe.name, note: recipe.zoneNote, illustrative: true });
  return `${head.slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}
