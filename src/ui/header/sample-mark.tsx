import { useSession } from '../../state/use-session.ts';
import { Dropdown } from '../parts/dropdown.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';

/** Always in sight while the ledger is the synthetic sample: nobody may take it for the real one. */
export function SampleMark() {
  const { w } = useWords();
  const sample = useSession(({ city }) => city.kind === 'ready' && city.city.project.sample);
  if (!sample) return null;
  return (
    <Dropdown
      className="sample-mark"
      label={
        <>
          <Icon name="info" size={14} />
          <span>{w.sampleMark}</span>
        </>
      }
    >
      <h2>{w.sampleTitle}</h2>
      {w.sampleBody.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Dropdown>
  );
}
