import { useEffect, useEffectEvent, useState } from 'react';
import { openImport } from '../../state/commands/open-import.ts';
import type { ImportItem } from '../../state/imports/imports.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { importStates } from '../../text/import-states.ts';
import { FileButton } from '../parts/file-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useEscape } from '../parts/use-escape.ts';
import { useTakenFocus } from '../parts/use-taken-focus.ts';
import { useWords } from '../parts/words.ts';
import { openFiles, pasteTable } from '../start/import-desk.ts';
import { DifferenceView } from './difference-view.tsx';
import { DoneView } from './done-view.tsx';
import { EmptyDesk } from './empty-desk.tsx';
import { FileList } from './file-list.tsx';
import { ItemView } from './item-view.tsx';
import { LoadActs } from './load-acts.tsx';
import { PasteTable } from './paste-table.tsx';
import { useImportWords } from './use-import-words.ts';
import '../styles/import.css';
import '../styles/import-files.css';
import '../styles/import-parts.css';
import '../styles/import-crs.css';
import '../styles/import-difference.css';
import '../styles/import-narrow.css';

/** What is on show beside the list of files: one of them by its id, the difference, or whatever needs a person first. */
type Shown = { readonly kind: 'item'; readonly id: string } | { readonly kind: 'difference' } | { readonly kind: 'first' };

/** Files on their way in: what each is, what it asks, what became of its rows; then the difference, and in it goes. */
export default function ImportRoom() {
  const { lang, w } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const store = useSessionStore();
  const heading = useTakenFocus<HTMLHeadingElement>(true);
  const { items, holdings, lost } = useSession((session) => session.imports);
  const [entered] = useState(holdings);
  const [shown, setShown] = useState<Shown>({ kind: 'first' });
  const [pasting, setPasting] = useState(false);
  // What was on show has gone with the files.
  if (items.length === 0 && shown.kind !== 'first') setShown({ kind: 'first' });
  const close = (): void => {
    apply(openImport(false));
  };
  useEscape(true, 'page', close);
  usePaste();
  const chosen = shown.kind === 'item' ? items.find(({ id }) => id === shown.id) : undefined;
  const item = shown.kind === 'difference' ? undefined : (chosen ?? firstToSee(items));
  return (
    <section className="imports" aria-labelledby="import-title">
      <header className="import-head">
        <h2 id="import-title" ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        {items.length > 0 && (
          <>
            <OpenButton />
            <button
              type="button"
              className="button"
              aria-expanded={pasting}
              onClick={() => {
                setPasting(!pasting);
              }}
            >
              {words.pasteTable}
            </button>
          </>
        )}
        <button type="button" className="button button-quiet import-close" onClick={close}>
          <Icon name="close" size={14} />
          <span>{words.close}</span>
        </button>
      </header>
      {items.length === 0 ? (
        <div className="import-empty">
          {lost !== null && (
            <p className="import-warning" role="alert">
              {importStates[lang].lost(lost.join(w.listSeparator))}
            </p>
          )}
          {holdings.present !== entered.present && <DoneView isUndone={false} />}
          {holdings.present === entered.present && holdings.future.length > entered.future.length && <DoneView isUndone />}
          <EmptyDesk>
            <OpenButton isPrimary />
          </EmptyDesk>
        </div>
      ) : (
        <div className="import-desk">
          <FileList
            items={items}
            shown={shown.kind === 'difference' ? null : (item?.id ?? null)}
            onItem={(id) => {
              setShown({ kind: 'item', id });
            }}
            onDifference={() => {
              setShown({ kind: 'difference' });
            }}
          />
          <div className="import-view">
            {pasting && (
              <PasteTable
                onTake={(text) => {
                  setPasting(false);
                  pasteTable(store, text);
                }}
              />
            )}
            {item === undefined ? <DifferenceView /> : <ItemView key={item.id} item={item} />}
          </div>
        </div>
      )}
      {items.length > 0 && (
        <LoadActs
          isComparing={item === undefined}
          onCompare={() => {
            setShown({ kind: 'difference' });
          }}
        />
      )}
    </section>
  );
}

/** What waits for a person goes before what is done. */
function firstToSee(items: readonly ImportItem[]): ImportItem | undefined {
  return items.find(({ stage }) => stage.kind === 'asking') ?? items.find(({ stage }) => stage.kind === 'refused' || stage.kind === 'broken') ?? items[0];
}

function OpenButton({ isPrimary = false }: { readonly isPrimary?: boolean }) {
  const words = useImportWords();
  const store = useSessionStore();
  return (
    <FileButton
      className={isPrimary ? 'button button-primary' : 'button'}
      multiple
      onFiles={(files) => {
        openFiles(store, files);
      }}
    >
      {isPrimary ? words.chooseFiles : words.addFiles}
    </FileButton>
  );
}

/** A table or files pasted anywhere on the page; fields keep their own pasting. */
function usePaste(): void {
  const store = useSessionStore();
  const take = useEffectEvent((event: ClipboardEvent): void => {
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) openFiles(store, files);
    else if (text.trim() !== '') pasteTable(store, text);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      take(event);
    };
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
