import { backToSample, isPlainSample, redoImport, undoImport } from '../../state/imports/holdings.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { importStates } from '../../text/import-states.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';
import '../styles/import.css';

/** What the data on the page is made of, how safely it is kept, and the ways back. */
export default function OwnData() {
  const { lang } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const { holdings, saving } = useSession((session) => session.imports);
  const sample = useSession(({ city }) => city.kind === 'ready' && city.city.project.sample);
  const { base, loaded } = holdings.present;
  const isFailed = saving.kind === 'failed';
  return (
    <div className="own-data">
      <h2>{words.current}</h2>
      <ul>
        {base.kind === 'project' && (
          <li>
            <b>{base.name}</b> <span className="hint">{words.document.project}</span>
          </li>
        )}
        {loaded.map(({ name, what, answers }, k) => (
          <li key={k}>
            <b>{answers.sheet === null ? name : `${name} · ${answers.sheet}`}</b> <span className="hint">{words.kind[what]}</span>
          </li>
        ))}
        {isPlainSample(holdings.present) && <li>{words.currentSample}</li>}
      </ul>
      {sample && loaded.length > 0 && <p className="hint">{words.sampleStays}</p>}
      <p className={isFailed ? 'import-warning' : 'hint'} role={isFailed ? 'alert' : undefined}>
        {importStates[lang].saving[isFailed ? saving.code : saving.kind]}
      </p>
      <p className="import-acts">
        {holdings.past.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              apply(undoImport);
            }}
          >
            <Icon name="undo" size={14} />
            {words.undoApply}
          </button>
        )}
        {holdings.future.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              apply(redoImport);
            }}
          >
            <Icon name="redo" size={14} />
            {words.redoApply}
          </button>
        )}
        {!isPlainSample(holdings.present) && (
          <button
            type="button"
            className="button"
            onClick={() => {
              apply(backToSample);
            }}
          >
            {words.backToSample}
          </button>
        )}
      </p>
    </div>
  );
}
