import { useEffect, useState } from 'react';
import { CHANGES } from '../../assess/change.ts';
import type { ComparedFacility } from '../../assess/compare.ts';
import type { CoverChange } from '../../draft/cover-change.ts';
import { coverChange } from '../../draft/cover-change.ts';
import { runComparison, type ComparedProjects } from '../../state/run-comparison.ts';
import type { Side } from '../../state/selectors/sides.ts';
import { terms } from '../../text/terms.ts';
import { useWords } from '../parts/words.ts';
import { lazyEngine } from '../start/lazy-engine.ts';

/** A thread of its own: the comparison must not stop what the page itself asks. */
const door = lazyEngine();

export interface Done extends ComparedProjects {
  readonly kind: 'done';
  readonly sides: readonly [Side, Side];
  /** Places in `comparison.facilities`: what changed first, by bucket, the largest first. */
  readonly order: readonly number[];
}

export type ComparisonState = { readonly kind: 'working'; readonly run: number; readonly all: number } | Done | { readonly kind: 'failed'; readonly detail: string };

const BEGINNING: ComparisonState = { kind: 'working', run: 1, all: 1 };

/** The comparison of two sides, worked out whenever one of them changes; a newer one stops an older. */
export function useComparison(before: Side, after: Side): ComparisonState {
  const { lang } = useWords();
  const [state, setState] = useState<{ readonly of: readonly [Side, Side]; readonly state: ComparisonState } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const sides = [before, after] as const;
    const show = (next: ComparisonState): void => {
      if (isWanted) setState({ of: sides, state: next });
    };
    runComparison([before.world, after.world], door, terms[lang].draftZone, (run, all) => {
      show({ kind: 'working', run, all });
    })
      .then((compared) => {
        if (compared !== 'superseded') show({ kind: 'done', sides, order: ordered(compared, sides), ...compared });
      })
      .catch((error: unknown) => {
        show({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      });
    return () => {
      isWanted = false;
    };
  }, [before, after, lang]);
  return state !== null && state.of[0] === before && state.of[1] === after ? state.state : BEGINNING;
}

function ordered({ comparison: { facilities } }: ComparedProjects, [before, after]: readonly [Side, Side]): readonly number[] {
  const tph = ({ before: was, after: is }: ComparedFacility): number => (after.world.data.facilities[is ?? -1] ?? before.world.data.facilities[was ?? -1])?.capacityTph ?? -1;
  const keyed = facilities.map((compared, index) => ({ index, bucket: CHANGES.indexOf(compared.change), tph: tph(compared) }));
  return keyed.sort((a, b) => a.bucket - b.bucket || b.tph - a.tph || a.index - b.index).map(({ index }) => index);
}

/** Ground gained and lost, once the rest is on show; `'unknown'` where boundaries can't be compared, `null` until it is known. */
export function useCover(done: Done | null): CoverChange | 'unknown' | null {
  const [known, setKnown] = useState<{ readonly of: Done; readonly cover: CoverChange | 'unknown' } | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => {
      const [before, after] = done.sides;
      setKnown({ of: done, cover: coverChange(done.before.zones, done.after.zones, [before.world.asOf, after.world.asOf]) ?? 'unknown' });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [done]);
  return known !== null && known.of === done ? known.cover : null;
}
