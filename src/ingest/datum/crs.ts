/** A CGCS2000 Gauss–Krüger grid by its EPSG code, 4491 to 4554. */
export type GridCrs = `EPSG:45${number}` | `EPSG:44${number}`;

/** A coordinate system that positions can be read in; WGS84 and CGCS2000 degrees (EPSG:4490) are taken as equal. */
export type Crs = 'wgs84' | 'EPSG:4490' | 'gcj02' | 'bd09' | GridCrs;

/** Systems that can't be converted without parameters that no file carries. */
export type RefusedCrs = 'beijing54' | 'xian80';

export interface Grid {
  readonly epsg: number;
  /** 3° or 6° zones. */
  readonly widthDeg: 3 | 6;
  /** The number before the easting; `null` where eastings stand without it. */
  readonly zone: number | null;
  readonly centralMeridianDeg: number;
}

const SIX_DEGREE_ZONES = { first: 13, count: 11 } as const;
const THREE_DEGREE_ZONES = { first: 25, count: 21 } as const;

/** EPSG 4491–4501 and 4513–4533 bear the zone before the easting; 4502–4512 and 4534–4554 are the same zones without it. */
export const GRIDS: readonly Grid[] = [
  ...zones(6, SIX_DEGREE_ZONES, 4491, true),
  ...zones(6, SIX_DEGREE_ZONES, 4502, false),
  ...zones(3, THREE_DEGREE_ZONES, 4513, true),
  ...zones(3, THREE_DEGREE_ZONES, 4534, false),
];

function zones(widthDeg: 3 | 6, { first, count }: { readonly first: number; readonly count: number }, epsg: number, isNumbered: boolean): Grid[] {
  return Array.from({ length: count }, (_, k) => {
    const zone = first + k;
    const centralMeridianDeg = widthDeg === 6 ? 6 * zone - 3 : 3 * zone;
    return { epsg: epsg + k, widthDeg, zone: isNumbered ? zone : null, centralMeridianDeg };
  });
}

const BY_CODE = new Map<string, Grid>(GRIDS.map((grid) => [`EPSG:${grid.epsg}`, grid]));

export function gridOf(crs: Crs): Grid | null {
  return BY_CODE.get(crs) ?? null;
}

export function crsOfGrid({ epsg }: Grid): GridCrs {
  return `EPSG:${epsg}` as GridCrs;
}

const NAMES: ReadonlyMap<string, Crs> = new Map([
  ['wgs84', 'wgs84'],
  ['epsg:4326', 'wgs84'],
  ['crs84', 'wgs84'],
  ['cgcs2000', 'EPSG:4490'],
  ['epsg:4490', 'EPSG:4490'],
  ['gcj02', 'gcj02'],
  ['bd09', 'bd09'],
]);

/** wgs84, GCJ-02, epsg:4547, urn:ogc:def:crs:EPSG::4490 …; `null` for anything else. */
export function parseCrs(text: string): Crs | null {
  const plain = text.trim().toLowerCase().replace(/^urn:ogc:def:crs:(?:ogc:[\d.]*:)?/u, '').replace(/^epsg:[\d.]*:/u, 'epsg:');
  const known = NAMES.get(plain) ?? NAMES.get(plain.replace(/[-_\s]/gu, ''));
  if (known !== undefined) return known;
  const grid = BY_CODE.get(plain.toUpperCase());
  return grid === undefined ? null : crsOfGrid(grid);
}

/** Degrees that need no conversion. */
export function isGeodetic(crs: Crs): boolean {
  return crs === 'wgs84' || crs === 'EPSG:4490';
}

/** Uncertainty of a point that was converted from a shifted datum, m: the public formula is about 0.7 m off published pairs. */
export const SHIFTED_UNCERTAINTY_M = 1;
