import type { Reading, RulePack } from '../../policy/rule.ts';
import { switchedReadings } from '../../state/selectors/moved.ts';
import { useSession } from '../../state/use-session.ts';
import { useLawWords } from '../parts/law-words.ts';
import { ReadingChoice } from '../parts/reading-choice.tsx';
import { useWords } from '../parts/words.ts';

/** How a rule is read, in one line beside it; the other ways, the reason and the switch are one press away. */
export function ReadingLine({ reading, pack }: { readonly reading: Reading; readonly pack: RulePack }) {
  const { lang } = useWords();
  const words = useLawWords().card;
  const chosen = useSession(({ scenario }) => scenario.choices[reading.id]);
  const switched = useSession((session) => switchedReadings(session.run).includes(reading.id));
  const option = reading.options.find(({ id }) => id === chosen) ?? reading.options.find(({ id }) => id === reading.chosen);
  return (
    <details className={option?.id === reading.chosen ? 'reading-line' : 'reading-line reading-other'} open={switched || undefined}>
      <summary>
        <b>{words.reading}</b> {reading.question[lang]} <span>{words.readAs(option?.label[lang] ?? '')}</span>
      </summary>
      <ReadingChoice reading={reading} pack={pack} />
    </details>
  );
}
