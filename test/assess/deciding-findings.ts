import type { Verdict } from '../../src/assess/assessment.ts';
import type { Finding } from '../../src/assess/finding.ts';
import type { Duty } from '../../src/policy/duty.ts';
import { dutyRank } from '../../src/policy/duty.ts';

/** The oracle of the assessment's columns `marginM` and `missing`: the same by way of the full findings. */
export function decidingFindings(findings: readonly Finding[], verdict: Verdict, dutyOf: (finding: Finding) => Duty): readonly Finding[] {
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
