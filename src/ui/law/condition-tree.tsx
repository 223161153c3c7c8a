import type { SourceTest } from '../../assess/source-hearing.ts';
import { evidenceSentence } from '../../text/evidence.ts';
import { useLawWords } from '../parts/law-words.ts';
import { TruthIcon } from '../parts/truth-icon.tsx';
import { useWords } from '../parts/words.ts';

/** A whole condition: what must all hold is listed without a word for it. */
export function ConditionList({ test }: { readonly test: SourceTest }) {
  const parts = test.op === 'all' && test.parts.length > 0 ? test.parts : [test];
  return (
    <ul className="tests">
      {parts.map((part, at) => (
        <ConditionTree key={at} test={part} />
      ))}
    </ul>
  );
}

/** A condition with its answer at every level: nothing is left out, so that "why not" has its answer too. */
function ConditionTree({ test }: { readonly test: SourceTest }) {
  const words = useLawWords();
  const { lang } = useWords();
  if (test.op === 'leaf') {
    return (
      <li className={`test test-${test.truth}`}>
        <TruthIcon truth={test.truth} />
        <span>{evidenceSentence(lang, test.evidence)}</span>
      </li>
    );
  }
  if (test.parts.length === 0) {
    return (
      <li className={`test test-${test.truth}`}>
        <TruthIcon truth={test.truth} />
        <span>{words.sources.everywhere}</span>
      </li>
    );
  }
  const [only] = test.parts;
  if (only !== undefined && test.parts.length === 1 && test.op !== 'not') return <ConditionTree test={only} />;
  return (
    <li className={`test test-${test.truth}`}>
      <TruthIcon truth={test.truth} />
      <span>{words.sources[test.op]}</span>
      <ul className="tests">
        {test.parts.map((part, at) => (
          // A condition has no name, and its parts never change their places.
          <ConditionTree key={at} test={part} />
        ))}
      </ul>
    </li>
  );
}
