import { startSiting } from '../../state/commands/change-site.ts';
import { changeView } from '../../state/commands/change-view.ts';
import { openImport } from '../../state/commands/open-import.ts';
import { openLaw } from '../../state/commands/open-law.ts';
import { THEMES } from '../../state/session.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { AsOf } from './as-of.tsx';
import { Door } from './door.tsx';
import { ExportButton } from './export-button.tsx';
import { FacilitySearch } from './facility-search.tsx';
import { PolicyChooser } from './policy-chooser.tsx';
import { SampleMark } from './sample-mark.tsx';

export function Header() {
  const { w } = useWords();
  return (
    <header className="header">
      <h1 className="wordmark">
        <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
          <circle className="wordmark-ring" cx="12" cy="12" r="9.5" />
          <path className="wordmark-flame" d="M12.2 5.2c.5 2.7 3.9 4.4 3.9 8a4.1 4.1 0 0 1-8.2 0c0-1.7.9-2.8 1.7-3.7.2 1 .6 1.6 1.3 1.9-.3-2.4.2-4.6 1.3-6.2Z" />
          <path className="wordmark-bar" d="M5.3 18.7 18.7 5.3" />
        </svg>
        {w.product}
        <span className="wordmark-city">{w.city}</span>
      </h1>
      <div className="header-question">
        <AsOf />
        <PolicyChooser />
        <LawDoor />
        <SiteDoor />
      </div>
      <FacilitySearch />
      <SampleMark />
      <div className="header-tools">
        <LanguageButton />
        <ThemeButton />
        <ImportDoor />
        <ExportButton />
      </div>
    </header>
  );
}

function LawDoor() {
  const { w } = useWords();
  const apply = useApply();
  const isOpen = useSession((session) => session.view.law !== null);
  const onPress = (): void => {
    apply(openLaw(isOpen ? null : { tab: 'articles', at: null }));
  };
  return <Door icon="law" name={w.lawPage.button} isOpen={isOpen} onPress={onPress} />;
}

function SiteDoor() {
  const { w } = useWords();
  const apply = useApply();
  const isOpen = useSession((session) => session.view.site !== null);
  const onPress = (): void => {
    apply(startSiting);
    apply(changeView({ panel: 'map' }));
  };
  return <Door icon="site" name={w.siting.button} isOpen={isOpen} onPress={onPress} />;
}

function ImportDoor() {
  const { w } = useWords();
  const apply = useApply();
  const isOpen = useSession((session) => session.view.importing);
  const onPress = (): void => {
    apply(openImport(!isOpen));
  };
  return <Door icon="upload" name={w.importing.button} isOpen={isOpen} onPress={onPress} />;
}

function LanguageButton() {
  const { lang, w } = useWords();
  const apply = useApply();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="button button-quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        apply(changeView({ lang: other }));
      }}
    >
      {w.switchLanguage}
    </button>
  );
}

function ThemeButton() {
  const { w } = useWords();
  const apply = useApply();
  const theme = useSession((session) => session.view.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  const label = `${w.theme.label}: ${w.theme[theme]}`;
  return (
    <button
      type="button"
      className="button button-quiet button-icon"
      aria-label={label}
      title={label}
      onClick={() => {
        apply(changeView({ theme: next }));
      }}
    >
      <Icon name={theme} />
    </button>
  );
}
