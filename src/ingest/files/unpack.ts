import { failed, ok, type Result } from '../../base/result.ts';
import type { Message } from '../../domain/issue.ts';
import { message } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { finish, type Steps } from '../../base/steps.ts';
import { faultMessage, type FileFault } from './file-fault.ts';
import { identify } from './identify.ts';
import { readKml } from './kml.ts';
import { openZip } from './safe-zip.ts';
import { readShapefile } from './shapefile.ts';
import { unpackArchive } from './unpack-archive.ts';

/** As for text (`decode.ts`). */
const LIMIT_MB = 200;
const BYTES_PER_MB = 1024 * 1024;

/** Extensions of each kind of content, the first for the sentence that says what a misnamed file is. */
const EXTENSIONS = {
  text: ['csv', 'tsv', 'txt', 'tab', 'dat'],
  geojson: ['geojson', 'json', 'txt'],
  kml: ['kml', 'xml'],
  shp: ['shp'],
} as const;

/**
 * What is inside a file: text comes back as it is; a workbook, a KML file or a shapefile with its content; an archive as one file
 * for each of its layers. Content counts, not the extension; a wrong one is said. Never throws on any bytes.
 */
export function unpack(source: SourceFile): Result<readonly SourceFile[], Message> {
  return finish(unpackSteps(source));
}

/** The same in short stretches. */
export function* unpackSteps(source: SourceFile): Steps<Result<readonly SourceFile[], Message>> {
  const { name, bytes } = source;
  const megabytes = Math.ceil(bytes.length / BYTES_PER_MB);
  if (megabytes > LIMIT_MB) return failed([message('error', 'file-too-large', { file: name, megabytes, limit: LIMIT_MB })]);
  const found = identify(bytes);
  switch (found.kind) {
    case 'text':
    case 'geojson': {
      const remarks = misnamed(name, found.kind);
      return ok([remarks.length === 0 ? source : { ...source, remarks }]);
    }
    case 'kml': {
      const kml = readKml(name, bytes);
      if (!kml.ok) return refused(name, kml.problems);
      const { features, encoding, remarks } = kml.value;
      return ok([{ ...source, content: { kind: 'features', features, crs: null, encoding, messages: [...misnamed(name, 'kml'), ...said(name, remarks)] } }]);
    }
    case 'shp': {
      const shapes = readShapefile({ entry: name, shp: bytes, dbf: null, prj: null, cpg: null });
      if (!shapes.ok) return refused(name, shapes.problems);
      const { features, encoding } = shapes.value;
      const messages = [...misnamed(name, 'shp'), faultMessage('warning', name, { code: 'shp-alone' })];
      return ok([{ ...source, content: { kind: 'features', features, crs: null, encoding, messages } }]);
    }
    case 'zip': {
      const zip = openZip(bytes);
      return zip.ok ? yield* unpackArchive(source, zip.value) : refused(name, zip.problems);
    }
    case 'workbook-foreign':
    case 'file-kind-unsupported':
      return refused(name, [{ code: found.kind, kind: found.format }]);
    default:
      return refused(name, [{ code: found.kind }]);
  }
}

const NAMES: Readonly<Record<keyof typeof EXTENSIONS, string>> = { text: 'CSV', geojson: 'GeoJSON', kml: 'KML', shp: 'Shapefile' };

function misnamed(name: string, kind: keyof typeof EXTENSIONS): readonly Message[] {
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase();
  const expected: readonly string[] = EXTENSIONS[kind];
  if (extension === undefined || expected.includes(extension)) return [];
  return [faultMessage('info', name, { code: 'file-misnamed', kind: NAMES[kind] })];
}

function refused(file: string, faults: readonly FileFault[]): Result<never, Message> {
  return failed(faults.map((fault) => faultMessage('error', file, fault)));
}

function said(file: string, remarks: readonly FileFault[]): readonly Message[] {
  return remarks.map((remark) => faultMessage('warning', file, remark));
}
