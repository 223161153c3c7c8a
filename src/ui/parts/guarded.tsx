import type { ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import { Notice } from './notice.tsx';
import { useWords } from './words.ts';

interface Props {
  /** What to say when this part has failed; by default that it has. */
  readonly failed?: string;
  readonly children: ReactNode;
}

/** A part of the page that may fail alone: it says what broke and can be tried again, and the rest goes on. */
export function Guarded({ failed, children }: Props) {
  const { w } = useWords();
  return (
    <ErrorBoundary
      fallback={(error, retry) => (
        <Notice
          tone="alarm"
          detail={error.message}
          actions={
            <button type="button" className="button" onClick={retry}>
              {w.retry}
            </button>
          }
        >
          {failed ?? w.crashed}
        </Notice>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
