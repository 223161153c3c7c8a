import type { PackProblem } from '../policy/pack-problem.ts';
import type { RulePack } from '../policy/rule.ts';

/** A rule pack that the reader brought. */
export interface OwnPack {
  readonly file: string;
  /** The file as it was, so that it can be kept and read again. */
  readonly text: string;
  /** `null` when a kept file can no longer be read: it is listed with its problems, and judges nothing. */
  readonly pack: RulePack | null;
  readonly problems: readonly PackProblem[];
}
