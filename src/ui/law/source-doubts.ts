import { doubtsOf, lackingOf } from '../../state/selectors/sources.ts';
import type { Answer } from '../../state/session.ts';
import type { Lang } from '../../text/lang.ts';
import { lawWords } from '../../text/law.ts';

/** What leaves open whether a source counts: the facts that are missing, and the questions that the texts leave. */
export function sourceDoubts(lang: Lang, answer: Answer, source: number): { readonly lacking: readonly string[]; readonly questions: readonly string[] } {
  const names: Readonly<Record<string, string>> = lawWords[lang].sources.fields;
  return {
    lacking: lackingOf(answer, source).map((field) => names[field] ?? field),
    questions: doubtsOf(answer, source).map((question) => question[lang]),
  };
}
