import { Suspense, lazy, useState } from 'react';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { useSession } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import './draw.css';

const DraftPanel = lazy(() => import('./draft-panel.tsx'));

/** The way to drafts, on the map: a button, and the panel that it opens. It says when verdicts include a draft. */
export default function DraftDock() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const [wanted, setOpen] = useState(false);
  // A pencil in use, also one that came back with a reload, must never be out of sight.
  const isDrawing = useSession(({ drafts }) => drafts.pencil.kind !== 'idle');
  const isOpen = wanted || isDrawing;
  const scenario = useSession(({ drafts }) => openScenarioOf(drafts)?.name ?? null);
  const waiting = useSession(({ drafts }) => drafts.recovery.found.length);
  const close = (): void => {
    setOpen(false);
    document.querySelector<HTMLElement>('.draft-open')?.focus();
  };
  return (
    <div className={isOpen ? 'draft-dock is-open' : 'draft-dock'}>
      {isOpen ? (
        <Suspense fallback={null}>
          <DraftPanel onClose={close} />
        </Suspense>
      ) : (
        <button
          type="button"
          className="draft-open"
          title={w.openHint}
          onClick={() => {
            setOpen(true);
          }}
        >
          <Icon name="draw" size={14} />
          {scenario === null ? w.open : `${w.open} · ${scenario}`}
          {waiting > 0 && <span className="draft-waiting">{waiting}</span>}
        </button>
      )}
    </div>
  );
}
