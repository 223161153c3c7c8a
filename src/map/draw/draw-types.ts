import type { HeatSource } from '../../domain/heat-source.ts';
import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import type { VertexPlace } from '../../draft/vertices.ts';
import type { Pencil } from '../../state/drafts/drafts.ts';
import type { Lang } from '../../text/lang.ts';
import type { Theme } from '../theme.ts';

/** A candidate zone on the map. The one in hand comes with the pencil. */
export interface DrawnDraft {
  readonly id: string;
  readonly polygons: MultiPolygon;
}

/** A facility whose verdict the outline in hand changes. */
export interface Highlight {
  readonly lng: number;
  readonly lat: number;
  readonly kind: 'enters' | 'leaves' | 'changes';
}

/** What drawing shows, and whom it tells. */
export interface DrawScene {
  readonly pencil: Pencil;
  readonly drafts: readonly DrawnDraft[];
  readonly highlights: readonly Highlight[];
  /** Boundaries that a corner catches on. */
  readonly snapAreas: readonly MultiPolygon[];
  /** To say how far the nearest one is. */
  readonly sources: readonly HeatSource[];
  readonly theme: Theme;
  readonly lang: Lang;
  /** Corners were put: several at once along a traced boundary. */
  readonly onPoints: (points: readonly LngLat[]) => void;
  readonly onTakeBack: () => void;
  readonly onFinish: () => void;
  /** The outline in hand moved; `isDone` once it is put down. */
  readonly onShape: (area: MultiPolygon, vertex: VertexPlace | null, isDone: boolean) => void;
}
