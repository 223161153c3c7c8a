import { useEffect, useState } from 'react';
import { openImport } from '../../state/commands/open-import.ts';
import { useSessionStore } from '../../state/use-session.ts';
import { useWords } from './words.ts';

/** Files may be dropped anywhere on the page; while they are over it, the page says so. */
export function DropCover() {
  const { w } = useWords();
  const store = useSessionStore();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (holdsFiles(event)) setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Between two parts of the page there is always another part.
      if (event.relatedTarget === null) setOver(false);
    };
    const stay = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // A part of the page with a use of its own has taken them.
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      store.apply(openImport(true));
      void import('../start/import-desk.ts').then(({ openFiles }) => {
        openFiles(store, files);
      });
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: stay, drop } as const;
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [type, hear] of entries) addEventListener(type, hear);
    return () => {
      for (const [type, hear] of entries) removeEventListener(type, hear);
    };
  }, [store]);

  if (!over) return null;
  return (
    <div className="drop-cover" role="status">
      <p>
        <b>{w.importing.drop}</b>
        {w.importing.dropHint}
      </p>
    </div>
  );
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
