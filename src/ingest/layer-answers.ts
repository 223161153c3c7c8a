import type { Doubles } from './add-ledger.ts';
import type { Crs } from './datum/crs.ts';
import type { Encoding } from './decode.ts';
import type { LayerKind } from './layer-kind.ts';
import type { Mapping } from './mapping.ts';
import type { Correction } from './read-again.ts';

/** All that a person has said of one file; `null` is not said. The same answers read the same file to the same result. */
export interface LayerAnswers {
  readonly kind: LayerKind | null;
  readonly encoding: Encoding | null;
  /** The sheet of a workbook, by its name. */
  readonly sheet: string | null;
  /** The columns as a person has confirmed them; `null`: as their names tell. */
  readonly mapping: Mapping | null;
  readonly crs: Crs | null;
  /** 2台35蒸吨: one record of two units, or two records. `null` is the first. */
  readonly groups: 'count' | 'split' | null;
  /** Whether zones that cross themselves are cut there; `null`: not asked yet. */
  readonly repair: boolean | null;
  /** Facilities that stand already in the ledger which the file is added to; absent: not asked, or nobody has answered. */
  readonly doubles?: Doubles;
  /** Row number → cells put right in rows that were set aside. */
  readonly corrections: Readonly<Record<string, readonly Correction[]>>;
}

export const NO_ANSWERS: LayerAnswers = { kind: null, encoding: null, sheet: null, mapping: null, crs: null, groups: null, repair: null, corrections: {} };

/** What is remembered for all files with the same headers. */
export type Remembered = Pick<LayerAnswers, 'kind' | 'mapping' | 'crs' | 'groups'>;
