type InFile = { readonly file: string };
type InColumn = { readonly column: string; readonly value: string };
type Fit = InFile & { readonly crs: string; readonly inside: number; readonly tested: number };

/** Codes of reading the city's own ledger: text, columns, coordinate systems, checks. Part of `ProblemParams`. */
export type IngestProblemParams = {
  // Whole files that can't be used, or not without an answer.
  readonly 'text-cut-off': InFile;
  readonly 'encoding-unclear': InFile;
  readonly 'encoding-not-as-stated': InFile & { readonly encoding: string };
  readonly 'columns-too-many': InFile & { readonly columns: number; readonly limit: number };
  readonly 'crs-refused': InFile & { readonly crs: string };
  readonly 'crs-question': InFile & { readonly candidates: string };
  readonly 'sheet-missing': InFile & { readonly sheet: string; readonly sheets: string };
  readonly 'sheet-question': InFile & { readonly sheets: string };
  readonly 'columns-question': InFile & { readonly columns: string; readonly rows: number };

  // Remarks on files that are used.
  readonly 'sheet-chosen': InFile & { readonly sheet: string; readonly sheets: string };
  readonly 'column-alike': InFile & { readonly column: string; readonly field: string; readonly name: string };
  readonly 'crs-decided': Fit;
  readonly 'crs-stated': InFile & { readonly crs: string };
  readonly 'crs-assumed': Fit;
  readonly 'axes-swapped': InFile;

  readonly 'ledger-updated': InFile & { readonly updated: number; readonly same: number; readonly added: number };

  // Rows ignored.
  readonly 'stands-already': { readonly value: string };

  // Rows set aside.
  readonly 'cell-too-long': { readonly column: string; readonly length: number; readonly limit: number };
  readonly 'coordinate-not-of-grid': InColumn & { readonly crs: string };

  // Noticed on rows that were accepted.
  readonly 'cells-carried-down': { readonly columns: string; readonly row: number };
  readonly 'cells-merged': { readonly columns: string };
  readonly 'size-merged': { readonly columns: string };
  readonly 'capacity-bounded': InColumn;
  readonly 'credit-code-length': InColumn;
  readonly 'credit-code-sign': InColumn;
  readonly 'credit-code-check': InColumn;
  readonly 'duplicate-nearby': { readonly value: string; readonly row: number; readonly limit: number };

  // A mapping that can't be used.
  readonly 'mapping-invalid': InFile & { readonly detail: string };
  readonly 'mapping-field-unknown': InFile & { readonly header: string; readonly field: string; readonly fields: string };
  readonly 'mapping-unit-unknown': InFile & { readonly header: string; readonly unit: string; readonly units: string };
  readonly 'mapping-datum-unknown': InFile & { readonly header: string; readonly datum: string };
  readonly 'mapping-header-missing': InFile & { readonly header: string };
};

export type IngestSentences = { readonly [Code in keyof IngestProblemParams]: (params: IngestProblemParams[Code]) => string };
