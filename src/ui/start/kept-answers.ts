import { withImports } from '../../state/imports/import-commands.ts';
import { fromSavedAnswers } from '../../state/persistence/saved-imports.ts';
import type { SessionStore } from '../../state/store.ts';

/** Where this browser keeps what was answered about the columns of tables. */
const KEY = 'coal-ban-map/import-answers@1';

/** Brings the kept answers back into the session, and from then on keeps what changes. */
export function driveKeptAnswers(store: SessionStore): void {
  const remembered = kept();
  store.apply(withImports((imports) => ({ ...imports, remembered: { ...remembered, ...imports.remembered } })));
  let seen = store.get().imports.remembered;
  store.subscribe(({ imports }) => {
    if (imports.remembered === seen) return;
    seen = imports.remembered;
    keep(seen);
  });
}

/** A browser that refuses asks again next time: nothing is lost but a convenience. */
function keep(remembered: ReturnType<typeof kept>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(remembered));
  } catch {
    // Said where it matters: of the files themselves.
  }
}

/** What is found under our key may have been written by anybody. */
function kept(): ReturnType<typeof fromSavedAnswers> {
  try {
    return fromSavedAnswers(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}
