import { failed, ok, type Result } from '../base/result.ts';
import { finish } from '../base/steps.ts';
import type { Lang } from '../text/lang.ts';
import { workbookWords } from '../text/workbook.ts';
import type { ExportRequest } from './case-file.ts';
import { ledgerTable } from './csv.ts';
import type { Cell } from './csv-text.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import { MAX_ROWS, writeWorkbookSteps, type WritingSteps } from './write-workbook.ts';

/**
 * The ledger as a workbook: the rows and columns of the CSV on the first sheet, numbers and days as such, all else as text
 * that never runs; the manifest on the second. What the format can't hold is a sentence, and then there is no file.
 */
export function toXlsx(request: ExportRequest): Result<readonly Uint8Array[], string> {
  return finish(xlsxSteps(request));
}

/** The same in short stretches. */
export function* xlsxSteps(request: ExportRequest): WritingSteps<Result<readonly Uint8Array[], string>> {
  const words = workbookWords[request.lang];
  // Known before the long work of writing.
  const rows = request.indices.length;
  if (rows > MAX_ROWS - 1) return failed([words.tooManyRows(rows, MAX_ROWS - 1)]);
  const ledger = ledgerTable(request);
  const written = yield* writeWorkbookSteps([
    { name: words.ledgerSheet, ...ledger },
    { name: words.manifestSheet, header: null, rows: aboutInputsAndPacks(manifestOf(request), request.lang) },
  ]);
  if (written.ok) return ok(written.value);
  return failed(
    written.problems.map((limit) => {
      if (limit.code === 'rows') return words.tooManyRows(rows, limit.limit);
      const column = limit.sheet === words.ledgerSheet ? (ledger.header[limit.column] ?? '') : limit.sheet;
      return words.cellTooLong(limit.row, column, limit.length, limit.limit);
    }),
  );
}

/** What an answer was made from, in rows for people. */
export function aboutInputsAndPacks({ product, asOf, inputs, packs, sample }: Manifest, lang: Lang): readonly (readonly Cell[])[] {
  const words = workbookWords[lang];
  return [
    [words.product, `${product.name} ${product.version}`],
    [words.asOf, { day: asOf }],
    [words.boundary, words.boundaryRule],
    [words.distance, words.distanceMethod],
    ...(sample ? [[words.sample, words.isSample]] : []),
    [],
    words.inputs,
    ...inputs.map(({ name, kind, bytes, sha256, encoding, crs, rows, accepted, quarantined, ignored }) => [name, kind, bytes, sha256, encoding, crs, rows, accepted, quarantined, ignored]),
    [],
    words.packs,
    ...packs.map(({ id, version, documentNumber, readings }) => [
      id,
      version,
      documentNumber,
      Object.entries(readings).map(([reading, option]) => `${reading} = ${option}`).join(', '),
    ]),
  ];
}
