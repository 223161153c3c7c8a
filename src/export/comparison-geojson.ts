import type { MultiPolygon } from '../domain/place.ts';
import { areaM2 } from '../draft/area-m2.ts';
import type { ComparedSide, ComparisonRequest, Standing } from './comparison.ts';
import { comparisonManifest, standingsOf } from './comparison.ts';

/**
 * Both sides as one RFC 7946 collection: a point a facility with its bucket and both verdicts, the candidate zones of
 * either side, and the ground gained and lost. `properties.part` tells them apart.
 */
export function* comparisonGeoJsonLines(request: ComparisonRequest): Generator<string> {
  const { comparison, before, after, cover, indices } = request;
  yield `{"type":"FeatureCollection","manifest":${JSON.stringify(comparisonManifest(request))},"features":[`;
  let separator = '\n';
  for (const at of indices) {
    const compared = comparison.facilities[at];
    if (compared === undefined) throw new Error(`comparisonGeoJsonLines: got row ${at}, expected less than ${comparison.facilities.length}`);
    const { was, is } = standingsOf(request, compared);
    const known = is ?? was;
    const lngLat = known?.facility.lngLat ?? null;
    const { id, name, kind, fuel, capacityTph, count, synthetic } = known?.facility ?? {};
    const properties = { part: 'facility', id, key: compared.key, name, kind, fuel, capacityTph, count, synthetic, change: compared.change, causes: compared.causes, before: side(was), after: side(is) };
    yield `${separator}${JSON.stringify({ type: 'Feature', geometry: lngLat && { type: 'Point', coordinates: lngLat }, properties })}`;
    separator = ',\n';
  }
  for (const [which, { world }] of [['before', before], ['after', after]] as const satisfies readonly (readonly [string, ComparedSide])[]) {
    for (const { id, name, kind, class: zoneClass, replaces, polygons } of world.zones) {
      yield `${separator}${areaFeature(polygons, { part: 'draftZone', side: which, id, name, kind, class: zoneClass, replaces })}`;
      separator = ',\n';
    }
  }
  for (const [part, areas] of [['gained', cover?.gained ?? []], ['lost', cover?.lost ?? []]] as const) {
    for (const polygons of areas) {
      yield `${separator}${areaFeature(polygons, { part })}`;
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

function side(standing: Standing | null) {
  return standing && { verdict: standing.verdict, plan: standing.plan };
}

/** A lifted zone has no ground: a null geometry, as for what has no place. */
function areaFeature(polygons: MultiPolygon, properties: Readonly<Record<string, unknown>>): string {
  const geometry = polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
  return JSON.stringify({ type: 'Feature', geometry, properties: { ...properties, areaM2: areaM2(polygons) } });
}
