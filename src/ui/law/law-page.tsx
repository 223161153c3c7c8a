import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { openLaw } from '../../state/commands/open-law.ts';
import type { LawTab } from '../../state/law-place.ts';
import { LAW_TABS } from '../../state/law-place.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { useLawWords } from '../parts/law-words.ts';
import { useEscape } from '../parts/use-escape.ts';
import { useTakenFocus } from '../parts/use-taken-focus.ts';
import { useWords } from '../parts/words.ts';
import { AreaTab } from './area-tab.tsx';
import { ArticlesTab } from './articles-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { TotalsTab } from './totals-tab.tsx';
import '../styles/law.css';
import '../styles/law-articles.css';
import '../styles/law-page.css';
import '../styles/law-tables.css';
import '../styles/law-tables-narrow.css';

/** The law as a page: what every article says, what governments owe, how the ledger agrees, which sources count. */
export default function LawPage() {
  const { w } = useWords();
  const words = useLawWords();
  const apply = useApply();
  const answer = useSession((session) => session.run.answer);
  const place = useSession((session) => session.view.law);
  const heading = useTakenFocus<HTMLHeadingElement>(true);
  const close = (): void => {
    apply(openLaw(null));
  };
  useEscape(true, 'page', close);
  if (place === null) return null;
  return (
    <section className="law" aria-labelledby="law-title">
      <header className="law-head">
        <h2 id="law-title" ref={heading} tabIndex={-1}>
          {w.lawPage.title}
        </h2>
        <Tabs tab={place.tab} />
        {answer !== null && <span className="law-day">{words.asOf(answer.question.asOf)}</span>}
        <button type="button" className="button" onClick={close}>
          <Icon name="close" size={14} />
          <span>{words.close}</span>
        </button>
      </header>
      <div className="law-body" role="tabpanel" id="law-panel" aria-labelledby={`law-tab-${place.tab}`} tabIndex={0} key={place.tab}>
        {answer === null ? (
          <p className="law-waiting" aria-busy="true">
            {w.headline.waiting}
          </p>
        ) : (
          <>
            {place.tab === 'articles' && <ArticlesTab answer={answer} at={place.at} />}
            {place.tab === 'area' && <AreaTab answer={answer} />}
            {place.tab === 'totals' && <TotalsTab answer={answer} />}
            {place.tab === 'sources' && <SourcesTab answer={answer} at={place.at} />}
          </>
        )}
      </div>
    </section>
  );
}

/** Arrow keys move between the tabs, as the pattern for tabs has it. */
function Tabs({ tab }: { readonly tab: LawTab }) {
  const words = useLawWords();
  const apply = useApply();
  const list = useRef<HTMLDivElement>(null);
  const go = (to: LawTab): void => {
    apply(openLaw({ tab: to, at: null }));
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? LAW_TABS.length - 1 : 0;
    const to = LAW_TABS[(LAW_TABS.indexOf(tab) + step) % LAW_TABS.length];
    if (step === 0 || to === undefined) return;
    event.preventDefault();
    go(to);
    list.current?.querySelector<HTMLElement>(`#law-tab-${to}`)?.focus();
  };
  return (
    <div className="law-tabs" role="tablist" aria-label={words.tabList} ref={list} onKeyDown={press}>
      {LAW_TABS.map((id) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`law-tab-${id}`}
          aria-selected={id === tab}
          aria-controls="law-panel"
          tabIndex={id === tab ? 0 : -1}
          onClick={() => {
            go(id);
          }}
        >
          {words.tabs[id]}
        </button>
      ))}
    </div>
  );
}
