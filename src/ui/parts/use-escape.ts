import { useEffect, useEffectEvent } from 'react';

/** What Escape would close, the last opened on top. */
const open: (() => void)[] = [];

function close(event: KeyboardEvent): void {
  if (event.key === 'Escape') open.at(-1)?.();
}

/** While `active`, Escape calls `onEscape`; of several that wait for it only the last opened hears it. */
export function useEscape(active: boolean, onEscape: () => void): void {
  const hear = useEffectEvent(onEscape);
  useEffect(() => {
    if (!active) return;
    const entry = (): void => {
      hear();
    };
    if (open.push(entry) === 1) document.addEventListener('keydown', close);
    return () => {
      open.splice(open.indexOf(entry), 1);
      if (open.length === 0) document.removeEventListener('keydown', close);
    };
  }, [active]);
}
