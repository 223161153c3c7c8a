import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { canRedo, canUndo, redoStep, undoStep } from '../../state/undo-step.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { AgainstToday } from './against-today.tsx';
import { DraftList } from './draft-list.tsx';
import { Recovery } from './recovery.tsx';
import { ReplacementList } from './replacement-list.tsx';
import { SavingLine } from './saving-line.tsx';
import { ScenarioBar } from './scenario-bar.tsx';
import { ScenarioSettings } from './scenario-settings.tsx';
import { SketchBar } from './sketch-bar.tsx';
import { ToolBar } from './tool-bar.tsx';

/** 草案: candidates, what they hit, and the tools. A tool in use has the panel to itself, since there is little room on a map. */
export default function DraftPanel({ onClose }: { readonly onClose: () => void }) {
  const { lang } = useWords();
  const w = drawWords[lang];
  const scenario = useSession(({ drafts }) => openScenarioOf(drafts));
  const pencil = useSession(({ drafts }) => drafts.pencil.kind);
  return (
    <section className="draft-panel" aria-label={w.panel}>
      <header className="draft-head">
        <h2>{w.panel}</h2>
        <UndoButtons />
        {pencil === 'idle' && (
          <button type="button" className="button button-quiet button-icon" aria-label={w.close} title={w.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <div className="draft-body">
        {pencil === 'sketch' && <SketchBar />}
        {pencil === 'idle' && (
          <>
            <ScenarioBar />
            {scenario !== null && <ScenarioSettings scenario={scenario} />}
            {scenario !== null && <p className="hint">{scenario.frozen ? w.frozen : w.notEnacted}</p>}
            {scenario?.frozen !== true && <ToolBar />}
          </>
        )}
        {scenario !== null && pencil !== 'sketch' && <DraftList />}
        {scenario !== null && <AgainstToday />}
        {scenario !== null && pencil !== 'sketch' && <ReplacementList />}
        {pencil === 'idle' && <Recovery />}
        <SavingLine />
      </div>
    </section>
  );
}

function UndoButtons() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const buttons = [
    { name: 'undo', label: w.undo, can: useSession(canUndo), step: undoStep },
    { name: 'redo', label: w.redo, can: useSession(canRedo), step: redoStep },
  ] as const;
  return buttons.map(({ name, label, can, step }) => (
    <button
      key={name}
      type="button"
      className="button button-quiet button-icon"
      aria-label={label}
      title={label}
      disabled={!can}
      onClick={() => {
        apply(step);
      }}
    >
      <Icon name={name} />
    </button>
  ));
}
