import type { Lang } from '../../text/lang.ts';
import type { Terms } from '../../text/terms.ts';
import { terms } from '../../text/terms.ts';
import type { UiWords } from '../../text/ui.ts';
import { ui } from '../../text/ui.ts';
import { useSession } from '../../state/use-session.ts';

/** The page's words (`w`) and the terms of the trade (`t`) in the reader's language. */
export interface Words {
  readonly lang: Lang;
  readonly w: UiWords;
  readonly t: Terms;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  zh: { lang: 'zh', w: ui.zh, t: terms.zh },
  en: { lang: 'en', w: ui.en, t: terms.en },
};

export function wordsOf(lang: Lang): Words {
  return WORDS[lang];
}

export function useWords(): Words {
  return wordsOf(useSession((session) => session.view.lang));
}
