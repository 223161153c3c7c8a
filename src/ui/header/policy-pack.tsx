import type { IsoDay } from '../../domain/place.ts';
import type { Reading, RulePack } from '../../policy/rule.ts';
import { chooseReading } from '../../state/commands/choose-reading.ts';
import { togglePack } from '../../state/commands/toggle-pack.ts';
import { useApply } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import type { UiWords } from '../../text/ui.ts';
import { useWords } from '../parts/words.ts';
import type { PolicyStanding } from './policy-standing.ts';
import { policyStanding } from './policy-standing.ts';

interface Props {
  readonly pack: RulePack;
  readonly asOf: IsoDay;
  readonly ticked: boolean;
  readonly choices: Readonly<Record<string, string>>;
}

export function PolicyPack({ pack, asOf, ticked, choices }: Props) {
  const { lang, w } = useWords();
  const apply = useApply();
  const standing = policyStanding(pack, asOf);
  return (
    <li className={`policy policy-${standing.state}`}>
      <label className="policy-head">
        <input
          type="checkbox"
          checked={ticked}
          onChange={() => {
            apply(togglePack(pack.id));
          }}
        />
        <span>
          <span className="policy-title">{pack.title[lang]}</span>
          <span className="policy-number">{pack.documentNumber || w.policies.noNumber}</span>
          <span className="policy-state">{standingSentence(w, lang, pack, standing)}</span>
        </span>
      </label>
      {pack.readings.length > 0 && (
        <details className="readings">
          <summary>
            {w.policies.readings} ({formatCount(lang, pack.readings.length)})
          </summary>
          <p className="hint">{w.policies.readingsHint}</p>
          {pack.readings.map((reading) => (
            <ReadingChoice key={reading.id} reading={reading} chosen={choices[reading.id] ?? reading.chosen} />
          ))}
        </details>
      )}
    </li>
  );
}

function standingSentence(w: UiWords, lang: 'zh' | 'en', { inForce }: RulePack, { state, rules }: PolicyStanding): string {
  const count = formatCount(lang, rules);
  if (state === 'inForce') return `${w.policies.inForce} · ${w.policies.rulesInForce(count)}`;
  if (state === 'notYet') return w.policies.notYet(inForce.from ?? '');
  const lapsed = w.policies.lapsed(inForce.until ?? '');
  return rules === 0 ? lapsed : `${lapsed} · ${w.policies.standing(count)}`;
}

function ReadingChoice({ reading, chosen }: { readonly reading: Reading; readonly chosen: string }) {
  const { lang, w } = useWords();
  const apply = useApply();
  return (
    <fieldset className="reading">
      <legend>{reading.question[lang]}</legend>
      {reading.options.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            name={reading.id}
            checked={option.id === chosen}
            onChange={() => {
              apply(chooseReading(reading.id, option.id));
            }}
          />
          <span>
            {option.label[lang]}
            {option.id === reading.chosen && <em>{w.policies.ownChoice}</em>}
          </span>
        </label>
      ))}
      <p className="hint">{reading.why[lang]}</p>
    </fieldset>
  );
}
