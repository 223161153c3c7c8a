import { useEffect, useState } from 'react';
import { overviewOf } from '../../state/selectors/overview.ts';
import { useSession, useSessionStore } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Dropdown } from '../parts/dropdown.tsx';
import { Icon } from '../parts/icon.tsx';
import { wordsOf, useWords } from '../parts/words.ts';
import type { ExportFormat } from './export-table.ts';

type Toast = { readonly kind: 'done' | 'failed'; readonly text: string };

/** An export under way; only one that takes long tells its share, and can be stopped. */
interface Work {
  readonly share: number | null;
  readonly stop: () => void;
}

const TOAST_MS = 8000;

/** Saves exactly the rows of the table, as filtered and sorted, and says what was saved. */
export function ExportButton() {
  const { lang, w } = useWords();
  const store = useSessionStore();
  const rows = useSession((session) => overviewOf(session)?.shown.length ?? 0);
  const [toast, setToast] = useState<Toast | null>(null);
  const [work, setWork] = useState<Work | null>(null);

  useEffect(() => {
    if (toast?.kind !== 'done') return;
    const timer = setTimeout(() => {
      setToast(null);
    }, TOAST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [toast]);

  const save = async (format: ExportFormat): Promise<void> => {
    const wish = { isWanted: true };
    const stop = (): void => {
      wish.isWanted = false;
    };
    setWork({ share: null, stop });
    try {
      const { exportTable } = await import('./export-table.ts');
      const done = await exportTable(store.get(), format, { isWanted: () => wish.isWanted, onShare: (share) => { setWork({ share, stop }); } });
      if (done !== null) setToast({ kind: 'done', text: wordsOf(lang).w.exported(done.file, formatCount(lang, done.rows)) });
    } catch (error) {
      setToast({ kind: 'failed', text: wordsOf(lang).w.exportFailed(error instanceof Error ? error.message : String(error)) });
    }
    setWork(null);
  };

  const label = w.exportRows(formatCount(lang, rows));
  const stopLabel = typeof work?.share === 'number' ? w.stopExport(Math.floor(work.share * 100)) : null;
  return (
    <>
      <button
        type="button"
        className="button button-primary"
        disabled={rows === 0 || work?.share === null}
        title={stopLabel ?? label}
        onClick={() => {
          if (work === null) void save('csv');
          else work.stop();
        }}
      >
        <Icon name={work === null ? 'download' : 'close'} />
        <span className="button-text">{stopLabel ?? w.exportCsv}</span> 
        <span className="button-count">
          {formatCount(lang, rows)}
          <span className="visually-hidden"> {w.exportUnit}</span>
        </span>
      </button>
      {rows > 0 && (
        <Dropdown
          className="export-more"
          label={
            <>
              <Icon name="chevron" />
              <span className="visually-hidden">{w.exportAs.more}</span>
            </>
          }
        >
          {(['xlsx', 'geojson'] as const satisfies readonly ExportFormat[]).map((format) => (
            <button
              key={format}
              type="button"
              className="button button-quiet"
              disabled={work !== null}
              onClick={({ currentTarget }) => {
                currentTarget.closest('details')?.removeAttribute('open');
                void save(format);
              }}
            >
              {w.exportAs[format]}
            </button>
          ))}
        </Dropdown>
      )}
      <div className="toast-region" role="status">
        {toast !== null && (
          <div className={`toast toast-${toast.kind}`}>
            <span>{toast.text}</span>
            <button
              type="button"
              className="button button-quiet button-icon"
              aria-label={w.close}
              onClick={() => {
                setToast(null);
              }}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </>
  );
}
