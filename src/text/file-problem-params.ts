type InFile = { readonly file: string };
type InEntry = InFile & { readonly entry: string };
type InSheet = InFile & { readonly sheet: string };

/** Codes of containers (archives, workbooks, geographic files) with what their sentences need. `entry` is a file within the file. */
export type FileProblemParams = {
  // What a file is.
  readonly 'file-misnamed': InFile & { readonly kind: string };
  readonly 'file-kind-unsupported': InFile & { readonly kind: string };
  readonly 'workbook-legacy': InFile;
  readonly 'workbook-encrypted': InFile;
  readonly 'workbook-foreign': InFile & { readonly kind: string };
  readonly 'archive-without-data': InFile & { readonly names: string };

  // Archives.
  readonly 'zip-broken': InFile;
  readonly 'zip-too-many-entries': InFile & { readonly limit: number };
  readonly 'zip-too-large': InFile & { readonly limitMb: number };
  readonly 'zip-encrypted': InEntry;
  readonly 'zip-method-unknown': InEntry;
  readonly 'zip-overlap': InEntry;
  readonly 'zip-name-unsafe': InEntry;
  readonly 'zip-name-twice': InEntry;
  readonly 'zip-bomb': InEntry;
  readonly 'zip-entry-damaged': InEntry;

  // XML within archives, and KML.
  readonly 'too-many-items': InEntry & { readonly limit: number };
  readonly 'xml-malformed': InEntry;
  readonly 'xml-doctype': InEntry;
  readonly 'xml-too-deep': InEntry;

  // Workbooks.
  readonly 'workbook-part-missing': InEntry;
  readonly 'workbook-without-sheets': InFile;
  readonly 'sheet-too-wide': InSheet & { readonly cell: string; readonly limit: number };
  readonly 'sheet-too-many-cells': InSheet & { readonly limit: number };
  readonly 'sheet-cell-misplaced': InSheet & { readonly cell: string };
  readonly 'sheet-cell-stray': InSheet & { readonly cell: string; readonly gap: number };
  readonly 'sheet-rows-hidden': InSheet & { readonly count: number };
  readonly 'sheet-digits-lost': InSheet & { readonly cell: string; readonly count: number };
  readonly 'sheet-formula-without-value': InSheet & { readonly cell: string; readonly count: number };
  readonly 'sheet-cells-in-error': InSheet & { readonly cell: string; readonly value: string; readonly count: number };

  // KML and KMZ.
  readonly 'kml-expected': InEntry & { readonly found: string };
  readonly 'kml-network-link': InEntry & { readonly count: number };
  readonly 'kml-geometry-unsupported': InEntry & { readonly types: string; readonly count: number };

  // Shapefiles.
  readonly 'shp-alone': InFile;
  readonly 'shp-broken': InEntry;
  readonly 'shp-cut': InEntry & { readonly record: number };
  readonly 'shp-type-unsupported': InEntry & { readonly type: number };
  readonly 'shp-too-many': InEntry & { readonly limit: number };
  readonly 'shp-too-intricate': InEntry & { readonly record: number };
  readonly 'shp-without-dbf': InEntry;
  readonly 'shp-without-prj': InEntry;
  readonly 'dbf-broken': InEntry;
  readonly 'dbf-cut': InEntry & { readonly found: number; readonly expected: number };
  readonly 'dbf-count-differs': InEntry & { readonly shapes: number; readonly rows: number };
  readonly 'dbf-deleted-rows': InEntry & { readonly count: number };
  readonly 'dbf-encoding-guessed': InEntry & { readonly encoding: string };
  readonly 'prj-local-datum': InEntry & { readonly crs: string };

  // GeoJSON and areas.
  readonly 'zone-repair-proposed': InFile & { readonly feature: number; readonly zone: string; readonly beforeKm2: number; readonly afterKm2: number };
  readonly 'zone-repaired': InFile & { readonly feature: number; readonly zone: string; readonly beforeKm2: number; readonly afterKm2: number };
  readonly 'cell-in-error': { readonly column: string; readonly value: string };
  readonly 'ring-winding-turned': InFile & { readonly count: number };
};
