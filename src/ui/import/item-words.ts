import type { LayerKind } from '../../ingest/layer-kind.ts';
import type { ImportItem } from '../../state/imports/imports.ts';
import { formatCount, number } from '../../text/formats.ts';
import type { ImportWords } from '../../text/import.ts';
import type { Lang } from '../../text/lang.ts';

/** What a file is taken for: as read, else as answered, else as guessed. */
export function kindOf({ answers, guess, stage }: ImportItem): LayerKind | null {
  if (stage.kind === 'read') return stage.result.kind === 'data' ? stage.result.what : stage.result.kind;
  return answers.kind ?? guess?.kind ?? null;
}

/** How far a file has come, in few words. */
export function stageText(lang: Lang, words: ImportWords, { stage }: ImportItem): string {
  if (stage.kind === 'reading') return words.readingShare(`${number(lang, stage.share * 100, 0)}%`);
  if (stage.kind === 'read' && stage.result.kind === 'data') {
    const { accepted, quarantined } = stage.result.input;
    const set = quarantined === 0 ? '' : ` · ${words.result.quarantined} ${formatCount(lang, quarantined)}`;
    return `${words.result.accepted} ${formatCount(lang, accepted)}${set}`;
  }
  return words.phase[stage.kind];
}

const KILOBYTE = 1000;

export function sizeText(lang: Lang, bytes: number): string {
  if (bytes < KILOBYTE) return `${number(lang, bytes, 0)} B`;
  return bytes < KILOBYTE ** 2 ? `${number(lang, bytes / KILOBYTE, 1)} kB` : `${number(lang, bytes / KILOBYTE ** 2, 1)} MB`;
}
