import type { Encoding } from '../../ingest/decode.ts';
import { DATA_KINDS, isDataKind, type DataKind } from '../../ingest/layer-kind.ts';
import { answerItem, removeItem, setItemKind } from '../../state/imports/import-commands.ts';
import type { ImportItem } from '../../state/imports/imports.ts';
import { useApply } from '../../state/use-session.ts';
import { useWords } from '../parts/words.ts';
import { ENCODING_NAMES, isEncoding } from './encodings.ts';
import { kindOf, sizeText } from './item-words.ts';
import { useImportWords } from './use-import-words.ts';

/** What a file is taken for; kind and encoding can be corrected at any time. */
export function FileHead({ item }: { readonly item: ImportItem }) {
  const { lang } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const kind = kindOf(item);
  const encoding = encodingOf(item);
  return (
    <header className="file-head">
      <div className="file-title">
        <h3>{item.name}</h3>
        <span className="hint">{[item.answers.sheet ?? '', sizeText(lang, item.bytes)].filter((part) => part !== '').join(' · ')}</span>
        <button
          type="button"
          className="button button-link"
          aria-label={words.removeFile(item.name)}
          onClick={() => {
            apply(removeItem(item.id));
          }}
        >
          {words.remove}
        </button>
      </div>
      <div className="file-choices">
        {(kind === null || isDataKind(kind)) && item.guess !== null && (
          <label>
            {words.kindLabel}
            <select
              className="select"
              value={kind ?? ''}
              onChange={({ target }) => {
                apply(setItemKind(item.id, target.value as DataKind));
              }}
            >
              {kind === null && <option value="">{words.kindUnknown}</option>}
              {DATA_KINDS.map((one) => (
                <option key={one} value={one}>
                  {words.kind[one]}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind !== null && !isDataKind(kind) && <b>{words.document[kind]}</b>}
        {encoding !== null && (
          <label>
            {words.encodingLabel}
            <select
              className="select"
              value={encoding}
              onChange={({ target }) => {
                apply(answerItem(item.id, { encoding: target.value === '' ? null : (target.value as Encoding) }));
              }}
            >
              <option value="">{words.encodingAuto}</option>
              {Object.entries(ENCODING_NAMES).map(([one, name]) => (
                <option key={one} value={one}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </header>
  );
}

/** Codes of texts that another encoding may cure. */
const OF_ENCODING = ['encoding-unclear', 'encoding-not-as-stated', 'text-cut-off', 'table-without-known-column', 'table-without-header'];

/** Files that say themselves what their text is written in, or hold none. */
const NO_TEXT = /\.(?:xlsx|xlsm|kml|kmz|shp|zip)$/iu;

/** The encoding of a text: as answered, else as found, '' where it is still to be found; `null` for what is no text. */
function encodingOf({ name, answers, stage }: ImportItem): Encoding | '' | null {
  if (NO_TEXT.test(name)) return null;
  if (answers.encoding !== null) return answers.encoding;
  if (stage.kind === 'read' && stage.result.kind === 'data') return isEncoding(stage.result.input.encoding) ? stage.result.input.encoding : null;
  const isDoubtful = stage.kind === 'refused' && stage.refusal.kind === 'messages' && stage.refusal.messages.some(({ code }) => OF_ENCODING.includes(code));
  return isDoubtful ? '' : null;
}
