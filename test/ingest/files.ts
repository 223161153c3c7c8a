import type { Division } from '../../src/domain/division.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';

/** A file made on the spot. */
export function textFile(text: string, name = 'ledger.csv'): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** CSV of one header and rows, all as written. */
export function csv(header: string, ...rows: readonly string[]): SourceFile {
  return textFile([header, ...rows].join('\n') + '\n');
}

interface FeatureParts {
  readonly id?: string | number;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: unknown;
}

export function geoJson(features: readonly FeatureParts[], name = 'zones.geojson'): SourceFile {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(({ properties = {}, geometry = SQUARE, ...rest }) => ({ type: 'Feature', properties, geometry, ...rest })),
  };
  return textFile(JSON.stringify(collection), name);
}

export const RING = [[112.8, 35.4], [112.9, 35.4], [112.9, 35.5], [112.8, 35.5], [112.8, 35.4]] as const;
export const SQUARE = { type: 'Polygon', coordinates: [RING] } as const;

/** A division without an outline. */
export function division(code: string, name: string, nameEn: string, level: Division['level']): Division {
  return { code, name, nameEn, level, polygons: [], accuracyM: 0 };
}

export const divisions = [
  division('140200', '大同市', 'Datong', 'prefecture'),
  division('140500', '晋城市', 'Jincheng', 'prefecture'),
  division('140502', '城区', 'Chengqu (Jincheng urban district)', 'county'),
  division('140522', '阳城县', 'Yangcheng', 'county'),
  division('140525', '泽州县', 'Zezhou', 'county'),
  division('140581', '高平市', 'Gaoping', 'county'),
];
