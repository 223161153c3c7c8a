import type { Map as MapLibreMap } from 'maplibre-gl';
import { mercator } from './mercator.ts';

/** A box of the unit square (see `mercator`). */
export interface Box {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** What a map looks at. */
export interface Sight extends Box {
  readonly zoom: number;
}

export function sightOf(map: MapLibreMap, { clientWidth, clientHeight }: HTMLElement): Sight {
  const [northWest, southEast] = [map.unproject([0, 0]), map.unproject([clientWidth, clientHeight])];
  const [[west, north], [east, south]] = [mercator(northWest.lng, northWest.lat), mercator(southEast.lng, southEast.lat)];
  return { zoom: map.getZoom(), west, north, east, south };
}
