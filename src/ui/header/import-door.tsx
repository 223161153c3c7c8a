import { openImport } from '../../state/commands/open-import.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';

/** The way to the user's own data. */
export function ImportDoor() {
  const { w } = useWords();
  const apply = useApply();
  const open = useSession((session) => session.view.importing);
  return (
    <button
      type="button"
      className="button header-door"
      aria-pressed={open}
      aria-label={w.importing.button}
      title={w.importing.button}
      onClick={() => {
        apply(openImport(!open));
      }}
    >
      <Icon name="upload" />
      <span className="door-text">{w.importing.button}</span>
    </button>
  );
}
