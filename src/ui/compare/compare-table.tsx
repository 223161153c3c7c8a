import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { standingOf } from '../../export/comparison.ts';
import { compareWords } from '../../text/compare.ts';
import { formatCount, number } from '../../text/formats.ts';
import { rowAfterKey } from '../ledger/row-keys.ts';
import { useNarrow } from '../parts/use-media.ts';
import { useWords } from '../parts/words.ts';
import { StandingCell } from './standing-cell.tsx';
import type { Done } from './use-comparison.ts';

interface Props {
  readonly done: Done;
  /** Places in the comparison, in their order. */
  readonly rows: readonly number[];
  readonly selected: number | null;
  readonly onSelect: (at: number) => void;
}

const ROW_PX = 56;
const NARROW_ROW_PX = 112;
const HEADER_PX = 34;

/** Every facility of the bucket, only those in sight in the document; arrows move, Enter shows one. */
export function CompareTable({ done, rows, selected, onSelect }: Props) {
  const { lang, w: page } = useWords();
  const w = compareWords[lang];
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const wantsFocus = useRef(false);
  const rowPx = useNarrow() ? NARROW_ROW_PX : ROW_PX;
  const current = Math.min(focused, Math.max(0, rows.length - 1));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollMargin: HEADER_PX,
    scrollPaddingStart: HEADER_PX,
    getItemKey: (i) => rows[i] ?? i,
  });
  useEffect(() => {
    virtual.measure();
  }, [rowPx, virtual]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [rows]);
  const chosen = selected === null ? -1 : rows.indexOf(selected);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtual]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${String(current)}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = rows[current];
    if ((event.key === 'Enter' || event.key === ' ') && at !== undefined) {
      event.preventDefault();
      onSelect(at);
      return;
    }
    const perPage = Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_PX) / rowPx);
    const next = rowAfterKey(event.key, current, rows.length, perPage);
    if (next === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    setFocused(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const { columns } = w;
  return (
    <div className="compare-scroller" ref={scroller}>
      <div className="compare-table" role="grid" aria-label={w.tableLabel} aria-rowcount={rows.length + 1} onKeyDown={onKey}>
        <div role="rowgroup" className="compare-table-head">
          <div role="row" className="compare-row" aria-rowindex={1}>
            {[columns.name, columns.capacity, columns.change, columns.before, columns.after, columns.cause].map((name) => (
              <span key={name} role="columnheader">
                {name}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="compare-table-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const at = rows[index];
            const compared = done.comparison.facilities[at ?? -1];
            if (at === undefined || compared === undefined) return null;
            const was = standingOf(done.sides[0], done.comparison.before, compared, compared.before);
            const is = standingOf(done.sides[1], done.comparison.after, compared, compared.after);
            const facility = (is ?? was)?.facility;
            return (
              <div
                key={key}
                role="row"
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={at === selected}
                tabIndex={index === current ? 0 : -1}
                className="compare-row"
                style={{ transform: `translateY(${String(start - HEADER_PX)}px)`, height: rowPx }}
                onClick={() => {
                  setFocused(index);
                  onSelect(at);
                }}
                onFocus={() => {
                  setFocused(index);
                }}
              >
                <span role="gridcell">
                  <b>{facility?.name}</b>
                  <small>{facility?.enterprise ?? page.unknown}</small>
                </span>
                <span role="gridcell" className="cell-end">
                  {facility === undefined || facility.capacityTph === null ? page.unknown : number(lang, facility.capacityTph, 2)}
                  {facility !== undefined && facility.count > 1 && <small>{w.units(formatCount(lang, facility.count))}</small>}
                </span>
                <span role="gridcell" className={`compare-change compare-${compared.change}`}>
                  {w.change[compared.change]}
                </span>
                <span role="gridcell">
                  <StandingCell standing={was} />
                </span>
                <span role="gridcell">
                  <StandingCell standing={is} />
                </span>
                <span role="gridcell">{compared.causes.map((cause) => w.cause[cause]).join(page.listSeparator)}</span>
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p className="compare-note">{w.none}</p>}
    </div>
  );
}
