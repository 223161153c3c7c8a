import { openImport } from '../../state/commands/open-import.ts';
import { isTakingOver } from '../../state/imports/holdings.ts';
import { applyImports, asksDoubles, canApply, clearDesk, kindsRead, readyItems } from '../../state/imports/import-commands.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

/** Loads what has been read, or leaves the page as it was. */
export function LoadActs({ onCompare, isComparing }: { readonly onCompare: () => void; readonly isComparing: boolean }) {
  const { lang } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const imports = useSession((session) => session.imports);
  const can = useSession(canApply);
  const ready = readyItems(imports).length;
  const { taking, difference } = imports;
  const kinds = kindsRead(imports);
  const mode = kinds.includes('facilities') ? imports.plan.modes.facilities : null;
  // Nothing is replaced before it has been shown what that changes.
  const isShown = (kinds.length === 0 || difference.kind === 'found' || difference.kind === 'failed') && !asksDoubles(imports);
  const leave = (
    <button
      type="button"
      className="button"
      onClick={() => {
        apply(clearDesk);
        apply(openImport(false));
      }}
    >
      {words.difference.cancel}
    </button>
  );
  if (taking !== null) {
    return (
      <footer className="load-acts">
        <progress max={1} value={taking} aria-label={words.difference.taking} />
        <span role="status">{words.difference.taking}</span>
        {isTakingOver(imports) && leave}
      </footer>
    );
  }
  return (
    <footer className="load-acts">
      <span className="hint">{ready === 0 ? words.difference.nothing : words.difference.ready(formatCount(lang, ready))}</span>
      {leave}
      {isComparing ? (
        <button
          type="button"
          className="button button-primary"
          disabled={!can || !isShown}
          onClick={() => {
            apply(applyImports);
          }}
        >
          {mode === null ? words.difference.load : words.difference[mode]}
        </button>
      ) : (
        <button type="button" className="button button-primary" disabled={ready === 0} onClick={onCompare}>
          {words.difference.compare}
        </button>
      )}
    </footer>
  );
}
