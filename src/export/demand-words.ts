import { OUTCOMES } from '../assess/assessment.ts';
import { departments } from '../assess/summary.ts';
import { dutyRank } from '../policy/duty.ts';
import { ledgerWords } from '../text/ledger.ts';
import { terms } from '../text/terms.ts';
import type { ExportRequest } from './case-file.ts';

/** What is demanded of a facility, in words. */
export type DemandWords = (facility: number) => {
  /** The rules that apply, strongest first, then the open ones that could make the verdict stronger. */
  readonly rules: string;
  /** Who must act, leading departments first. */
  readonly departments: string;
};

const APPLIES = OUTCOMES.indexOf('applies');
const REVIEW = OUTCOMES.indexOf('review');
const UNKNOWN = OUTCOMES.indexOf('unknown');

/** Most facilities share what is demanded of them with many others: each combination is put into words once. */
export function demandWords(request: Pick<ExportRequest, 'assessment' | 'lang'>): DemandWords {
  return openDemands(request).demandOf;
}

/** The same, with which facilities share their demands: those of one number. */
export function openDemands({ assessment, lang }: Pick<ExportRequest, 'assessment' | 'lang'>): { readonly combination: Uint32Array; readonly demandOf: DemandWords } {
  const { rules, outcomes, count } = assessment;
  const words = ledgerWords[lang];
  const ranks = rules.map(({ rule }) => dutyRank(rule.duty));
  const live = [...rules.keys()].filter((r) => isOpenSomewhere(outcomes, r * count, (r + 1) * count));
  const byRank = [...live].sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
  const names = rules.map(({ rule, pack }) => `${pack.shortTitle[lang]} ${rule.article} [${rule.id}]`);
  const departmentsOf = departments(assessment);
  const combination = combinationsOf(assessment, live);
  const known: ReturnType<DemandWords>[] = [];

  function say(facility: number): ReturnType<DemandWords> {
    const sure = assessment.duty[facility] as number;
    const applying = byRank.filter((r) => outcomes[r * count + facility] === APPLIES).map((r) => names[r]);
    const open = live.flatMap((r) => {
      const outcome = outcomes[r * count + facility] as number;
      const decides = (outcome === REVIEW || outcome === UNKNOWN) && (ranks[r] as number) < sure;
      return decides ? [`${names[r] ?? ''} (${terms[lang].outcome[outcome === REVIEW ? 'review' : 'unknown']})`] : [];
    });
    return { rules: [...applying, ...open].join(words.listSeparator), departments: departmentsOf(facility).join(words.listSeparator) };
  }

  return { combination, demandOf: (facility) => (known[combination[facility] as number] ??= say(facility)) };
}

function isOpenSomewhere(outcomes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((outcomes[at] as number) >= UNKNOWN) return true;
  return false;
}

/** Numbers the combinations of open and applying rules, rule by rule: facilities with the same ones bear the same number. */
function combinationsOf({ outcomes, count }: ExportRequest['assessment'], live: readonly number[]): Uint32Array {
  const combination = new Uint32Array(count);
  let combinations = 1;
  for (const r of live) {
    // With this rule's outcome, a combination of the rules before it becomes another.
    const next = new Uint32Array(combinations * OUTCOMES.length);
    for (let facility = 0, at = r * count; facility < count; facility++, at++) {
      const outcome = outcomes[at] as number;
      if (outcome < UNKNOWN) continue;
      const step = (combination[facility] as number) * OUTCOMES.length + outcome;
      if (next[step] === 0) next[step] = combinations++;
      combination[facility] = next[step] as number;
    }
  }
  return combination;
}
