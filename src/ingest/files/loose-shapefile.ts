import { failed, ok, type Result } from '../../base/result.ts';
import type { Message } from '../../domain/issue.ts';
import type { SourceFile } from '../source-file.ts';
import { faultMessage } from './file-fault.ts';
import { readShapefile } from './shapefile.ts';

/** A file that lies beside a .shp, by its extension. */
export interface Sibling {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A shapefile whose files came side by side rather than in an archive: one layer, called by its .shp. */
export function unpackLooseShapefile(source: SourceFile, siblings: readonly Sibling[]): Result<readonly SourceFile[], Message> {
  const beside = (extension: string): Uint8Array | null => siblings.find(({ name }) => name.toLowerCase().endsWith(`.${extension}`))?.bytes ?? null;
  const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder('utf-8').decode(bytes));
  const shapes = readShapefile({ entry: source.name, shp: source.bytes, dbf: beside('dbf'), prj: text(beside('prj')), cpg: text(beside('cpg')) });
  if (!shapes.ok) return failed(shapes.problems.map((fault) => faultMessage('error', source.name, fault)));
  const { features, crs, encoding, remarks } = shapes.value;
  const messages = remarks.map((remark) => faultMessage('warning', source.name, remark));
  return ok([{ ...source, content: { kind: 'features', features, crs, encoding, messages } }]);
}
