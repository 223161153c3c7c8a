import { useState } from 'react';
import type { CoverChange } from '../../draft/cover-change.ts';
import { comparisonCsvLines, type ComparisonRequest } from '../../export/comparison.ts';
import { comparisonGeoJsonLines } from '../../export/comparison-geojson.ts';
import { comparisonXlsx } from '../../export/comparison-xlsx.ts';
import { compareWords } from '../../text/compare.ts';
import { formatCount } from '../../text/formats.ts';
import type { Lang } from '../../text/lang.ts';
import { fileNamed, inSlices, saveFile } from '../parts/save-file.ts';
import { sideName } from './side-name.ts';
import type { Done } from './use-comparison.ts';

interface Props {
  readonly done: Done;
  readonly cover: CoverChange | null;
  readonly rows: readonly number[];
  readonly lang: Lang;
}

const FORMATS = ['csv', 'xlsx', 'geojson'] as const;
type Format = (typeof FORMATS)[number];

/** Saves the rows that the table shows; the totals of a workbook are of the whole comparison. */
export function CompareExports({ done, cover, rows, lang }: Props) {
  const w = compareWords[lang];
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const labels: Readonly<Record<Format, string>> = { csv: w.exportCsv, xlsx: w.exportXlsx, geojson: w.exportGeoJson };
  const save = async (format: Format): Promise<void> => {
    setBusy(true);
    const [before, after] = done.sides.map((side) => ({ ...side, name: sideName(w, side) }));
    if (before === undefined || after === undefined) throw new Error('save: got no sides, expected two');
    const file = fileNamed(w.exportFile(before.name, after.name, after.world.asOf, format));
    try {
      saveFile(await blobOf(format, { comparison: done.comparison, before, after, cover, lang, indices: rows }), file);
      setSaid(w.exported(file, formatCount(lang, rows.length)));
    } catch (error) {
      setSaid(w.exportFailed(error instanceof Error ? error.message : String(error)));
    }
    setBusy(false);
  };
  return (
    <div className="compare-exports">
      <h3>
        {w.facilities} <span className="hint">{w.rows(formatCount(lang, rows.length))}</span>
      </h3>
      <span className="hint" role="status">
        {said}
      </span>
      {FORMATS.map((format) => (
        <button key={format} type="button" className="button" disabled={isBusy || rows.length === 0} onClick={() => void save(format)}>
          {labels[format]}
        </button>
      ))}
    </div>
  );
}

async function blobOf(format: Format, request: ComparisonRequest): Promise<Blob> {
  if (format === 'csv') return new Blob(await inSlices(comparisonCsvLines(request)), { type: 'text/csv;charset=utf-8' });
  if (format === 'geojson') return new Blob(await inSlices(comparisonGeoJsonLines(request)), { type: 'application/geo+json' });
  const written = comparisonXlsx(request);
  if (!written.ok) throw new Error(written.problems.join(' '));
  return new Blob([...written.value] as BlobPart[], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
