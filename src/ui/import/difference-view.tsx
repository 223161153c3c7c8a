import { CHANGES } from '../../assess/change.ts';
import { asksDoubles, kindsRead, setKeepSample, setMode } from '../../state/imports/import-commands.ts';
import { isPlainSample } from '../../state/imports/holdings.ts';
import type { ImportMode } from '../../state/imports/imports.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount, formatTph, number } from '../../text/formats.ts';
import type { ImportDifference, NamedFacility } from '../../worker/import-results.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { useWords } from '../parts/words.ts';
import { ChangedList } from './changed-list.tsx';
import { DoublesQuestion } from './doubles-question.tsx';
import { movedTo } from './moved-to.ts';
import { PagedList } from './paged-list.tsx';
import { useImportWords } from './use-import-words.ts';

/** What the files would change in the data on the page, before anything is replaced; then replace, add or leave it. */
export function DifferenceView() {
  const { lang } = useWords();
  const words = useImportWords();
  const imports = useSession((session) => session.imports);
  const isFirst = isPlainSample(imports.holdings.present);
  const { difference } = imports;
  const waiting = imports.items.filter(({ stage }) => stage.kind === 'asking').length;
  return (
    <article className="import-item" aria-label={words.difference.title}>
      <header className="file-head">
        <div className="file-title">
          <h3>{isFirst ? words.difference.titleFirst : words.difference.title}</h3>
        </div>
        {isFirst && <p className="hint">{words.difference.fromSample}</p>}
        {waiting > 0 && <p className="import-warning">{words.difference.unanswered(formatCount(lang, waiting))}</p>}
      </header>
      <Plan />
      <DoublesQuestion />
      <div aria-live="polite">
        {difference.kind === 'working' && (
          <div className="import-part import-progress">
            <p>{words.difference.comparing}</p>
            <progress max={1} value={difference.share} aria-label={words.difference.comparing} />
          </div>
        )}
        {difference.kind === 'failed' && <p className="import-part import-warning">{words.difference.failed}</p>}
        {difference.kind === 'found' && <Found difference={difference.difference} isFirst={isFirst} isAdded={imports.plan.modes.facilities === 'add'} isAsked={asksDoubles(imports)} />}
      </div>
    </article>
  );
}

/** How each kind joins what is there. */
function Plan() {
  const words = useImportWords();
  const apply = useApply();
  const imports = useSession((session) => session.imports);
  const kinds = kindsRead(imports);
  const { modes, keepSample } = imports.plan;
  const replacesSample = isPlainSample(imports.holdings.present) && kinds.includes('facilities') && modes.facilities === 'replace';
  return (
    <section className="import-part">
      {kinds.map((kind) => (
        <fieldset key={kind} className="plan">
          <legend>{words.kind[kind]}</legend>
          <div className="plan-modes">
            {(['replace', 'add'] as const satisfies readonly ImportMode[]).map((mode) => (
              <label key={mode}>
                <input
                  type="radio"
                  name={`plan-${kind}`}
                  checked={modes[kind] === mode}
                  onChange={() => {
                    apply(setMode(kind, mode));
                  }}
                />
                <span>
                  {words.difference[mode]}
                  <span className="hint">{kind === 'facilities' ? words.difference.hints[mode] : ''}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {replacesSample && (
        <label className="plan-sample">
          <input
            type="checkbox"
            checked={keepSample}
            onChange={({ target }) => {
              apply(setKeepSample(target.checked));
            }}
          />
          <span>
            {words.difference.keepSample}
            <span className="hint">{words.difference.sampleLeaves}</span>
          </span>
        </label>
      )}
    </section>
  );
}

/** The parts of a difference and what they are called: of a ledger that replaces, and of one that is added. */
const PARTS = [['added', 'added'], ['changed', 'changed'], ['missing', 'missing'], ['same', 'same']] as const;
const PARTS_ADDED = [['added', 'addedOnly'], ['changed', 'alreadyThere'], ['same', 'alreadySame']] as const;

interface FoundProps {
  readonly difference: ImportDifference;
  /** Compared with the sample, lists of facilities say nothing. */
  readonly isFirst: boolean;
  readonly isAdded: boolean;
  /** What becomes of facilities that stand already has not been said, so nobody knows the verdicts yet. */
  readonly isAsked: boolean;
}

function Found({ difference: { ledger, verdicts }, isFirst, isAdded, isAsked }: FoundProps) {
  const said = useWords();
  const { lang, w } = said;
  const words = useImportWords().difference;
  const count = (value: number): string => formatCount(lang, value);
  const moved = CHANGES.filter((change) => change !== 'unchanged').reduce((sum, change) => sum + verdicts.byChange[change], 0);
  return (
    <>
      {ledger !== null && (
        <ul className="difference-tiles">
          {(isAdded ? PARTS_ADDED : PARTS).map(([part, word]) => (
            <li key={part}>
              <b>{count(ledger[part])}</b>
              {words[word]}
            </li>
          ))}
        </ul>
      )}
      {!isAsked && (
        <section className="import-part">
          <h4>{words.moved}</h4>
          <p className="difference-closing">
            <DutyMark duty="close" size={18} />
            {words.closing}
            <b>{w.movedFromTo(count(verdicts.closingBefore.count), count(verdicts.closingAfter.count))}</b>
            <span className="cell-faint">{w.movedFromTo(number(lang, verdicts.closingBefore.tph, 1), formatTph(lang, verdicts.closingAfter.tph))}</span>
          </p>
          <p>
            {moved === 0
              ? words.movedNone
              : CHANGES.filter((change) => change !== 'unchanged' && verdicts.byChange[change] > 0)
                  .map((change) => words.change[change](count(verdicts.byChange[change])))
                  .join(' · ')}
          </p>
          {!isFirst && (
            <PagedList items={verdicts.first} all={moved} className="difference-moved">
              {(one, k) => (
                <li key={k}>
                  <DutyMark duty={one.after?.duty ?? 'none'} possibleDuty={one.after?.possibleDuty ?? 'none'} certainty={one.after?.certainty ?? 'certain'} size={18} />
                  <Name of={one} />
                  <span className="moved-step">{movedTo(said, one)}</span>
                </li>
              )}
            </PagedList>
          )}
        </section>
      )}
      {ledger !== null && (isAdded || !isFirst) && (
        <>
          <ChangedList title={isAdded ? words.wouldChange : words.changed} changed={ledger.firstChanged} count={ledger.changed} />
          {!isAdded && <NamedList title={words.missing} named={ledger.firstMissing} count={ledger.missing} />}
          <NamedList title={isAdded ? words.addedOnly : words.added} named={ledger.firstAdded} count={ledger.added} />
        </>
      )}
    </>
  );
}

function NamedList({ title, named, count }: { readonly title: string; readonly named: readonly NamedFacility[]; readonly count: number }) {
  const { lang } = useWords();
  const words = useImportWords().difference;
  return (
    <section className="import-part">
      <h4>
        {title} <span className="import-count">{formatCount(lang, count)}</span>
      </h4>
      {count === 0 && <p className="hint">{words.none}</p>}
      <PagedList items={named} all={count} className="difference-named">
        {(one, k) => (
          <li key={k}>
            <Name of={one} />
          </li>
        )}
      </PagedList>
    </section>
  );
}

function Name({ of: { name, enterprise } }: { readonly of: NamedFacility }) {
  return (
    <span className="moved-name">
      {name} {enterprise !== name && <span className="cell-faint">{enterprise}</span>}
    </span>
  );
}
