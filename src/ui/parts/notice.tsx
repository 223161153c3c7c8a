import type { ReactNode } from 'react';
import { useWords } from './words.ts';

interface Props {
  readonly tone?: 'calm' | 'alarm';
  readonly title?: string;
  readonly detail?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Something the reader must know, in the place where they look: a sentence, what to do, and the machine's words on request. */
export function Notice({ tone = 'calm', title, detail, children, actions }: Props) {
  const { w } = useWords();
  return (
    <div className={`notice notice-${tone}`} role={tone === 'alarm' ? 'alert' : 'note'}>
      {title !== undefined && <p className="notice-title">{title}</p>}
      <p>{children}</p>
      {detail !== undefined && detail !== '' && (
        <details>
          <summary>{w.problemDetail}</summary>
          <code>{detail}</code>
        </details>
      )}
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
