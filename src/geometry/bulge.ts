import { MAX_CURVATURE_RADIUS_M, RADIANS } from './ellipsoid.ts';

/**
 * How far an edge, straight in longitude/latitude, may leave the straight line through the earth between its ends, m.
 *
 * Linear interpolation of a curve errs by at most an eighth of its second derivative. For X(φ, λ) with φ and λ linear,
 * that is X_φφ Δφ² + 2 X_φλ Δφ Δλ + X_λλ Δλ², where each factor stays below the largest radius of curvature (X_φφ by a
 * hair above: its tangential part adds 0.005 %, hence the 1.0001).
 */
export function bulgeM(coords: Float64Array, edge: number): number {
  const at = 2 * edge;
  const turn = Math.abs((coords[at + 2] as number) - (coords[at] as number)) + Math.abs((coords[at + 3] as number) - (coords[at + 1] as number));
  return ((1.0001 * MAX_CURVATURE_RADIUS_M) / 8) * (turn * RADIANS) ** 2;
}
