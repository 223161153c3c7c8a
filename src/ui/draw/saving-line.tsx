import { useState } from 'react';
import { toProjectFile } from '../../export/project-file.ts';
import { readProjectFile } from '../../ingest/read-project-file.ts';
import { openProject } from '../../state/drafts/open-project.ts';
import type { Session } from '../../state/session.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { sayProjectProblem } from '../../text/project-file.ts';
import { FileButton, JSON_FILES } from '../parts/file-button.tsx';
import { saveFile as saveBlob } from '../parts/save-file.ts';
import { useWords } from '../parts/words.ts';
import { keepFile } from '../start/file-room.ts';

/** How safe the work is, and the files that keep it in the user's own hands. */
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
      <OpenFile />
    </footer>
  );
}

/** More sentences about one broken file than these help nobody. */
const SAID = 5;

function OpenFile() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const [said, setSaid] = useState<{ readonly isOpen: boolean; readonly lines: readonly string[] } | null>(null);
  const open = async (file: File): Promise<void> => {
    const read = readProjectFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (read.ok) apply(openProject(read.value, keepFile(file)));
    const lines = read.ok ? [w.openedFile(file.name)] : read.problems.slice(0, SAID).map((problem) => sayProjectProblem(lang, problem, file.name));
    setSaid({ isOpen: read.ok, lines });
  };
  return (
    <>
      <FileButton
        className="button"
        accept={JSON_FILES}
        onFiles={([file]) => {
          if (file !== undefined) void open(file);
        }}
      >
        {w.openFile}
      </FileButton>
      {said !== null && (
        <div className={said.isOpen ? 'hint draft-wide' : 'draft-warning draft-wide'} role={said.isOpen ? 'status' : 'alert'}>
          {said.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
}

function saveFile({ city, scenario, drafts, view }: Session): void {
  if (city.kind !== 'ready') return;
  const { project, packs } = city.city;
  const text = toProjectFile({ asOf: scenario.asOf, packs: scenario.packs, choices: scenario.choices, data: project, policies: packs, workbook: drafts.history.present });
  saveBlob(new Blob([text], { type: 'application/json' }), drawWords[view.lang].projectFile(scenario.asOf));
}
