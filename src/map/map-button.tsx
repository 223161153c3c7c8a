import type { ReactElement } from 'react';

/** A quiet control on a map. */
export function MapButton({ label, icon, onPress }: { label: string; icon: string; onPress: () => void }): ReactElement {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}
