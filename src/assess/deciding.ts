import type { Duty } from '../policy/duty.ts';
import { dutyRank } from '../policy/duty.ts';
import type { Verdict } from './assessment.ts';
import type { Finding } from './finding.ts';

/** What a finding's rule demands; the caller has the book at hand. */
export type DutyOf = (finding: Finding) => Duty;

/**
 * The findings that make a verdict: those that apply with its duty, then the open ones that could make it stronger.
 * Everything a one-line record says of a facility (margin, what is missing) is about these.
 */
export function decidingFindings(findings: readonly Finding[], verdict: Verdict, dutyOf: DutyOf): readonly Finding[] {
  const sure = findings.filter((finding) => finding.outcome === 'applies' && dutyOf(finding) === verdict.duty);
  const open = findings.filter(
    (finding) => (finding.outcome === 'review' || finding.outcome === 'unknown') && dutyRank(dutyOf(finding)) < dutyRank(verdict.duty),
  );
  return [...sure, ...open];
}

/** The smallest distance from flipping among the findings, sign kept; `null` when none of them is a measurement. */
export function smallestMarginM(findings: readonly Finding[]): number | null {
  return findings.reduce<number | null>(
    (least, { marginM }) => (marginM !== null && (least === null || Math.abs(marginM) < Math.abs(least)) ? marginM : least),
    null,
  );
}

export function missingFields(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap((finding) => finding.missing))];
}
