import type { MeasuredTarget, OpenBecause } from '../../assess/area-duties.ts';
import type { Target } from '../../policy/rule.ts';
import type { LawWords } from '../../text/law-zh.ts';

/** Why nobody can say whether a target is met, with the share of days that there are and that it takes. */
export function openBecause({ area }: LawWords, because: OpenBecause, { pollutant }: Target, { covered, inPeriod, needed }: MeasuredTarget['days']): string {
  switch (because) {
    case 'place':
      return area.reasons.otherPlace;
    case 'period':
      return area.reasons.noPeriod;
    case 'not-begun':
      return area.reasons.notBegun;
    case 'not-ended':
      return area.reasons.notEnded;
    case 'no-readings':
      return pollutant === 'dustfall' ? area.reasons.noDustfall : area.reasons.noReadings;
    case 'too-few':
      return area.reasons.tooFew(String(covered), String(inPeriod), String(needed));
  }
}
