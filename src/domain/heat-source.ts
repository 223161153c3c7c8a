import type { Grade } from './facility.ts';
import type { LngLat, MultiPolygon } from './place.ts';

export const HEAT_SOURCE_KINDS = [
  /** 热电联产 */ 'chp',
  /** 大型工业企业余热 */ 'industrial',
  /** 已知只发电、不供热 */ 'power',
] as const;
export type HeatSourceKind = (typeof HEAT_SOURCE_KINDS)[number];

/** A site known by its outline or its course: distance is measured to its nearest point, 0 inside an area. */
export type SourceShape =
  | { readonly kind: 'area'; readonly polygons: MultiPolygon }
  | { readonly kind: 'line'; readonly lines: readonly (readonly LngLat[])[] };

/**
 * 热源: a plant that may heat in a boiler's place. A name and a point are enough; whatever is `null` leaves its
 * eligibility unknown, and the verdicts that hang on it are `review`.
 */
export interface HeatSource {
  readonly id: string;
  readonly name: string;
  readonly kind: HeatSourceKind | null;
  /** What shows that it is, or is not, a CHP plant: quoted from the source, empty when nothing does. */
  readonly kindEvidence: string;
  /** Electric MW of the largest operating unit (0: nothing operates). */
  readonly unitMW: number | null;
  /** All operating units together, MW. */
  readonly plantMW: number | null;
  /** As written in the source, such as "2x300". */
  readonly units: string;
  /** 大型工业企业 */
  readonly large: boolean | null;
  readonly performanceGrade: Grade | null;
  /** 列入关停退出计划 */
  readonly listedForExit: boolean | null;
  readonly spareHeatMW: number | null;
  readonly enterprise: string | null;
  readonly creditCode: string | null;
  /** GB/T 2260; the first two digits tell the province. */
  readonly divisionCode: string | null;
  /** Where it is put on the map; where it is measured from, unless it has a `shape`. */
  readonly lngLat: LngLat;
  readonly shape: SourceShape | null;
  readonly locationAccuracyM: number | null;
  /** Overrides the rule's radius for this source, m. */
  readonly reachM: number | null;
  readonly synthetic: boolean;
  readonly original: Readonly<Record<string, string>>;
}
