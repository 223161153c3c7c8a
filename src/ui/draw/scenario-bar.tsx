import { revisionOf } from '../../draft/revision.ts';
import { openCompare } from '../../state/commands/open-compare.ts';
import { TODAY_KEY } from '../../state/compare-place.ts';
import { settleWork, showScenario, work } from '../../state/drafts/draft-commands.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { addScenario, describeScenario, forkScenario, freezeScenario, removeScenario } from '../../state/drafts/edit-workbook.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { compareWords } from '../../text/compare.ts';
import { drawWords } from '../../text/draw.ts';
import { useWords } from '../parts/words.ts';
import { freshScenario, newId } from './draft-acts.ts';

/** Which scenario is open, and what can be done with it. */
export function ScenarioBar() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const store = useSessionStore();
  const scenarios = useSession(({ drafts }) => drafts.history.present.scenarios);
  const open = useSession(({ drafts }) => openScenarioOf(drafts));
  const isOtherData = useSession(({ drafts, city }) => {
    const scenario = openScenarioOf(drafts);
    return scenario !== null && city.kind === 'ready' && scenario.dataRevision !== revisionOf(city.city.project);
  });
  return (
    <div className="draft-scenario">
      <div className="draft-row">
        <select
          className="select"
          aria-label={w.scenario}
          value={open?.id ?? ''}
          onChange={({ target }) => {
            apply(showScenario(target.value === '' ? null : target.value));
          }}
        >
          <option value="">{w.today}</option>
          {scenarios.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          onClick={() => {
            apply(work(addScenario(freshScenario(store.get()))));
          }}
        >
          {w.newScenario}
        </button>
      </div>
      {open !== null && (
        <>
          {!open.frozen && (
            <input
              className="draft-name"
              aria-label={w.nameLabel}
              value={open.name}
              maxLength={60}
              onChange={({ target }) => {
                apply(work(describeScenario(open.id, { name: target.value }), `name:${open.id}`));
              }}
              onBlur={() => {
                apply(settleWork);
              }}
            />
          )}
          <div className="draft-row">
            <button
              type="button"
              className="button button-link"
              onClick={() => {
                apply(work(forkScenario(open.id, { id: newId(), name: w.forkName(open.name), madeOn: store.get().today })));
              }}
            >
              {w.fork}
            </button>
            {!open.frozen && (
              <button
                type="button"
                className="button button-link"
                onClick={() => {
                  apply(work(freezeScenario(open.id)));
                }}
              >
                {w.freeze}
              </button>
            )}
            <button
              type="button"
              className="button button-link"
              onClick={() => {
                apply(openCompare({ isOpen: true, before: TODAY_KEY, after: open.id }));
              }}
            >
              {compareWords[lang].open}
            </button>
            <button
              type="button"
              className="button button-link"
              onClick={() => {
                apply(work(removeScenario(open.id)));
              }}
            >
              {w.removeScenario}
            </button>
          </div>
        </>
      )}
      {isOtherData && <p className="draft-warning">{w.otherData}</p>}
    </div>
  );
}
