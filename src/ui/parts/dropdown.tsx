import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A panel under its button. Escape or a press elsewhere closes it; focus then returns to the button. */
export function Dropdown({ label, className = '', children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && details.current?.contains(event.target) === false) details.current.open = false;
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, []);

  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || details.current?.open !== true) return;
    event.stopPropagation();
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };

  return (
    <details ref={details} className={`dropdown ${className}`} onKeyDown={closeOnEscape}>
      <summary>{label}</summary>
      <div className="dropdown-panel">{children}</div>
    </details>
  );
}
