import type { TruthWord } from '../../base/truth.ts';
import { useWords } from './words.ts';

const PATHS: Readonly<Record<TruthWord, string>> = {
  yes: 'M2.5 6.5 5 9l4.5-6',
  no: 'M3 3l6 6M9 3 3 9',
  review: 'M2.5 6.600c1.2-2 2.3-2 3.5-.600s2.3 1.4 3.5-.6',
  unknown: 'M4 4.400a2 2 0 1 1 2.6 1.900c-.4.1-.6.4-.6.800v.300M6 9.800v.1',
};

/** Whether a test was met; told by shape, and by a word for those who do not see it. */
export function TruthIcon({ truth }: { readonly truth: TruthWord }) {
  const { t } = useWords();
  return (
    <svg className={`truth truth-${truth}`} width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" role="img" aria-label={t.truth[truth]}>
      <path d={PATHS[truth]} />
    </svg>
  );
}
