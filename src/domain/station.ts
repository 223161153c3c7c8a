import type { LngLat } from './place.ts';

/** 空气质量监测站 */
export interface Station {
  readonly code: string;
  readonly name: string;
  readonly level: 'national' | 'provincial' | 'municipal' | 'township' | 'enterprise';
  readonly role: 'urban' | 'background' | null;
  readonly divisionCode: string | null;
  readonly lngLat: LngLat;
  readonly accuracyM: number | null;
  readonly note: string;
}
