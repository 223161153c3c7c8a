import { crsName } from './crs-names.ts';
import type { IngestSentences } from './ingest-problem-params.ts';

const cell = (p: { readonly column: string; readonly value: string }) => `“${p.value}” in column “${p.column}”`;
const crs = (name: string) => crsName('en', name);
const fit = (p: { readonly inside: number; readonly tested: number }) => (p.tested === 0 ? 'no county outline to test on' : `${p.inside} of ${p.tested} points lie in the county that their row names`);

export const ingestProblemsEn: IngestSentences = {
  'text-cut-off': (p) => `${p.file} ends in the middle of a character, so the file may be incomplete; export or download it again.`,
  'encoding-unclear': (p) => `The encoding of ${p.file} is not recognised (neither UTF-8 nor anything like GB18030); save it as UTF-8, or name the encoding with --encoding.`,
  'encoding-not-as-stated': (p) => `${p.file} cannot be read as ${p.encoding}; use --encoding auto, or check the encoding.`,
  'columns-too-many': (p) => `The header of ${p.file} has ${p.columns} columns, more than the limit of ${p.limit}; remove columns, or check the delimiter.`,
  'crs-refused': (p) => `The coordinates of ${p.file} are in ${crs(p.crs)}, which cannot be converted without local parameters: a guess errs by tens of metres or more. Have them converted to CGCS2000 or WGS84 by a survey office.`,
  'crs-question': (p) => `The coordinate system of ${p.file} cannot be told; candidates, and points in the county that their row names: ${p.candidates === '' ? 'none' : p.candidates}. Name it with --crs (wgs84, gcj02, bd09, EPSG:4490 or EPSG:45xx), or add #crs=… to the file name.`,
  'sheet-missing': (p) => `${p.file} has no sheet “${p.sheet}”; it has: ${p.sheets}.`,
  'sheet-question': (p) => `Several sheets of ${p.file} look like ledgers (${p.sheets}); choose one with --sheet.`,
  'columns-question': (p) => `${p.columns} of ${p.file} mean the same but differ in ${p.rows} rows; choose one with --mapping, or remove one.`,

  'sheet-chosen': (p) => `Of the sheets of ${p.file} (${p.sheets}) only “${p.sheet}” looks like a ledger and was read; for another, use --sheet.`,
  'column-alike': (p) => `Column “${p.column}” of ${p.file} resembles “${p.name}” (${p.field}) but is not called so, and was not used; if it is that, confirm it in the mapping (--mapping).`,
  'crs-decided': (p) => `The coordinates of ${p.file} were read as ${crs(p.crs)} and converted to WGS84: ${fit(p)}, and other systems clearly do not fit. The original values are kept. If this is wrong, use --crs, or add #crs=… to the file name.`,
  'crs-stated': (p) => `${p.file} says that its coordinates are in ${crs(p.crs)}, and they were read so. The original values are kept.`,
  'crs-assumed': (p) => `${p.file} does not name its coordinate system; read as ${crs(p.crs)} (${fit(p)}). Positions from Amap, Tencent or Baidu maps would be hundreds of metres off: then use --crs, or add #crs=… to the file name.`,
  'axes-swapped': (p) => `Longitude and latitude are swapped in ${p.file}; all rows were read the other way round. The original values are kept; correct the headers.`,
  'ledger-updated': (p) => `${p.file} was added to the ledger: ${p.updated} facilities were updated from it, ${p.same} were the same and ${p.added} are new; what it does not say was kept.`,

  'stands-already': (p) => `“${p.value}” stands in the ledger already and was left out, as you chose.`,

  'cell-too-long': (p) => `The cell in column “${p.column}” has ${p.length} characters, more than the limit of ${p.limit}; shorten it, or check that the quotes pair.`,
  'coordinate-not-of-grid': (p) => `${cell(p)} is no coordinate of ${crs(p.crs)}; check the coordinate or the system.`,

  'cells-carried-down': (p) => `${p.columns} blank, taken from row ${p.row} as for a merged cell; if this is wrong, fill in every row.`,
  'cells-merged': (p) => `${p.columns} stands in a merged cell, whose content was used; if this is wrong, fill in every row.`,
  'size-merged': (p) => `${p.columns} stands in a merged cell and may be a sum, so it is unknown; fill in every unit.`,
  'capacity-bounded': (p) => `${cell(p)} is a range, not a capacity, so it is unknown; fill in the rated capacity of the plate.`,
  'credit-code-length': (p) => `${cell(p)} is no unified social credit code of 18 characters; check it.`,
  'credit-code-sign': (p) => `${cell(p)} has characters that unified social credit codes do not use; check it (I and O may be 1 and 0).`,
  'credit-code-check': (p) => `The check digit of ${cell(p)} does not fit (GB 32100), so it may be mistyped; check it.`,
  'duplicate-nearby': (p) => `Same name (“${p.value}”) as row ${p.row} and less than ${p.limit} m away; check whether it was entered twice.`,

  'mapping-invalid': (p) => `${p.file} is no mapping of columns (${p.detail}); use one exported by this product.`,
  'mapping-field-unknown': (p) => `${p.file}: “${p.field}” for “${p.header}” is no known field; use one of: ${p.fields}.`,
  'mapping-unit-unknown': (p) => `${p.file}: the unit “${p.unit}” of “${p.header}” is not known; use one of: ${p.units}.`,
  'mapping-datum-unknown': (p) => `${p.file}: the coordinate system “${p.datum}” of “${p.header}” is not known; use wgs84, gcj02, bd09, EPSG:4490 or EPSG:45xx.`,
  'mapping-header-missing': (p) => `${p.file} has no column “${p.header}” that the mapping names; check whether it is the right file.`,
};
