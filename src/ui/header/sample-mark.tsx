import { Suspense, lazy } from 'react';
import { useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Dropdown } from '../parts/dropdown.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';

const OwnData = lazy(() => import('../import/own-data.tsx'));

/** Always in sight while the ledger is the synthetic sample: nobody may take it for the real one. */
export function SampleMark() {
  const { w } = useWords();
  const sample = useSession(({ city }) => city.kind === 'ready' && city.city.project.sample);
  const isOwn = useSession(({ imports }) => imports.holdings.past.length + imports.holdings.future.length > 0);
  if (isOwn) return <OwnMark hasSample={sample} />;
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

/** The user's own data: how much of it, and the ways back, are one press away. */
function OwnMark({ hasSample }: { readonly hasSample: boolean }) {
  const { lang, w } = useWords();
  const files = useSession(({ imports }) => imports.holdings.present.loaded.length);
  return (
    <Dropdown
      className={hasSample ? 'sample-mark' : 'sample-mark is-own'}
      label={
        <>
          <Icon name="info" size={14} />
          <span>{files === 0 && hasSample ? w.sampleMark : w.importing.own(formatCount(lang, files), hasSample)}</span>
        </>
      }
    >
      <Suspense fallback={null}>
        <OwnData />
      </Suspense>
    </Dropdown>
  );
}
