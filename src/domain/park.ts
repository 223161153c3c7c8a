import type { LngLat } from './place.ts';

/** 工业园区. Only a representative point and its accuracy are public, so membership by position is never certain. */
export interface Park {
  readonly id: string;
  readonly name: string;
  readonly divisionCodes: readonly string[];
  readonly lngLat: LngLat;
  readonly accuracyM: number;
  /** How the point was found. */
  readonly note: string;
}
