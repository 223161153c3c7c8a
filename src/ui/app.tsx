import { Suspense, lazy, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { openLaw } from '../state/commands/open-law.ts';
import { openCompare } from '../state/commands/open-compare.ts';
import { changeView } from '../state/commands/change-view.ts';
import type { Panel } from '../state/session.ts';
import { PANELS } from '../state/session.ts';
import { useApply, useSession } from '../state/use-session.ts';
import { CardFrame, sideOf } from './card/card-frame.tsx';
import { Header } from './header/header.tsx';
import { LedgerPane } from './ledger/ledger-pane.tsx';
import { MapPane } from './map-pane/map-pane.tsx';
import { OverviewPanel } from './overview/overview-panel.tsx';
import { DropCover } from './parts/drop-cover.tsx';
import { Guarded } from './parts/guarded.tsx';
import { Icon } from './parts/icon.tsx';
import { ResizeHandle } from './parts/resize-handle.tsx';
import { useDocumentTruth } from './parts/use-theme.ts';
import { useWords } from './parts/words.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/header.css';
import './styles/law-doors.css';
import './styles/overview.css';
import './styles/ledger.css';
import './styles/card.css';

const LawPage = lazy(() => import('./law/law-page.tsx'));
const ComparePage = lazy(() => import('./compare/compare-page.tsx'));
const ImportRoom = lazy(() => import('./import/import-room.tsx'));

const LEDGER_SHARE = 0.42;

/** The frame: overview, map over ledger, card. A narrow screen shows one of the first three at a time. */
export function App() {
  const { w } = useWords();
  useDocumentTruth(w.documentTitle);
  const panel = useSession((session) => session.view.panel);
  const hasCard = useSession((session) => sideOf(session) !== null);
  const lawOpen = useSession((session) => session.view.law !== null);
  const comparing = useSession((session) => session.view.compare.isOpen);
  const importing = useSession((session) => session.view.importing);
  const [ledgerShare, setLedgerShare] = useState(LEDGER_SHARE);
  const share: CSSProperties & Record<'--ledger-share', string> = { '--ledger-share': `${String(ledgerShare * 100)}%` };
  return (
    <div className="app">
      <a className="skip-link" href="#overview" onClick={focusTarget}>
        {w.skipToOverview}
      </a>
      <a className="skip-link" href="#ledger" onClick={focusTarget}>
        {w.skipToLedger}
      </a>
      <Header />
      <main className={hasCard ? 'main has-card' : 'main'} data-panel={panel} inert={lawOpen || comparing || importing}>
        <OverviewPanel />
        <div className="center" style={share}>
          <MapPane />
          <ResizeHandle label={w.resizeLedger} share={ledgerShare} onShare={setLedgerShare} />
          <LedgerPane />
        </div>
        <CardFrame />
      </main>
      {lawOpen && (
        <Room>
          <LawPage />
        </Room>
      )}
      {importing && (
        <Room>
          <ImportRoom />
        </Room>
      )}
      {comparing && (
        <Room>
          <ComparePage />
        </Room>
      )}
      <Tabs panel={panel} />
      <DropCover />
    </div>
  );
}

/** A page over the rest, which waits unchanged below it; it is fetched when it is first opened. */
function Room({ children }: { readonly children: ReactNode }) {
  const { w } = useWords();
  return (
    <main className="law-room">
      <Guarded>
        <Suspense
          fallback={
            <p className="law-waiting" aria-busy="true">
              {w.opening}
            </p>
          }
        >
          {children}
        </Suspense>
      </Guarded>
    </main>
  );
}

/** The address carries the session, so a skip link moves the focus and leaves the address alone. */
function focusTarget(event: { readonly currentTarget: HTMLAnchorElement; readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(event.currentTarget.hash)?.focus();
}

/** Only narrow screens show them (see `frame.css`). */
function Tabs({ panel }: { readonly panel: Panel }) {
  const { w } = useWords();
  const apply = useApply();
  const names: Readonly<Record<Panel, string>> = { overview: w.overview, map: w.mapTitle, ledger: w.ledger };
  return (
    <nav className="tabs" aria-label={w.tabs}>
      {PANELS.map((id) => (
        <button
          key={id}
          type="button"
          aria-current={id === panel ? 'page' : undefined}
          onClick={() => {
            apply(openLaw(null));
            apply(openCompare({ isOpen: false }));
            apply(changeView({ panel: id }));
          }}
        >
          <Icon name={id} size={20} />
          {names[id]}
        </button>
      ))}
    </nav>
  );
}
