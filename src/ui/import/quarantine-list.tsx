import { useId, useState } from 'react';
import type { Rejected } from '../../domain/issue.ts';
import type { LayerAnswers } from '../../ingest/layer-answers.ts';
import type { Correction } from '../../ingest/read-again.ts';
import { formatCount } from '../../text/formats.ts';
import { sayInPage } from '../../text/import-problems.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { correctionsOf, joinedRows } from './corrected-rows.ts';
import { PagedList } from './paged-list.tsx';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly quarantine: readonly Rejected[];
  /** How many there are; the list holds the first of them. */
  readonly count: number;
  readonly corrections: LayerAnswers['corrections'];
  /** Only rows of tables can be put right here. */
  readonly isEditable: boolean;
  readonly onCorrect: (row: number, corrections: readonly Correction[]) => void;
  readonly onUndo: (row: number) => void;
  readonly onDownload: () => void;
}

/** Rows set aside, each with its reason and its cells to be put right; what joined can be taken back. */
export function QuarantineList({ quarantine, count, corrections, isEditable, onCorrect, onUndo, onDownload }: Props) {
  const { lang } = useWords();
  const words = useImportWords().quarantine;
  const joined = joinedRows(corrections, quarantine);
  if (count === 0 && joined.length === 0) return null;
  return (
    <section className="import-part">
      <h4>
        {words.title} <span className="import-count">{formatCount(lang, count)}</span>
      </h4>
      {count > 0 && (
        <>
          <p className="hint">{isEditable ? words.hint : words.hintShapes}</p>
          <p className="import-acts">
            <button type="button" className="button" onClick={onDownload}>
              <Icon name="download" />
              {words.download}
            </button>
          </p>
        </>
      )}
      <PagedList items={quarantine} all={count} className="set-aside">
        {(rejected) => <SetAside key={rejected.row} rejected={rejected} before={corrections[String(rejected.row)] ?? []} isEditable={isEditable} onCorrect={onCorrect} />}
      </PagedList>
      {joined.length > 0 && (
        <>
          <h5>{words.fixedTitle(formatCount(lang, joined.length))}</h5>
          <ul className="joined">
            {joined.map((one) => (
              <li key={one.row}>
                <span>{words.joined(String(one.row))}</span>
                <span className="cell-faint">{one.corrections.map(({ column, value }) => words.fixed(column, value)).join(lang === 'zh' ? '；' : '; ')}</span>
                <button
                  type="button"
                  className="button button-link"
                  onClick={() => {
                    onUndo(one.row);
                  }}
                >
                  <Icon name="undo" size={14} />
                  {words.undo}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface SetAsideProps {
  readonly rejected: Rejected;
  readonly before: readonly Correction[];
  readonly isEditable: boolean;
  readonly onCorrect: Props['onCorrect'];
}

function SetAside({ rejected, before, isEditable, onCorrect }: SetAsideProps) {
  const { lang } = useWords();
  const words = useImportWords();
  const { row, column, code, params, original } = rejected;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(before.map((one) => [one.column, one.value])));
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const columns = Object.keys(original);
  const blamed = column !== undefined && columns.includes(column) ? column : null;
  // Without one cell to blame, the whole row is to be looked at.
  const open = isWhole || blamed === null ? columns : [blamed];
  const corrections = correctionsOf(original, typed);
  return (
    <li className="set-aside-row">
      <p>
        <b>{words.result.row(String(row))}</b> {before.length > 0 && words.quarantine.still}
        {sayInPage(lang, code, params)}
      </p>
      {isEditable && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onCorrect(row, corrections);
          }}
        >
          {open.map((one) => (
            <span key={one} className={one === blamed ? 'set-aside-cell is-blamed' : 'set-aside-cell'}>
              <label htmlFor={`${id}${one}`}>{one}</label>
              <input
                id={`${id}${one}`}
                className="filter-text"
                value={Object.hasOwn(typed, one) ? typed[one] : original[one]}
                onChange={({ target }) => {
                  setTyped({ ...typed, [one]: target.value });
                }}
              />
            </span>
          ))}
          <button type="submit" className="button" disabled={corrections.length === 0}>
            {words.quarantine.fix}
          </button>
          {blamed !== null && columns.length > 1 && (
            <button
              type="button"
              className="button button-link"
              aria-expanded={isWhole}
              onClick={() => {
                setWhole(!isWhole);
              }}
            >
              {words.quarantine.wholeRow}
            </button>
          )}
        </form>
      )}
    </li>
  );
}
