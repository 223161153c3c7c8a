import type { SiteAnswer } from '../../assess/siting.ts';
import { siteQuestion } from '../../assess/siting.ts';
import { candidate } from '../../domain/candidate.ts';
import { memoiseLast } from '../memoise.ts';
import type { Answer } from '../session.ts';
import type { Site } from '../site.ts';

/** What the law of the answer on show says of the facility that somebody thinks of building; `null` until a point is chosen. */
export const siteAnswerOf = memoiseLast((answer: Answer | null, site: Site | null): SiteAnswer | null => {
  if (answer === null || site === null || site.lngLat === null) return null;
  const { city, packs, asOf, choices } = answer.question;
  return siteQuestion(city.project, packs, asOf, choices, candidate(site));
});

/** May it be built? The strongest word that any article on siting has for it. */
export function siteVerdict({ bans }: SiteAnswer): 'banned' | 'inPrinciple' | 'mayBan' | 'free' {
  const sure = bans.filter(({ finding }) => finding.outcome === 'applies');
  if (sure.some(({ ban }) => ban.strength === 'forbidden')) return 'banned';
  if (sure.length > 0) return 'inPrinciple';
  return bans.some(({ finding }) => finding.outcome === 'review' || finding.outcome === 'unknown') ? 'mayBan' : 'free';
}

/** Where no ban is near the line or ambiguous, the facts with which it could be told whether one applies. */
export function lackingForBans({ bans }: SiteAnswer): readonly string[] {
  if (bans.some(({ finding }) => finding.outcome === 'review')) return [];
  return [...new Set(bans.flatMap(({ finding }) => (finding.outcome === 'unknown' ? finding.missing : [])))];
}
