import type { ReactNode } from 'react';
import { Guarded } from '../parts/guarded.tsx';
import { Icon } from '../parts/icon.tsx';
import { useEscape } from '../parts/use-escape.ts';
import { useTakenFocus } from '../parts/use-taken-focus.ts';
import { useWords } from '../parts/words.ts';

interface Props {
  readonly label: string;
  readonly title: string;
  /** What it is about: another one begins at its top. */
  readonly topic: string;
  readonly subtitle: string;
  readonly onClose: () => void;
  /** Buttons beside the one that closes. */
  readonly tools?: ReactNode;
  /** On a phone, leaves most of the map in sight. */
  readonly low?: boolean;
  readonly children: ReactNode;
}

/** The panel at the side, or the sheet from below on a phone. Escape closes it and focus goes back to where it came from. */
export function SidePanel({ label, title, topic, subtitle, onClose, tools, low = false, children }: Props) {
  const { w } = useWords();
  const heading = useTakenFocus<HTMLHeadingElement>(true);
  useEscape(true, 'panel', onClose);
  return (
    <aside className={low ? 'card card-low' : 'card'} aria-label={label}>
      <header className="card-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{subtitle}</p>
        </div>
        <div className="card-tools">
          {tools}
          <button type="button" className="button button-quiet button-icon" aria-label={w.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      </header>
      <div className="card-body" key={topic}>
        <Guarded>
          {children}
        </Guarded>
      </div>
    </aside>
  );
}
