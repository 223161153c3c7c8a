import { failed, ok, type Result } from '../../base/result.ts';
import type { Message } from '../../domain/issue.ts';
import type { SourceFile } from '../source-file.ts';
import type { Steps } from '../../base/steps.ts';
import { faultMessage, type FileFault } from './file-fault.ts';
import { identify } from './identify.ts';
import { readKml } from './kml.ts';
import type { Zip } from './safe-zip.ts';
import { readShapefile } from './shapefile.ts';
import { readXlsx } from './xlsx.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A shapefile or a table of this size is already slow to look at; together they stay below the archive's own limit. */
const MAX_LAYER_MB = 200;
const MAX_NOTE_MB = 1;
const LISTED_NAMES = 5;

/** Archives that are documents of other programs, by an entry that only they have. */
const FOREIGN: readonly (readonly [entry: string, fault: FileFault])[] = [
  ['xl/workbook.bin', { code: 'workbook-foreign', kind: 'XLSB' }],
  ['content.xml', { code: 'workbook-foreign', kind: 'ODS' }],
  ['word/document.xml', { code: 'file-kind-unsupported', kind: 'Word' }],
  ['ppt/presentation.xml', { code: 'file-kind-unsupported', kind: 'PowerPoint' }],
];

/** A workbook, or each shapefile, KML file and table of an archive as a file of its own. */
export function* unpackArchive(source: SourceFile, zip: Zip): Steps<Result<readonly SourceFile[], Message>> {
  const { name } = source;
  const foreign = FOREIGN.find(([entry]) => zip.find(entry) !== null);
  if (foreign !== undefined) return failed([faultMessage('error', name, foreign[1])]);
  if (zip.find('[Content_Types].xml') !== null) {
    const workbook = yield* readXlsx(name, zip);
    if (!workbook.ok) return workbook;
    const remarks = /\.xls[xm]$/iu.test(name) ? [] : [faultMessage('info', name, { code: 'file-misnamed', kind: 'XLSX' })];
    return ok([{ ...source, content: { ...workbook.value, messages: [...remarks, ...workbook.value.messages] } }]);
  }

  const entries = zip.entries.filter(({ name: entry }) => !/(?:^|\/)(?:\._|__macosx\/)/iu.test(entry));
  const layers = entries.filter(({ name: entry }) => /\.(?:shp|kml|csv|tsv|txt|geojson|json)$/iu.test(entry));
  // Notes beside the layers (a licence, a read-me) are no data where there is a layer of places.
  const places = layers.filter(({ name: entry }) => /\.(?:shp|kml)$/iu.test(entry));
  const wanted = places.length > 0 ? places : layers;
  if (wanted.length === 0) {
    const names = entries.slice(0, LISTED_NAMES).map(({ name: entry }) => entry);
    return failed([faultMessage('error', name, { code: 'archive-without-data', names: [...names, ...(entries.length > LISTED_NAMES ? ['…'] : [])].join(', ') })]);
  }
  const files: SourceFile[] = [];
  const problems: Message[] = [];
  for (const [i, entry] of wanted.entries()) {
    yield i / wanted.length;
    const layer = readLayer(source, zip, entry, wanted.length > 1);
    if (layer.ok) files.push(layer.value);
    else problems.push(...layer.problems.map((fault) => faultMessage('error', name, fault)));
  }
  return problems.length > 0 ? failed(problems) : ok(files);
}

function readLayer(source: SourceFile, zip: Zip, entry: ZipEntry, isOneOfMany: boolean): Result<SourceFile, FileFault> {
  const whole = zip.unpackWhole(entry, MAX_LAYER_MB);
  if (!whole.ok) return whole;
  const name = isOneOfMany ? `${source.name}/${entry.name}` : source.name;
  if (/\.shp$/iu.test(entry.name)) return readShapefileLayer({ ...source, name }, zip, entry, whole.value);
  if (/\.kml$/iu.test(entry.name)) {
    const kml = readKml(entry.name, whole.value);
    if (!kml.ok) return kml;
    const { features, encoding, remarks } = kml.value;
    const messages = remarks.map((remark) => faultMessage('warning', name, remark));
    return ok({ ...source, name, content: { kind: 'features', features, crs: null, encoding, messages } });
  }
  const found = identify(whole.value);
  if (found.kind !== 'text' && found.kind !== 'geojson') return failed([{ code: 'archive-without-data', names: entry.name }]);
  return ok({ name, bytes: whole.value });
}

function readShapefileLayer(source: SourceFile, zip: Zip, entry: ZipEntry, shp: Uint8Array): Result<SourceFile, FileFault> {
  const beside = (extension: string) => zip.find(entry.name.replace(/shp$/iu, extension));
  const [dbfEntry, prj, cpg] = [beside('dbf'), note(zip, beside('prj')), note(zip, beside('cpg'))];
  if (!prj.ok) return prj;
  if (!cpg.ok) return cpg;
  const dbf = dbfEntry === null ? ok(null) : zip.unpackWhole(dbfEntry, MAX_LAYER_MB);
  if (!dbf.ok) return dbf;
  const shapes = readShapefile({ entry: entry.name, shp, dbf: dbf.value, prj: prj.value, cpg: cpg.value });
  if (!shapes.ok) return shapes;
  const { features, crs, encoding, remarks } = shapes.value;
  const messages = remarks.map((remark) => faultMessage('warning', source.name, remark));
  return ok({ ...source, content: { kind: 'features', features, crs, encoding, messages } });
}

function note(zip: Zip, entry: ZipEntry | null): Result<string | null, FileFault> {
  if (entry === null) return ok(null);
  const whole = zip.unpackWhole(entry, MAX_NOTE_MB);
  return whole.ok ? ok(new TextDecoder('utf-8').decode(whole.value)) : whole;
}
