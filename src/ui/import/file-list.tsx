import { isDataKind } from '../../ingest/layer-kind.ts';
import type { ImportItem } from '../../state/imports/imports.ts';
import { useSession } from '../../state/use-session.ts';
import { useWords } from '../parts/words.ts';
import { kindOf, stageText } from './item-words.ts';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly items: readonly ImportItem[];
  /** `null`: the difference is on show. */
  readonly shown: string | null;
  readonly onItem: (id: string) => void;
  readonly onDifference: () => void;
}

/** The files on the desk with how far each has come, and behind them the difference that they make together. */
export function FileList({ items, shown, onItem, onDifference }: Props) {
  const { lang } = useWords();
  const words = useImportWords();
  const ready = useSession(({ imports }) => imports.items.some(({ stage }) => stage.kind === 'read'));
  return (
    <nav className="file-list" aria-label={words.filesTitle}>
      <ul>
        {items.map((item) => {
          const kind = kindOf(item);
          return (
            <li key={item.id}>
              <button
                type="button"
                className={`file-entry stage-${item.stage.kind}`}
                aria-current={item.id === shown ? 'true' : undefined}
                onClick={() => {
                  onItem(item.id);
                }}
              >
                <span className="file-entry-name">{item.answers.sheet === null ? item.name : `${item.name} · ${item.answers.sheet}`}</span>
                <span className="file-entry-kind">{kind === null ? '' : isDataKind(kind) ? words.kind[kind] : words.document[kind]}</span>
                <span className="file-entry-stage">{stageText(lang, words, item)}</span>
                {item.stage.kind === 'reading' && <progress max={1} value={item.stage.share} aria-hidden="true" />}
              </button>
            </li>
          );
        })}
        {ready && (
          <li>
            <button type="button" className="file-entry file-entry-difference" aria-current={shown === null ? 'true' : undefined} onClick={onDifference}>
              <span className="file-entry-name">{words.difference.entry}</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
