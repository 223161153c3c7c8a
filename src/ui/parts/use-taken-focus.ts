import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Takes the focus to a heading while `open`, and gives it back to where it came from. */
export function useTakenFocus<Heading extends HTMLElement>(open: boolean): RefObject<Heading | null> {
  const heading = useRef<Heading>(null);
  useEffect(() => {
    if (!open) return;
    const cameFrom = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      // The row it came from may have been scrolled out of the document since.
      const back = cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : document.querySelector<HTMLElement>('.table-body [tabindex="0"]');
      back?.focus({ preventScroll: true });
    };
  }, [open]);
  return heading;
}
