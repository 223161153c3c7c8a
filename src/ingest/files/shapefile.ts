import { failed, ok, type Result } from '../../base/result.ts';
import type { Feature } from '../geojson.ts';
import type { Attributes } from './attributes.ts';
import { readDbf } from './dbf.ts';
import type { FileFault } from './file-fault.ts';
import { readPrj } from './prj.ts';
import { readShp } from './shp.ts';

/** The parts of a shapefile that were found, by their extensions; the index (.shx) is not needed. */
export interface ShapefileParts {
  /** What sentences call it. */
  readonly entry: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array | null;
  readonly prj: string | null;
  readonly cpg: string | null;
}

export interface ShapefileContent {
  readonly features: readonly Feature[];
  readonly crs: string | null;
  readonly encoding: string;
  readonly remarks: readonly FileFault[];
}

/** Shapes with the attributes of the same number; missing parts are said, parts that contradict each other refused. */
export function readShapefile({ entry, shp, dbf, prj, cpg }: ShapefileParts): Result<ShapefileContent, FileFault> {
  const remarks: FileFault[] = [];
  const stated = prj === null ? null : readPrj(prj);
  if (stated?.kind === 'local-datum') return failed([{ code: 'prj-local-datum', entry, crs: stated.crs }]);
  if (stated === null) remarks.push({ code: 'shp-without-prj', entry });

  const shapes = readShp(entry, shp);
  if (!shapes.ok) return shapes;
  let rows: readonly Attributes[] = [];
  let encoding = 'utf-8';
  if (dbf === null) remarks.push({ code: 'shp-without-dbf', entry });
  else {
    const table = readDbf(entry.replace(/\.shp$/iu, '.dbf'), dbf, cpg, shapes.value.length);
    if (!table.ok) return table;
    ({ rows, encoding } = table.value);
    remarks.push(...table.value.remarks);
  }
  const features = shapes.value.map((geometry, i): Feature => ({ number: i + 1, id: null, attributes: rows[i] ?? [], cut: [], geometry }));
  return ok({ features, crs: stated?.crs ?? null, encoding, remarks });
}
