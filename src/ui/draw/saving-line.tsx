import { toProjectFile } from '../../export/project-file.ts';
import type { Session } from '../../state/session.ts';
import { useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { useWords } from '../parts/words.ts';

/** How safe the work is, and the file that keeps it in the user's own hands. */
export function SavingLine() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const saving = useSession(({ drafts }) => drafts.saving);
  const isFailed = saving.kind === 'failed';
  return (
    <footer className="draft-saving">
      <span className={isFailed ? 'draft-warning' : 'hint'} role={isFailed ? 'alert' : 'status'}>
        {w.saving[isFailed ? saving.code : saving.kind]}
      </span>
      <button
        type="button"
        className={isFailed ? 'button button-primary' : 'button'}
        onClick={() => {
          saveFile(store.get());
        }}
      >
        {w.saveFile}
      </button>
    </footer>
  );
}

function saveFile({ city, scenario, drafts, view }: Session): void {
  if (city.kind !== 'ready') return;
  const { project, packs } = city.city;
  const text = toProjectFile({ asOf: scenario.asOf, packs: scenario.packs, choices: scenario.choices, data: project, policies: packs, workbook: drafts.history.present });
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = drawWords[view.lang].projectFile(scenario.asOf);
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
