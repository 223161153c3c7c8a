import { joined } from './zip.ts';

type Ring = readonly (readonly [number, number])[];

/** A record of a .shp: rings of an area (type 5), a point (type 1), or none. */
export type ShapeRecord = { readonly rings: readonly Ring[] } | { readonly point: readonly [number, number] } | null;

/** Bytes of a .shp with true counts; change them afterwards to make them lie. */
export function makeShp(type: number, records: readonly ShapeRecord[]): Uint8Array {
  const bodies = records.map((record, i) => {
    const content = contentOf(type, record);
    const head = new Uint8Array(8);
    const view = new DataView(head.buffer);
    view.setInt32(0, i + 1);
    view.setInt32(4, content.length / 2);
    return joined([head, content]);
  });
  const header = new Uint8Array(100);
  const view = new DataView(header.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, (100 + bodies.reduce((sum, { length }) => sum + length, 0)) / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  return joined([header, ...bodies]);
}

function contentOf(type: number, record: ShapeRecord): Uint8Array {
  if (record === null) return new Uint8Array(4);
  if ('point' in record) {
    const bytes = new Uint8Array(20);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, type, true);
    view.setFloat64(4, record.point[0], true);
    view.setFloat64(12, record.point[1], true);
    return bytes;
  }
  const points = record.rings.flat();
  const hasZ = type > 10;
  const bytes = new Uint8Array(44 + 4 * record.rings.length + 16 * points.length + (hasZ ? 16 + 8 * points.length : 0));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, type, true);
  view.setInt32(36, record.rings.length, true);
  view.setInt32(40, points.length, true);
  let start = 0;
  for (const [i, ring] of record.rings.entries()) {
    view.setInt32(44 + 4 * i, start, true);
    start += ring.length;
  }
  const from = 44 + 4 * record.rings.length;
  for (const [i, [x, y]] of points.entries()) {
    view.setFloat64(from + 16 * i, x, true);
    view.setFloat64(from + 16 * i + 8, y, true);
    if (hasZ) view.setFloat64(from + 16 * points.length + 16 + 8 * i, 700 + i, true);
  }
  return bytes;
}

export interface DbfField {
  readonly name: string;
  readonly type?: string;
  readonly length?: number;
}

/** Bytes of a .dbf; texts are encoded by `encode`. */
export function makeDbf(fields: readonly DbfField[], rows: readonly (readonly string[])[], encode: (text: string) => Uint8Array, language = 0): Uint8Array {
  const lengths = fields.map(({ length = 40 }) => length);
  const recordBytes = 1 + lengths.reduce((sum, length) => sum + length, 0);
  const headerBytes = 32 + 32 * fields.length + 1;
  const bytes = new Uint8Array(headerBytes + recordBytes * rows.length + 1);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  bytes[29] = language;
  for (const [i, { name, type = 'C' }] of fields.entries()) {
    bytes.set(encode(name).subarray(0, 10), 32 + 32 * i);
    bytes[32 + 32 * i + 11] = type.charCodeAt(0);
    bytes[32 + 32 * i + 16] = lengths[i] ?? 0;
  }
  bytes[headerBytes - 1] = 0x0d;
  for (const [r, row] of rows.entries()) {
    let at = headerBytes + r * recordBytes;
    bytes.fill(0x20, at, at + recordBytes);
    at += 1;
    for (const [i, cell] of row.entries()) {
      bytes.set(encode(cell).subarray(0, lengths[i]), at);
      at += lengths[i] ?? 0;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let gbTable: Map<string, readonly number[]> | null = null;

/** GBK, by asking the decoder for every pair of bytes: the platform has no encoder. */
export function gbk(text: string): Uint8Array {
  gbTable ??= makeGbTable();
  const table = gbTable;
  return Uint8Array.from(Array.from(text).flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : [...(table.get(char) ?? [0x3f])])));
}

function makeGbTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const pair = [high, low] as const;
      const char = decoder.decode(Uint8Array.from(pair));
      if (Array.from(char).length === 1 && !table.has(char)) table.set(char, pair);
    }
  }
  return table;
}

/** Well-known text as ESRI writes it. */
export const PRJ = {
  wgs84: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  cgcs2000: 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
  xian80: 'PROJCS["Xian_1980_3_Degree_GK_CM_114E",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",114.0],UNIT["Meter",1.0]]',
  gaussKrueger: (meridian: number, easting: number) =>
    `PROJCS["CGCS2000_GK",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
} as const;
