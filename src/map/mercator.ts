/** Width of the world at zoom 0, px: maplibre's tile size. */
const WORLD_PX = 512;

/** Equator in metres (WGS84), for the scale bar. */
const EQUATOR_M = 40075016.686;

/** Web Mercator of the unit square, x east, y south: on a map without rotation, screen px times a factor. */
export function mercator(lng: number, lat: number): readonly [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The way back from `mercator`, degrees. */
export function unmercator(x: number, y: number): readonly [lng: number, lat: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

/** Length of one screen px in the unit square. */
export function mercatorPerPx(zoom: number): number {
  return 1 / (WORLD_PX * 2 ** zoom);
}

/** Length of one screen px on the ground at this latitude, m. */
export function metresPerPx(zoom: number, lat: number): number {
  return EQUATOR_M * Math.cos((lat * Math.PI) / 180) * mercatorPerPx(zoom);
}
