import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { changeFilters } from '../../state/commands/change-filters.ts';
import { changeView } from '../../state/commands/change-view.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import type { LedgerRow } from '../../state/selectors/ledger.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { searchTextsOf } from '../../state/selectors/search-texts.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import type { Found } from './find-facilities.ts';
import { findFacilities } from './find-facilities.ts';

const LISTED = 8;

const NOTHING: Found = { count: 0, first: [] };

/** Finds a facility and opens its card; its last entry turns the words into a filter of the ledger. */
export function FacilitySearch() {
  const { lang, w, t } = useWords();
  const apply = useApply();
  const ledger = useSession(ledgerOf);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const { count, first: listed } = useMemo(
    () => (open && ledger !== null ? findFacilities(ledger.rows, searchTextsOf(ledger.answer.question.city.project.facilities), text, LISTED) : NOTHING),
    [open, ledger, text],
  );
  const entries = listed.length + (count > listed.length ? 1 : 0);

  const choose = (entry: number): void => {
    const row = listed[entry];
    if (row !== undefined) apply(selectFacility(row.key));
    else {
      apply(changeFilters({ text }));
      apply(changeView({ panel: 'ledger' }));
    }
    setOpen(false);
    setText('');
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Enter' && entries > 0) choose(active);
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && entries > 0) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : entries - 1)) % entries);
    }
  };

  const showing = open && text.trim() !== '';
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        role="combobox"
        aria-label={w.search}
        aria-expanded={showing && entries > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={showing && entries > 0 ? `${listId}-${String(active)}` : undefined}
        placeholder={w.searchHint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onKeyDown={onKey}
      />
      <div className="search-panel" hidden={!showing}>
        {entries === 0 && <p className="hint">{w.searchNone}</p>}
        <ul role="listbox" id={listId} aria-label={w.search}>
          {listed.map((row, entry) => (
            <SearchEntry key={row.key} row={row} id={`${listId}-${String(entry)}`} active={entry === active} verdict={t.duty[row.verdict.duty]} onChoose={() => { choose(entry); }} />
          ))}
          {entries > listed.length && (
            <li
              role="option"
              id={`${listId}-${String(listed.length)}`}
              aria-selected={active === listed.length}
              className="search-more"
              onPointerDown={(event) => {
                event.preventDefault();
                choose(listed.length);
              }}
            >
              {w.searchMore(formatCount(lang, count))}
            </li>
          )}
        </ul>
      </div>
      <span className="visually-hidden" role="status">
        {showing && entries > 0 ? w.searchFound(formatCount(lang, count)) : ''}
      </span>
    </div>
  );
}

interface EntryProps {
  readonly row: LedgerRow;
  readonly id: string;
  readonly active: boolean;
  readonly verdict: string;
  readonly onChoose: () => void;
}

function SearchEntry({ row, id, active, verdict, onChoose }: EntryProps) {
  return (
    <li
      role="option"
      id={id}
      aria-selected={active}
      onPointerDown={(event) => {
        // Keeps the focus in the field, so that its blur does not take the list away first.
        event.preventDefault();
        onChoose();
      }}
    >
      <DutyMark duty={row.verdict.duty} possibleDuty={row.verdict.possibleDuty} certainty={row.verdict.certainty} />
      <span className="search-name">{row.facility.name}</span>
      <span className="search-where">{row.facility.enterprise}</span>
      <span className="search-verdict">{verdict}</span>
    </li>
  );
}
