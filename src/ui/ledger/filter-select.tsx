import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';

interface Props {
  readonly label: string;
  /** What stands there while nothing is chosen. */
  readonly all: string;
  readonly chosen: readonly string[];
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string | null) => void;
}

const ALL = '';
const SEVERAL = '*';

/** Chooses one entry or all. When the overview's toggles have chosen several, it says how many. */
export function FilterSelect({ label, all, chosen, options, onChoose }: Props) {
  const { lang, w } = useWords();
  const [only] = chosen;
  return (
    <select
      aria-label={label}
      className={chosen.length > 0 ? 'select select-active' : 'select'}
      value={chosen.length > 1 ? SEVERAL : (only ?? ALL)}
      onChange={(event) => {
        onChoose(event.target.value === ALL ? null : event.target.value);
      }}
    >
      <option value={ALL}>{all}</option>
      {chosen.length > 1 && (
        <option value={SEVERAL} disabled>
          {w.several(formatCount(lang, chosen.length))}
        </option>
      )}
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
