import type { FileProblemParams } from './file-problem-params.ts';

type FileSentences = { readonly [Code in keyof FileProblemParams]: (params: FileProblemParams[Code]) => string };

const entry = (p: { readonly file: string; readonly entry: string }) => (p.entry === p.file ? p.file : `${p.file}, ${p.entry}`);
const sheet = (p: { readonly file: string; readonly sheet: string }) => `${p.file}, sheet “${p.sheet}”`;

export const fileProblemsEn: FileSentences = {
  'file-misnamed': (p) => `${p.file} is not what its extension says: the content is ${p.kind} and is read as ${p.kind}. Correct the extension.`,
  'file-kind-unsupported': (p) => `${p.file} is ${p.kind}, which can't be read; give CSV, XLSX, GeoJSON, KML/KMZ or a zipped Shapefile.`,
  'workbook-legacy': (p) => `${p.file} is an old Excel (XLS) or WPS workbook, which can't be read safely; open it and save it as “Excel Workbook (*.xlsx)” or “CSV UTF-8”.`,
  'workbook-encrypted': (p) => `${p.file} has a password and can't be read; open it in Excel, clear the password under File – Info – Protect Workbook, and save it.`,
  'workbook-foreign': (p) => `${p.file} is ${p.kind}, which can't be read; open it and save it as “Excel Workbook (*.xlsx)” or “CSV UTF-8”.`,
  'archive-without-data': (p) => `${p.file} holds nothing that can be read, only: ${p.names}. Zip the .shp, .dbf and .prj of a Shapefile together; unzip other files.`,

  'zip-broken': (p) => `${p.file} is a damaged or incomplete archive; save or copy it again.`,
  'zip-too-many-entries': (p) => `${p.file} holds more than ${p.limit} files; zip only those that are needed.`,
  'zip-too-large': (p) => `${p.file} unpacks to more than ${p.limitMb} MB, so reading stopped; split it, or save tables as CSV.`,
  'zip-encrypted': (p) => `${entry(p)} has a password and can't be read; decrypt it and zip it again.`,
  'zip-method-unknown': (p) => `${entry(p)} is packed in a way that is not supported; zip it with the system's own zip (Deflate).`,
  'zip-overlap': (p) => `${entry(p)} shares its bytes with another file, as zip bombs do, and is refused; check where the file comes from and zip it again.`,
  'zip-name-unsafe': (p) => `${entry(p)} has a path that leads out of the archive and is refused; check where the file comes from and zip it again.`,
  'zip-name-twice': (p) => `${entry(p)} stands in the archive twice, so it is not known which counts; zip it again.`,
  'zip-bomb': (p) => `${entry(p)} is packed so tightly that it may be a zip bomb, so reading stopped; check where the file comes from, or save the table as CSV.`,
  'zip-entry-damaged': (p) => `${entry(p)} does not unpack to the size or checksum recorded, so it is damaged; save or copy it again.`,

  'too-many-items': (p) => `${entry(p)} has more than the limit of ${p.limit} items, so reading stopped; split it into several files.`,
  'xml-malformed': (p) => `${entry(p)} is not complete, valid XML; export it again.`,
  'xml-doctype': (p) => `${entry(p)} has a document type (<!DOCTYPE>), which could refer to outside content, and is refused; export it again or delete that declaration.`,
  'xml-too-deep': (p) => `${entry(p)} is nested too deeply and is refused; use fewer levels of folders and export it again.`,

  'workbook-part-missing': (p) => `${p.file} lacks ${p.entry} and is no complete workbook; open it in Excel or WPS and save it again.`,
  'workbook-without-sheets': (p) => `${p.file} has no sheet with anything in it; check the file.`,
  'sheet-too-wide': (p) => `${sheet(p)}: cell ${p.cell} lies beyond the limit of ${p.limit} columns; delete the columns that are not needed and save it.`,
  'sheet-too-many-cells': (p) => `${sheet(p)} has more than the limit of ${p.limit} cells; split it, or save it as CSV.`,
  'sheet-cell-misplaced': (p) => `${sheet(p)}: cell ${p.cell} stands in a wrong place or twice, so the file may be damaged; open it in Excel or WPS and save it again.`,
  'sheet-cell-stray': (p) => `${sheet(p)}: cell ${p.cell} stands ${p.gap} blank rows below the rest; delete the blank rows or the stray cell and save it.`,
  'sheet-rows-hidden': (p) => `${sheet(p)}: ${p.count} rows are hidden or filtered out and are read all the same; delete those that are not wanted.`,
  'sheet-digits-lost': (p) => `${sheet(p)}: ${p.count} numbers have more than 15 digits (such as ${p.cell}), of which Excel has set all after the 15th to 0; enter these codes again as text.`,
  'sheet-formula-without-value': (p) => `${sheet(p)}: ${p.count} formulas were saved without their result (such as ${p.cell}) and count as blank; open it in Excel or WPS, recalculate and save it.`,
  'sheet-cells-in-error': (p) => `${sheet(p)}: ${p.count} cells are errors (such as ${p.cell}: ${p.value}) and count as unknown; correct the formula or enter the value.`,

  'kml-expected': (p) => `${entry(p)} has the root element “${p.found}” and is no KML; export it again as KML or KMZ.`,
  'kml-network-link': (p) => `${entry(p)} has ${p.count} network links, which are never followed; if their content is needed, open it in its own program and save it as KML.`,
  'kml-geometry-unsupported': (p) => `${entry(p)} has ${p.count} shapes that are not supported (${p.types}) and not read; use points, lines or polygons.`,

  'shp-alone': (p) => `${p.file} lacks its .dbf (attributes) and .prj (coordinate system); zip them together with the .shp.`,
  'shp-broken': (p) => `${entry(p)} has a wrong header or structure and can't be read; export it again.`,
  'shp-cut': (p) => `${entry(p)} breaks off at shape ${p.record}, so it is incomplete and nothing of it is used; export or copy it again.`,
  'shp-type-unsupported': (p) => `${entry(p)} has shapes of type ${p.type}, which is not supported; export points, lines or polygons.`,
  'shp-too-many': (p) => `${entry(p)} has more than ${p.limit} shapes; split it and export it again.`,
  'shp-too-intricate': (p) => `${entry(p)}: shape ${p.record} has too many rings within rings to tell inside from outside in reasonable time, so nothing of it is used; split it and export it again.`,
  'shp-without-dbf': (p) => `${entry(p)} has no .dbf of the same name, so there are no attributes; zip the .dbf with it.`,
  'shp-without-prj': (p) => `${entry(p)} has no .prj of the same name, so the file states no coordinate system; add the .prj, or make sure of the system.`,
  'dbf-broken': (p) => `${entry(p)} has a wrong header or structure, so its attributes can't be read; export it again.`,
  'dbf-cut': (p) => `${entry(p)} has ${p.found} complete records of ${p.expected}, so it is incomplete and nothing of it is used; export or copy it again.`,
  'dbf-count-differs': (p) => `${entry(p)} has ${p.shapes} shapes, but the .dbf has ${p.rows} rows, so they can't be paired and nothing of it is used; export it again.`,
  'dbf-deleted-rows': (p) => `${entry(p)} has ${p.count} rows marked as deleted; their shapes are read all the same. Clean it up and export it again.`,
  'dbf-encoding-guessed': (p) => `${entry(p)} does not state its encoding and is read as ${p.encoding}; add a .cpg file if characters look wrong.`,
  'prj-local-datum': (p) => `${entry(p)} is in “${p.crs}”, which can't be converted to WGS84 without local parameters, and is not used; ask the survey office for CGCS2000 coordinates.`,

  'zone-repair-proposed': (p) => `${p.file}, feature ${p.feature} “${p.zone}” can be repaired by cutting it where it crosses: from ${p.beforeKm2} to ${p.afterKm2} km², keeping all that the boundary encloses; that is done only on your word (--repair-zones at the command line).`,
  'zone-repaired': (p) => `${p.file}, feature ${p.feature} “${p.zone}” crossed itself and was cut there as asked: from ${p.beforeKm2} to ${p.afterKm2} km². Check it against the announced boundary.`,
  'cell-in-error': (p) => `Column “${p.column}” holds the error ${p.value} and counts as unknown; correct the formula or enter the value.`,
  'ring-winding-turned': (p) => `${p.file} has ${p.count} rings that turn against the GeoJSON standard (outer rings counter-clockwise); the shapes are the same and are used.`,
};
