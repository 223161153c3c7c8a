import type { SessionStore } from '../../state/store.ts';
import { redoStep, undoStep } from '../../state/undo-step.ts';

/** Ctrl or ⌘ with Z and Y anywhere on the page, except where a field has an undo of its own. */
export function listenForUndo(store: SessionStore): void {
  document.addEventListener('keydown', (event) => {
    const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField) return;
    const key = event.key.toLowerCase();
    const step = key === 'z' && !event.shiftKey ? undoStep : key === 'y' || (key === 'z' && event.shiftKey) ? redoStep : null;
    if (step === null) return;
    event.preventDefault();
    store.apply(step);
  });
}
