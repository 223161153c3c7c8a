import { openLaw } from '../../state/commands/open-law.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import { undoChange } from '../../state/commands/undo-change.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { movedOf } from '../../state/selectors/moved.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import type { Lang } from '../../text/lang.ts';
import { formatCount } from '../../text/formats.ts';
import { DutyMark } from './duty-mark.tsx';
import { Icon } from './icon.tsx';
import { movedWords } from './moved-words.ts';
import { PickButton } from './pick-button.tsx';
import { useWords, wordsOf } from './words.ts';

/** As many as can be read in one go; the ledger lists the rest. */
const LISTED = 20;

/** Which verdicts the last change moved, from what to what, with the way back. */
export default function MovedList() {
  const words = useWords();
  const { lang, w } = words;
  const apply = useApply();
  const moved = useSession(movedOf);
  const ledger = useSession(ledgerOf);
  if (moved === null || ledger === null) return null;
  const labelIn = (of: Lang): string => wordsOf(of).w.headline.moved(formatCount(of, moved.length));
  return (
    <div className="moved-list">
      <p role="status">
        <b>{moved.length === 0 ? w.headline.notMoved : labelIn(lang)}</b>
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            apply(undoChange);
          }}
        >
          <Icon name="undo" size={14} />
          {w.movedUndo}
        </button>
      </p>
      {moved.length > 0 && (
        <ul>
          {moved.slice(0, LISTED).map((one) => {
            const { after } = one;
            const row = ledger.rows[one.facility];
            if (row === undefined) return null;
            return (
              <li key={row.key}>
                <button
                  type="button"
                  onClick={() => {
                    apply(openLaw(null));
                    apply(selectFacility(row.key));
                  }}
                >
                  <DutyMark duty={after.duty} possibleDuty={after.possibleDuty} certainty={after.certainty} size={18} />
                  <span className="moved-name">
                    {row.facility.name} <span className="cell-faint">{row.facility.enterprise}</span>
                  </span>
                  <span className="moved-step">{movedWords(words, one).join(lang === 'zh' ? '；' : '; ')}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {moved.length > LISTED && <p className="hint">{w.movedMore(formatCount(lang, moved.length - LISTED))}</p>}
      {moved.length > 0 && (
        <PickButton className="button button-link" filters={{ picked: { label: { zh: labelIn('zh'), en: labelIn('en') }, indices: moved.map(({ facility }) => facility) } }} title={w.movedTable}>
          {w.movedTable}
        </PickButton>
      )}
    </div>
  );
}
