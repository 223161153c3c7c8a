import type { LngLat, Polygon } from '../../src/domain/place.ts';

/** County outlines by GB/T 2260 code. */
export type CountyRings = ReadonlyMap<string, Polygon>;

/** Reads the embedded outlines; they are ours and known to be single polygons, so anything else throws. */
export function readCountyRings(geojson: string): CountyRings {
  const { features } = JSON.parse(geojson) as {
    readonly features: readonly {
      readonly properties: { readonly code: string };
      readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly LngLat[])[] };
    }[];
  };
  return new Map(
    features.map(({ properties, geometry }) => {
      if (geometry.type !== 'Polygon') throw new Error(`county ${properties.code}: got ${geometry.type}, expected Polygon`);
      return [properties.code, geometry.coordinates];
    }),
  );
}

/** The outline of one county; an unknown code is a mistake in a recipe. */
export function countyRings(counties: CountyRings, code: string): Polygon {
  const rings = counties.get(code);
  if (rings === undefined) throw new Error(`no county outline: got ${code}, expected one of ${[...counties.keys()].join(', ')}`);
  return rings;
}
