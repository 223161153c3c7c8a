import type { IsoDay } from '../../domain/place.ts';
import type { RulePack } from '../../policy/rule.ts';
import { removeOwnPack } from '../../state/commands/change-own-packs.ts';
import { togglePack } from '../../state/commands/toggle-pack.ts';
import type { OwnPack } from '../../state/own-packs.ts';
import { useApply } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import type { UiWords } from '../../text/ui.ts';
import { ReadingChoice } from '../parts/reading-choice.tsx';
import { useWords } from '../parts/words.ts';
import type { PolicyStanding } from '../parts/policy-standing.ts';
import { policyStanding } from '../parts/policy-standing.ts';

interface Props {
  readonly pack: RulePack;
  readonly asOf: IsoDay;
  readonly ticked: boolean;
  /** The reader's own file, where it is one. */
  readonly own: OwnPack | null;
}

export function PolicyPack({ pack, asOf, ticked, own }: Props) {
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
          <span className="policy-title">
            {pack.title[lang]}
            {own !== null && <em className="own-mark">{w.policies.ownMark}</em>}
          </span>
          <span className="policy-number">{pack.documentNumber || w.policies.noNumber}</span>
          <span className="policy-state">{standingSentence(w, lang, pack, standing)}</span>
          {standing.state === 'lapsed' && standing.standing.length > 0 && (
            <span className="policy-kept">{w.policies.standingRules(standing.standing.map(({ title }) => title[lang]).join(w.listSeparator))}</span>
          )}
        </span>
      </label>
      {own !== null && (
        <button
          type="button"
          className="button button-link policy-remove"
          aria-label={`${w.policies.remove} ${pack.title[lang]}`}
          onClick={() => {
            apply(removeOwnPack(own.file));
          }}
        >
          {w.policies.remove}
        </button>
      )}
      {pack.readings.length > 0 && (
        <details className="readings">
          <summary>
            {w.policies.readings} ({formatCount(lang, pack.readings.length)})
          </summary>
          <p className="hint">{w.policies.readingsHint}</p>
          {pack.readings.map((reading) => (
            <ReadingChoice key={reading.id} reading={reading} pack={pack} />
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
