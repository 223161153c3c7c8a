import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { clearFilters } from '../../state/commands/change-filters.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import { sortWhenReady } from '../../state/prepare.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { selectedOf } from '../../state/selectors/selected.ts';
import { tableOf } from '../../state/selectors/table.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { useNarrow } from '../parts/use-media.ts';
import { useWords } from '../parts/words.ts';
import type { CellContext } from './ledger-cells.tsx';
import { COLUMNS, NARROW_COLUMNS } from './ledger-cells.tsx';
import { rowAfterKey } from './row-keys.ts';

const ROW_PX = 38;
const NARROW_ROW_PX = 52;
const HEADER_PX = 34;

const NO_PLANS: CellContext['plans'] = {};

/** The rows of the ledger, only those in sight in the document. One row at a time can be reached by Tab; arrows move on. */
export default function LedgerTable() {
  const words = useWords();
  const { w } = words;
  const apply = useApply();
  const ledger = useSession(ledgerOf);
  const rows = useSession(tableOf);
  const selected = useSession((session) => selectedOf(session)?.key ?? null);
  const plans = useSession(({ drafts }) => openScenarioOf(drafts)?.plans ?? NO_PLANS);
  const narrow = useNarrow();
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  const rowPx = narrow ? NARROW_ROW_PX : ROW_PX;
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const wantsFocus = useRef(false);
  // Measured anew whenever it is another function.
  const getRowPx = useCallback(() => rowPx, [rowPx]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: getRowPx,
    overscan: 12,
    // The rows begin below the head, which stays in sight over them.
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
    // The row that Tab reaches stays in the document, however far it has been scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.min(focused, Math.max(0, rows.length - 1))])].filter((i) => i < rows.length).sort((a, b) => a - b),
  });

  // Sizes are remembered, and a phone that is turned has others.
  useEffect(() => {
    virtual.measure();
  }, [rowPx, virtual]);

  // Another order or another choice of rows is read from its top.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [rows]);

  // A facility chosen on the map or by search comes into sight here.
  const selectedRow = useMemo(() => (selected === null ? -1 : rows.findIndex(({ key }) => key === selected)), [rows, selected]);
  useEffect(() => {
    if (selectedRow < 0) return;
    setFocused(selectedRow);
    virtual.scrollToIndex(selectedRow, { align: 'auto' });
  }, [selectedRow, virtual]);

  const current = Math.min(focused, Math.max(0, rows.length - 1));
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${String(current)}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'row') return;
    const row = rows[current];
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
      event.preventDefault();
      apply(selectFacility(row.key));
      return;
    }
    const page = Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_PX) / rowPx);
    const next = rowAfterKey(event.key, current, rows.length, page);
    if (next === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    setFocused(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  if (ledger === null) return null;
  const context: CellContext = { words, answer: ledger.answer, divisions: ledger.answer.question.city.project.divisions, plans };
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <div className="table-scroller" ref={scroller}>
      <div
        className="table"
        role="grid"
        aria-label={w.ledgerTable}
        aria-describedby="ledger-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        onKeyDown={onKey}
      >
        <div role="rowgroup" className="table-head">
          <div role="row" aria-rowindex={1} className="table-row" style={tracks}>
            {columns.map(({ id, align }) => (
              <ColumnHead key={id} id={id} align={align} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.key}
                role="row"
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={row.key === selected}
                tabIndex={index === current ? 0 : -1}
                className="table-row"
                style={{ ...tracks, transform: `translateY(${String(start - HEADER_PX)}px)`, height: rowPx }}
                onClick={() => {
                  setFocused(index);
                  apply(selectFacility(row.key));
                }}
                onFocus={() => {
                  setFocused(index);
                }}
              >
                {columns.map(({ id, align, cell }) => (
                  <div key={id} role="gridcell" className={`cell cell-${id} ${align === 'end' ? 'cell-end' : ''}`}>
                    {cell(row, context)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && (
        <div className="table-empty">
          <p>{w.noRows}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              apply(clearFilters);
            }}
          >
            {w.clearFilters}
          </button>
        </div>
      )}
      <p id="ledger-keys" className="visually-hidden">
        {w.ledgerKeys}
      </p>
    </div>
  );
}

function ColumnHead({ id, align }: { readonly id: (typeof COLUMNS)[number]['id']; readonly align: 'end' | undefined }) {
  const { w } = useWords();
  const store = useSessionStore();
  const sort = useSession((session) => session.view.sort);
  const [isBusy, setBusy] = useState(false);
  const sorted = sort.column === id;
  const help: Readonly<Partial<Record<typeof id, string>>> = w.columnHelp;
  return (
    <div role="columnheader" aria-sort={sorted ? sort.direction : 'none'} className={`cell ${align === 'end' ? 'cell-end' : ''}`}>
      <button
        type="button"
        title={help[id] ?? w.columns[id]}
        aria-busy={isBusy}
        onClick={() => {
          setBusy(true);
          void sortWhenReady(store, id).finally(() => {
            setBusy(false);
          });
        }}
      >
        <span>{w.columns[id]}</span>
        {sorted && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} size={12} />}
      </button>
    </div>
  );
}
