import { Notice } from './notice.tsx';
import { useWords } from './words.ts';

/** The whole page has failed: say so, and how to go on. */
export function Crash({ error }: { readonly error: Error }) {
  const { w } = useWords();
  return (
    <main className="crash">
      <Notice
        tone="alarm"
        title={w.failedTitle}
        detail={error.message}
        actions={
          <button
            type="button"
            className="button"
            onClick={() => {
              location.reload();
            }}
          >
            {w.reload}
          </button>
        }
      >
        {w.crashedAll}
      </Notice>
    </main>
  );
}
