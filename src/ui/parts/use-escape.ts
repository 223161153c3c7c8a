import { useEffect, useEffectEvent } from 'react';

/** What lies over what: a mode of the map over the page of the law, that over a panel at the side. */
export const ESCAPE_LAYER = { panel: 0, page: 1, mode: 2 } as const;

interface Waiting {
  readonly layer: number;
  readonly hear: () => void;
}

/** In the order in which they came. */
const open: Waiting[] = [];

function close(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const top = Math.max(...open.map(({ layer }) => layer));
  open.findLast(({ layer }) => layer === top)?.hear();
}

/** While `active`, Escape calls `onEscape`; of several that wait for it only the uppermost hears it, the last opened of a layer. */
export function useEscape(active: boolean, layer: keyof typeof ESCAPE_LAYER, onEscape: () => void): void {
  const hear = useEffectEvent(onEscape);
  useEffect(() => {
    if (!active) return;
    const waiting: Waiting = {
      layer: ESCAPE_LAYER[layer],
      hear: () => {
        hear();
      },
    };
    if (open.push(waiting) === 1) document.addEventListener('keydown', close);
    return () => {
      open.splice(open.indexOf(waiting), 1);
      if (open.length === 0) document.removeEventListener('keydown', close);
    };
  }, [active, layer]);
}
