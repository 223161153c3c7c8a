import type { KeyboardEvent, PointerEvent } from 'react';

interface Props {
  readonly label: string;
  /** Share of the height that the part below takes, 0 to 1. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

const LEAST = 0.15;
const MOST = 0.85;
const STEP = 0.05;

/** The line between two parts, one above the other: dragged, or moved by the arrow keys. */
export function ResizeHandle({ label, share, onShare }: Props) {
  const set = (wanted: number): void => {
    onShare(Math.min(MOST, Math.max(LEAST, wanted)));
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (event.currentTarget.hasPointerCapture(event.pointerId) && box !== undefined) set((box.bottom - event.clientY) / box.height);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    set(share + (event.key === 'ArrowUp' ? STEP : -STEP));
  };
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuemin={Math.round(LEAST * 100)}
      aria-valuemax={Math.round(MOST * 100)}
      aria-valuenow={Math.round(share * 100)}
      tabIndex={0}
      className="resize-handle"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
