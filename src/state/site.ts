import type { FacilityKind, Fuel, Use } from '../domain/facility.ts';
import type { Industry } from '../domain/industry.ts';
import type { LngLat } from '../domain/place.ts';

/** A facility that somebody thinks of building, and where. `null` is "not said": the answer then says what hangs on it. */
export interface Site {
  /** WGS84; `null` until a point is chosen. */
  readonly lngLat: LngLat | null;
  readonly kind: FacilityKind | null;
  readonly fuel: Fuel | null;
  readonly capacityTph: number | null;
  readonly use: Use | null;
  readonly industry: Industry | null;
}

export const NEW_SITE: Site = { lngLat: null, kind: 'boiler', fuel: 'coal', capacityTph: null, use: null, industry: null };
