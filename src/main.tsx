import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readAddress } from './state/address.ts';
import { restoreAddress } from './state/commands/restore-address.ts';
import { driveCity } from './state/drive-city.ts';
import { driveEngine } from './state/drive-engine.ts';
import { localDay } from './state/iso-day.ts';
import { newSession } from './state/session.ts';
import { createSessionStore } from './state/store.ts';
import { SessionContext } from './state/use-session.ts';
import { App } from './ui/app.tsx';
import { Crash } from './ui/parts/crash.tsx';
import { ErrorBoundary } from './ui/parts/error-boundary.tsx';
import { syncAddress } from './ui/start/address-sync.ts';
import { driveOwnPacks } from './ui/start/kept-packs.ts';
import { lazyEngine } from './ui/start/lazy-engine.ts';

/* The composition root: the clock, the address, the files and the engine meet the session here. */

const today = localDay(new Date());
const store = createSessionStore(restoreAddress(readAddress(location.hash, today))(newSession(today)));

const container = document.querySelector('#root');
if (container === null) throw new Error('main: got no #root in the page, expected one');
createRoot(container).render(
  <StrictMode>
    <SessionContext value={store}>
      <ErrorBoundary fallback={(error) => <Crash error={error} />}>
        <App />
      </ErrorBoundary>
    </SessionContext>
  </StrictMode>,
);

syncAddress(store);
let packsKept = false;
driveCity(store, async () => {
  const [{ readEmbeddedCity }, { ownPackOf }, { resumeImports }] = await Promise.all([
    import('./ui/start/embedded-city.ts'),
    import('./ui/header/read-own-pack.ts'),
    import('./ui/start/start-imports.ts'),
  ]);
  // Before the first question, so that it is asked once.
  if (!packsKept) driveOwnPacks(store, ownPackOf);
  packsKept = true;
  return resumeImports(store, await readEmbeddedCity());
});
driveEngine(store, lazyEngine());
/* Drafts of an earlier visit come back by themselves, but not before the page has painted. */
void import('./ui/start/start-drafts.ts').then(({ startDrafts }) => startDrafts(store));

/* The cards, the law, the export and the reader of files are needed at a click, perhaps when the local server is gone: fetched once the answer stands. */
const stopWaiting = store.subscribe(() => {
  if (store.get().run.answer === null) return;
  stopWaiting();
  void Promise.allSettled([
    import('./ui/card/facility-card.tsx'),
    import('./ui/header/export-table.ts'),
    import('./ui/import/import-room.tsx'),
    import('./ui/law/law-page.tsx'),
    import('./ui/parts/moved-list.tsx'),
    import('./ui/place/place-card.tsx'),
    import('./ui/site/site-card.tsx'),
    import('./ui/start/start-imports.ts').then(({ importDriver }) => importDriver(store).warm()),
  ]);
});
