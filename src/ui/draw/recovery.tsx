import type { Recoverable } from '../../state/drafts/drafts.ts';
import { recoverWork, settleRecovery } from '../../state/persistence/recovery.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { formatCount } from '../../text/formats.ts';
import { workShelf } from '../start/start-drafts.ts';
import { useWords } from '../parts/words.ts';
import { newId } from './draft-acts.ts';

/** Work of another visit or tab: taken up as one step that can be undone, or discarded. */
export function Recovery() {
  const { lang, w: page } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const store = useSessionStore();
  const { found, unreadable } = useSession(({ drafts }) => drafts.recovery);
  if (found.length === 0 && unreadable === 0) return null;
  const take = (one: Recoverable): void => {
    apply(recoverWork(one, newId));
    apply(settleRecovery(one.id));
    // Its own record goes once this tab's, which now holds it too, is safe.
    const stop = store.subscribe(() => {
      if (store.get().drafts.saving.kind !== 'saved') return;
      stop();
      void remove(one.id);
    });
  };
  const discard = (id: string): void => {
    apply(settleRecovery(id));
    void remove(id);
  };
  return (
    <section className="draft-recovery" aria-label={w.recover}>
      <h3>{w.recover}</h3>
      <ul>
        {found.map((one) => (
          <li key={one.id} className="draft-row">
            <span>{w.recoverOne(one.workbook.scenarios.map(({ name }) => name).join(page.listSeparator), timeOf(lang, one.savedAt))}</span>
            <button
              type="button"
              className="button button-link"
              onClick={() => {
                take(one);
              }}
            >
              {w.recoverOpen}
            </button>
            <button
              type="button"
              className="button button-link"
              onClick={() => {
                discard(one.id);
              }}
            >
              {w.recoverRemove}
            </button>
          </li>
        ))}
      </ul>
      {unreadable > 0 && <p className="hint">{w.recoverUnreadable(formatCount(lang, unreadable))}</p>}
    </section>
  );
}

/** A record that stays because the store has gone is offered again at the next start. */
async function remove(id: string): Promise<void> {
  try {
    await (await workShelf()).remove(id);
  } catch {
    // Nothing is lost.
  }
}

function timeOf(lang: 'zh' | 'en', instant: string): string {
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
