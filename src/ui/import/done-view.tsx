import { openImport } from '../../state/commands/open-import.ts';
import { redoImport, undoImport } from '../../state/imports/holdings.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

/** After the files have been taken in, or that has been taken back: what is on the page now, the way back, and on to the verdicts. */
export function DoneView({ isUndone }: { readonly isUndone: boolean }) {
  const { lang } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const facilities = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.facilities.length : 0));
  return (
    <div className="import-done" role="status">
      <p>{isUndone ? words.undone : words.applied(formatCount(lang, facilities))}</p>
      <p className="import-acts">
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            apply(openImport(false));
          }}
        >
          {words.seeVerdicts}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            apply(isUndone ? redoImport : undoImport);
          }}
        >
          <Icon name={isUndone ? 'redo' : 'undo'} size={14} />
          {isUndone ? words.redoApply : words.undoApply}
        </button>
      </p>
    </div>
  );
}
