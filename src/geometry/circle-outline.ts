import { geodesicDestination } from './geodesic.ts';

/**
 * A closed ring of `steps` + 1 positions at a geodesic distance of `radiusM` from the centre, counter-clockwise from
 * north. For drawing only: the true circle bulges beyond the straight edges (by 5 m at 30 km and 180 steps), so a
 * decision never looks at it. Near the antimeridian longitudes run on beyond 180 instead of jumping.
 */
export function geodesicCircle(lng: number, lat: number, radiusM: number, steps = 180): [lng: number, lat: number][] {
  const ring = Array.from({ length: steps }, (_, step) => {
    const [endLng, endLat] = geodesicDestination(lng, lat, (-360 * step) / steps, radiusM);
    return [lng + shortestTurn(endLng - lng), endLat] as [number, number];
  });
  const [first] = ring;
  return first === undefined ? [] : [...ring, [first[0], first[1]]];
}

/** The same turn within -180 to 180 degrees. */
function shortestTurn(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}
