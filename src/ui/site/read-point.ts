import type { LngLat } from '../../domain/place.ts';
import { MAX_LAT, MAX_LNG, parseCoordinate, splitPair } from '../../ingest/degrees.ts';

/** A typed point: longitude then latitude, decimal or in degrees, minutes and seconds; latitude first where only that can be meant. */
export function readPoint(text: string): LngLat | 'unreadable' | 'far' {
  const pair = splitPair(text);
  if (pair === null) return 'unreadable';
  const [lng, lat] = [parseCoordinate('', pair[0], 'lng'), parseCoordinate('', pair[1], 'lat')];
  if (typeof lng !== 'number' || typeof lat !== 'number') return 'unreadable';
  const [x, y] = Math.abs(lat) > MAX_LAT && Math.abs(lng) <= MAX_LAT ? [lat, lng] : [lng, lat];
  return Math.abs(x) <= MAX_LNG && Math.abs(y) <= MAX_LAT ? [x, y] : 'far';
}

/** As it is typed and linked: no digit is lost. */
export function pointText([lng, lat]: LngLat): string {
  return `${String(lng)}, ${String(lat)}`;
}
