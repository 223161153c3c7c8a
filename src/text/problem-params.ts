type None = Readonly<Record<string, never>>;
type InFile = { readonly file: string };
type InColumn = { readonly column: string; readonly value: string };
type InFeature = { readonly file: string; readonly feature: number; readonly zone: string };
type InRing = InFeature & { readonly ring: number };
type InLine = InFeature & { readonly line: number };

/**
 * Every code that reading can give, with what its sentence needs. Codes of whole files name the `file`, codes of areas the
 * `feature` (counted from 1) too; codes of rows leave file and row to the record that carries them.
 *
 * This list is the contract: `ingest` can't use a code that is not here, and a language can't leave one out.
 */
export type ProblemParams = {
  // Whole files that can't be used.
  readonly 'file-empty': InFile;
  readonly 'file-too-large': InFile & { readonly megabytes: number; readonly limit: number };
  readonly 'file-is-workbook': InFile;
  readonly 'file-not-text': InFile;
  readonly 'encoding-not-utf8': InFile;
  readonly 'table-without-header': InFile;
  readonly 'table-without-known-column': InFile & { readonly headers: string; readonly expected: string };
  readonly 'json-invalid': InFile;
  readonly 'geojson-expected': InFile & { readonly found: string };
  readonly 'geojson-points-expected': InFile;
  readonly 'crs-unsupported': InFile & { readonly crs: string };

  // Remarks on files that are used.
  readonly 'file-without-rows': InFile;
  readonly 'file-without-features': InFile;
  readonly 'no-row-accepted': InFile & { readonly rows: number };
  readonly 'title-skipped': InFile & { readonly title: string };
  readonly 'value-too-deep': InFile & { readonly feature: number; readonly column: string };
  readonly 'header-repeated': InFile & { readonly header: string; readonly renamed: string };
  readonly 'header-blank': InFile & { readonly position: number; readonly renamed: string };
  readonly 'columns-unknown': InFile & { readonly headers: string };
  readonly 'columns-missing': InFile & { readonly fields: string };
  readonly 'column-passed-over': InFile & { readonly used: string; readonly unused: string };
  readonly 'unit-unknown': InFile & { readonly column: string; readonly unit: string; readonly known: string };
  readonly 'unit-assumed': InFile & { readonly column: string; readonly unit: string };
  readonly 'kind-assumed-boiler': InFile & { readonly column: string };
  readonly 'third-coordinate-dropped': InFile & { readonly count: number };
  readonly 'source-word-unreadable': InFile & InColumn & { readonly row: number };
  readonly 'accuracy-assumed-exact': InFeature;
  readonly 'zone-class-missing': InFeature;
  readonly 'zone-class-unreadable': InFeature & { readonly value: string };
  readonly 'zone-value-unreadable': InFeature & InColumn;

  // Rows and features set aside.
  readonly 'cells-too-many': { readonly found: number; readonly expected: number };
  readonly 'cells-too-few': { readonly found: number; readonly expected: number };
  readonly 'quote-unbalanced': None;
  readonly 'capacity-unreadable': InColumn;
  readonly 'capacity-negative': InColumn;
  readonly 'number-unreadable': InColumn;
  readonly 'number-negative': InColumn;
  readonly 'count-invalid': InColumn;
  readonly 'unit-conflict': InColumn & { readonly unit: string };
  readonly 'columns-disagree': InColumn & { readonly other: string; readonly otherValue: string };
  readonly 'coordinate-unreadable': InColumn;
  readonly 'coordinate-dms': InColumn;
  readonly 'coordinate-dms-range': InColumn;
  readonly 'coordinate-projected': InColumn;
  readonly 'coordinate-out-of-range': InColumn & { readonly limit: number };
  readonly 'coordinates-swapped': InColumn;
  readonly 'geometry-not-a-point': { readonly found: string };
  readonly 'coordinate-incomplete': InColumn & { readonly missing: string };
  readonly 'point-missing': None;
  readonly 'name-missing': None;
  readonly 'code-missing': None;
  readonly 'code-invalid': InColumn;
  readonly 'accuracy-missing': None;
  readonly 'station-level-unreadable': InColumn;
  readonly 'reading-day-missing': None;
  readonly 'reading-day-unreadable': InColumn;
  readonly 'readings-disagree': InFile & { readonly station: string; readonly day: string; readonly row: number; readonly otherRow: number };
  readonly 'division-level-unreadable': InColumn;

  // Rows that are no records.
  readonly 'row-blank': None;
  readonly 'row-without-content': None;
  readonly 'row-of-totals': { readonly value: string };
  readonly 'row-repeats-header': None;

  // Noticed on rows that were accepted.
  readonly 'no-location': None;
  readonly 'coordinate-zero': None;
  readonly 'coordinate-outside-china': None;
  readonly 'capacity-zero': InColumn;
  readonly 'capacity-unlikely': InColumn;
  readonly 'group-row-read': InColumn & { readonly count: number; readonly size: string };
  readonly 'word-unreadable': InColumn;
  readonly 'fuel-from-kind': InColumn & { readonly fuel: string };
  readonly 'fuel-mixed': InColumn & { readonly fuels: string };
  readonly 'duplicate-id': { readonly value: string; readonly rows: string };
  readonly 'unknown-county': InColumn;
  readonly 'county-partly-known': InColumn & { readonly known: string };
  readonly 'position-outside-county': InColumn & { readonly found: string };
  readonly 'division-code-unreadable': InColumn;
  readonly 'division-code-disagrees': InColumn & { readonly county: string };
  readonly 'credit-code-damaged': InColumn;

  // Areas and lines that could not be used.
  readonly 'geometry-missing': InFeature;
  readonly 'geometry-not-an-area': InFeature & { readonly found: string };
  readonly 'geometry-malformed': InFeature;
  readonly 'ring-not-closed': InRing;
  readonly 'ring-too-short': InRing & { readonly positions: number };
  readonly 'ring-out-of-range': InRing & { readonly lng: number; readonly lat: number };
  readonly 'ring-crosses-antimeridian': InRing;
  readonly 'ring-without-area': InRing;
  readonly 'ring-crosses-itself': InRing & { readonly lng: number; readonly lat: number };
  readonly 'ring-touches-itself': InRing & { readonly lng: number; readonly lat: number };
  readonly 'rings-cross': InRing & { readonly otherRing: number; readonly lng: number; readonly lat: number };
  readonly 'hole-outside-outer': InRing & { readonly lng: number; readonly lat: number };
  readonly 'hole-inside-hole': InRing & { readonly otherRing: number };
  readonly 'line-too-short': InLine & { readonly positions: number };
  readonly 'line-out-of-range': InLine & { readonly lng: number; readonly lat: number };
  readonly 'line-crosses-antimeridian': InLine;
  readonly 'zone-kind-unknown': InFeature & { readonly value: string };
  readonly 'zone-kind-missing': InFeature;
  readonly 'zone-date-unreadable': InFeature & InColumn;
  readonly 'zone-dates-reversed': InFeature & { readonly from: string; readonly until: string };
  readonly 'zone-accuracy-unreadable': InFeature & InColumn;
};

export type ProblemCode = keyof ProblemParams;

/** One language: a sentence for each code, saying what is wrong and what to do. */
export type Sentences = { readonly [Code in ProblemCode]: (params: ProblemParams[Code]) => string };
