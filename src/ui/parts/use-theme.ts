import { useLayoutEffect } from 'react';
import { useSession } from '../../state/use-session.ts';
import { useMedia } from './use-media.ts';

/** The theme in effect, with the system's word on `auto`. */
export function useTheme(): 'light' | 'dark' {
  const theme = useSession((session) => session.view.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'auto' ? (systemDark ? 'dark' : 'light') : theme;
}

/** Keeps the document's theme, language and title true to the session. */
export function useDocumentTruth(title: string): void {
  const theme = useTheme();
  const lang = useSession((session) => session.view.lang);
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    root.dataset['theme'] = theme;
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = title;
  }, [theme, lang, title]);
}
