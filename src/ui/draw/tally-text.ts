import type { Tally } from '../../assess/summary.ts';
import { formatCount, formatTph } from '../../text/formats.ts';
import type { Lang } from '../../text/lang.ts';
import { drawWords } from '../../text/draw.ts';

/** The steam of a tally; what has no known capacity is said beside it, never counted as nothing. */
export function tphText(lang: Lang, { tph, unknownTph }: Tally): string {
  const known = formatTph(lang, tph);
  return unknownTph === 0 ? known : drawWords[lang].tphPartly(known, formatCount(lang, unknownTph));
}
