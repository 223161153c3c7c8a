import type { ReactNode } from 'react';
import { useSessionStore } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { pasteTable } from '../start/import-desk.ts';
import { PasteTable } from './paste-table.tsx';
import { useImportWords } from './use-import-words.ts';

/** Nothing on the desk yet: where to put files, what is understood, and that nothing leaves this computer. */
export function EmptyDesk({ children }: { readonly children: ReactNode }) {
  const words = useImportWords();
  const store = useSessionStore();
  return (
    <>
      <div className="import-empty-drop">
        <Icon name="upload" size={28} />
        <h3>{words.empty.title}</h3>
        <p>{words.empty.text}</p>
        {children}
        <p className="import-local">
          <Icon name="info" size={14} />
          {words.empty.local}
        </p>
      </div>
      <PasteTable
        onTake={(text) => {
          pasteTable(store, text);
        }}
      />
      <section>
        <h3>{words.empty.understood}</h3>
        <dl className="import-kinds">
          {words.empty.kinds.map(([kind, text]) => (
            <div key={kind}>
              <dt>{kind}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{words.empty.cannot}</p>
      </section>
    </>
  );
}
