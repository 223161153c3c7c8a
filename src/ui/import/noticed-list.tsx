import { useId, useState } from 'react';
import type { Noticed } from '../../ingest/layer-kind.ts';
import { formatCount } from '../../text/formats.ts';
import { sayInPage } from '../../text/import-problems.ts';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

/** Remarks on accepted rows by kind, the most frequent first; a row number opens the row as it stood. */
export function NoticedList({ noticed }: { readonly noticed: readonly Noticed[] }) {
  const words = useImportWords().result;
  const sorted = [...noticed].sort((a, b) => b.count - a.count);
  return (
    <section className="import-part">
      <h4>{words.issues}</h4>
      <ul className="noticed">
        {sorted.map((one) => (
          <NoticedKind key={one.code} noticed={one} />
        ))}
      </ul>
    </section>
  );
}

function NoticedKind({ noticed: { code, count, rows } }: { readonly noticed: Noticed }) {
  const { lang } = useWords();
  const words = useImportWords().result;
  const [open, setOpen] = useState<number | null>(null);
  const id = useId();
  const [first] = rows;
  const shown = rows.find(({ row }) => row === open);
  return (
    <li>
      <p>
        <span className="import-count">{words.issueCount(formatCount(lang, count))}</span> {first !== undefined && sayInPage(lang, code, (shown ?? first).params)}
      </p>
      <p className="row-links">
        {rows.map(({ row }) => (
          <button
            key={row}
            type="button"
            className="button button-link"
            aria-expanded={row === open}
            aria-controls={id}
            aria-label={words.showRow(String(row))}
            onClick={() => {
              setOpen(row === open ? null : row);
            }}
          >
            {words.row(String(row))}
          </button>
        ))}
        {count > rows.length && <span className="hint">{words.moreRows(formatCount(lang, count - rows.length))}</span>}
      </p>
      <div id={id}>{shown !== undefined && <RowCells original={shown.original} marked={shown.column ?? null} />}</div>
    </li>
  );
}

/** A row as it stood in the file, the cell that is spoken of marked. */
export function RowCells({ original, marked }: { readonly original: Readonly<Record<string, string>>; readonly marked: string | null }) {
  const words = useImportWords().result;
  return (
    <dl className="row-cells">
      {Object.entries(original).map(([column, value]) => (
        <div key={column} className={column === marked ? 'is-marked' : ''}>
          <dt>{column}</dt>
          <dd>{value.trim() === '' ? <span className="cell-faint">{words.emptyCell}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
