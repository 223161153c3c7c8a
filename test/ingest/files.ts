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
