/** A coordinate system as a .prj states it. */
export type StatedCrs =
  /** An EPSG code where it is known to mean just this, else the name that the file gives. */
  | { readonly kind: 'named'; readonly crs: string }
  /** Can't be converted without parameters that only the place's survey office has. */
  | { readonly kind: 'local-datum'; readonly crs: string };

const LOCAL = /xian[_ ]?(?:19)?80|beijing[_ ]?(?:19)?54/iu;
const CGCS2000 = /cgcs[_ ]?2000|china[_ ](?:geodetic[_ ]coordinate[_ ]system[_ ])?2000/iu;
const WGS84 = /wgs[_ ]?(?:19)?84/iu;

const CGCS2000_DEGREES = 4490;
const WGS84_DEGREES = 4326;

/** Zones of CGCS2000 Gauss–Krüger (EPSG registry): first code, its zone or meridian, and the width. */
const NUMBERED = [
  { first: 4513, zone: 25, width: 3, meridian: (zone: number) => 3 * zone },
  { first: 4491, zone: 13, width: 6, meridian: (zone: number) => 6 * zone - 3 },
] as const;
const ZONES = { 3: { from: 25, to: 45 }, 6: { from: 13, to: 23 } } as const;
const BY_MERIDIAN = 4534;
const FIRST_MERIDIAN = 75;
const LAST_MERIDIAN = 135;
const FALSE_EASTING_M = 500_000;
const ZONE_STEP_M = 1_000_000;

/** Reads the well-known text of a .prj (OGC 01-009, as ESRI writes it); `null` for a blank or foreign text. */
export function readPrj(text: string): StatedCrs | null {
  const names = [...text.slice(0, 20_000).matchAll(/(PROJCS|GEOGCS|DATUM|PROJCRS|GEOGCRS)\s*\[\s*"([^"]*)"/giu)];
  const nameOf = (...keys: readonly string[]) => names.find(([, key = '']) => keys.includes(key.toUpperCase()))?.[2] ?? null;
  const projected = nameOf('PROJCS', 'PROJCRS');
  const name = projected ?? nameOf('GEOGCS', 'GEOGCRS');
  if (name === null) return null;
  const all = names.map(([, , found = '']) => found).join(' ');
  if (LOCAL.test(all)) return { kind: 'local-datum', crs: name };
  if (CGCS2000.test(all)) {
    const code = projected === null ? CGCS2000_DEGREES : gaussKrueger(text);
    return { kind: 'named', crs: code === null ? name : `EPSG:${code}` };
  }
  return { kind: 'named', crs: projected === null && WGS84.test(all) ? `EPSG:${WGS84_DEGREES}` : name };
}

/** The code of a standard zone; `null` for a town's own meridian, another scale or unit. */
function gaussKrueger(text: string): number | null {
  const parameter = (key: string, fallback: number): number => {
    const found = new RegExp(`PARAMETER\\s*\\[\\s*"${key}"\\s*,\\s*([-+\\d.eE]{1,30})`, 'iu').exec(text)?.[1];
    return found === undefined ? fallback : Number(found);
  };
  const isMercator = /PROJECTION\s*\[\s*"(?:Gauss_Kruger|Transverse_Mercator)"/iu.test(text);
  const isMetre = !/UNIT\s*\[\s*"(?!met|deg)[^"]*"/iu.test(text);
  const [meridian, easting] = [parameter('Central_Meridian', NaN), parameter('False_Easting', NaN)];
  const isPlain = parameter('Scale_Factor', 1) === 1 && parameter('Latitude_Of_Origin', 0) === 0 && parameter('False_Northing', 0) === 0;
  if (!isMercator || !isMetre || !isPlain) return null;
  if (easting === FALSE_EASTING_M) {
    // A three-degree and a six-degree zone of one meridian are the same projection.
    const isStandard = meridian % 3 === 0 && meridian >= FIRST_MERIDIAN && meridian <= LAST_MERIDIAN;
    return isStandard ? BY_MERIDIAN + (meridian - FIRST_MERIDIAN) / 3 : null;
  }
  const zone = (easting - FALSE_EASTING_M) / ZONE_STEP_M;
  const standard = NUMBERED.find(({ width, meridian: of }) => zone >= ZONES[width].from && zone <= ZONES[width].to && of(zone) === meridian);
  return standard === undefined || !Number.isInteger(zone) ? null : standard.first + zone - standard.zone;
}
