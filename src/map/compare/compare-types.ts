import type { Change } from '../../assess/change.ts';
import type { Verdict } from '../../assess/assessment.ts';
import type { Division } from '../../domain/division.ts';
import type { MultiPolygon } from '../../domain/place.ts';
import type { Zone } from '../../domain/zone.ts';
import type { MapWords } from '../map-types.ts';
import type { Theme } from '../theme.ts';

/** A facility with its verdict on either side; `null`: that side's data does not have it, or it has no place there. */
export interface ComparePoint {
  /** Place in the comparison. */
  readonly index: number;
  readonly lng: number;
  readonly lat: number;
  readonly change: Change;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

/** All that the map of the comparison shows. */
export interface CompareScene {
  readonly divisions: readonly Division[];
  readonly before: readonly Zone[];
  readonly after: readonly Zone[];
  readonly gained: readonly MultiPolygon[];
  readonly lost: readonly MultiPolygon[];
  readonly points: readonly ComparePoint[];
  /** `ComparePoint.index`. */
  readonly selected: number | null;
  /** Share of the width, from the left, that shows the first side. */
  readonly split: number;
  readonly theme: Theme;
  readonly words: MapWords;
}
