import { seededRandom } from '../../src/base/random.ts';
import type { MultiPolygon, Polygon } from '../../src/domain/place.ts';
import type { CountyRings } from './counties.ts';
import { drawBoilers } from './draw-boilers.ts';
import { geographyOf } from './geography.ts';
import { namedBoilers } from './named-boilers.ts';
import { otherFacilities } from './other-facilities.ts';
import { ledgerCsv } from './row.ts';

const SEED = 20241003;

/**
 * The whole ledger as CSV text: the ten boilers that the plan names, 993 synthetic ones, and other synthetic facilities.
 * Same inputs, same bytes.
 */
export function makeLedger(counties: CountyRings, zones: ReadonlyMap<string, MultiPolygon>): string {
  const random = seededRandom(SEED);
  const geography = geographyOf(counties, zones);
  const named = namedBoilers();
  return ledgerCsv([...named, ...drawBoilers(geography, random, named.length), ...otherFacilities(geography, random)]);
}

/** Zones by id, for the cases beside their edges. */
export function readZoneRings(geojson: string): ReadonlyMap<string, MultiPolygon> {
  const { features } = JSON.parse(geojson) as {
    readonly features: readonly {
      readonly properties: { readonly id: string };
      readonly geometry:
        | { readonly type: 'Polygon'; readonly coordinates: Polygon }
        | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon };
    }[];
  };
  return new Map(
    features.map(({ properties, geometry }) => [
      properties.id,
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    ]),
  );
}
