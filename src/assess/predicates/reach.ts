import type { Truth } from '../../base/truth.ts';
import { and, MISSING, NO, or, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { hasLocation } from '../columns.ts';
import type { Frame, SourceEligibility } from '../frame.ts';
import { eligibilityIn } from '../frame.ts';
import { owns } from '../own-units.ts';
import type { OpenSourceSet } from '../rule-book.ts';
import { isWithinByStraight, quickDistanceM, sourceDistanceM } from '../source-distance.ts';
import type { Predicate } from './predicate.ts';
import { NOTHING_MISSING, uniform } from './predicate.ts';

/** What is known of one heat source as seen from one facility. */
interface Sight {
  readonly source: number;
  readonly distanceM: number;
  readonly radiusM: number;
  /** Position's and source's accuracy together, m. */
  readonly accuracyM: number;
  readonly eligible: Truth;
  readonly truth: Truth;
}

/** Metres to which quick margins are printed, and nearer than which two of them are told apart by the geodesic. */
const PRINTED_STEP_M = 0.1;
const ALIKE_M = 0.01;

/** More than the limits themselves can be rounded by, m. */
const SLACK_M = 1e-6;

/**
 * The position lies within the radius of an eligible source: distance ≤ radius by the geodesic, `review` when the
 * margin is smaller than what is known of both positions, or when nothing shows whether the source counts.
 *
 * @param key the source set, by `scopedId`.
 * @param byOthers whether the sources of the facility's own enterprise are left out.
 */
export function reachPredicate(key: string, byOthers: boolean): Predicate {
  const doubts = new WeakMap<SourceEligibility, Map<number, readonly string[]>>();

  function truths(frame: Frame): Uint8Array {
    const { scene, columns, from, relations } = frame;
    const rows = frame.to - from;
    if (scene.sources.count === 0) return uniform(NO, rows);
    const eligible = eligibilityIn(frame, key);
    const unlocated = eligible.every((truth) => truth === NO) ? NO : MISSING;
    if (unlocated === NO) return uniform(NO, rows);
    const near = relations.sourcesNear();
    const truths = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) {
      if (!hasLocation(columns, from + row)) {
        truths[row] = unlocated;
        continue;
      }
      let truth: Truth = NO;
      for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number) && truth !== YES; k++) {
        const source = near.items[k] as number;
        const counts = eligible[source] as Truth;
        if (counts === NO || (byOthers && owns(scene, from + row, source))) continue;
        truth = or(truth, and(withinTruth(frame, row, source, near.straightM[k] as number), counts === MISSING ? REVIEW : counts));
      }
      truths[row] = truth;
    }
    return truths;
  }

  /** Within the reach or not, `review` in the band where the accuracies leave it open; by the geodesic only where the straight line cannot tell. */
  function withinTruth(frame: Frame, row: number, source: number, straightM: number): Truth {
    const { scene, columns, from } = frame;
    const radiusM = radiusOf(frame, source);
    const accuracyM = accuracyOf(frame, row, source);
    if (isWithinByStraight(scene, source, straightM, radiusM - accuracyM - SLACK_M) === 1) return YES;
    if (isWithinByStraight(scene, source, straightM, radiusM + accuracyM + SLACK_M) === -1) return NO;
    if (isWithinByStraight(scene, source, straightM, radiusM - accuracyM + SLACK_M) === -1 && isWithinByStraight(scene, source, straightM, radiusM + accuracyM - SLACK_M) === 1) return REVIEW;
    return withinBy(sourceDistanceM(scene, source, columns.lng[from + row] as number, columns.lat[from + row] as number), radiusM, accuracyM);
  }

  function sight(frame: Frame, row: number, source: number, distanceM: number): Sight {
    const { scene, from } = frame;
    const radiusM = radiusOf(frame, source);
    const accuracyM = accuracyOf(frame, row, source);
    const eligible = byOthers && owns(scene, from + row, source) ? NO : ((eligibilityIn(frame, key)[source] ?? NO) as Truth);
    return { source, distanceM, radiusM, accuracyM, eligible, truth: and(withinBy(distanceM, radiusM, accuracyM), eligible === MISSING ? REVIEW : eligible) };
  }

  function radiusOf(frame: Frame, source: number): number {
    return frame.scene.sourceList[source]?.reachM ?? openSet(frame).set.radiusM;
  }

  function openSet({ book }: Frame): OpenSourceSet {
    const found = book.sourceSets.get(key);
    if (found === undefined) throw new Error(`reachPredicate: got source set ${key}, expected one of ${[...book.sourceSets.keys()].join(', ')}`);
    return found;
  }

  /** The source that carries the truth, nearest first; else the one whose reach comes nearest, eligible ones first. */
  function deciding(frame: Frame, row: number, truth: Truth): Sight | null {
    const { scene, columns, from, relations } = frame;
    if (!hasLocation(columns, from + row)) return null;
    const [lng, lat] = [columns.lng[from + row] as number, columns.lat[from + row] as number];
    // What carries more than "no" is near; what carries "no" may be anywhere.
    const near = relations.sourcesNear();
    const candidates = truth === NO ? scene.sourceList.keys() : near.items.subarray(near.offsets[row], near.offsets[row + 1]);
    const sights = Array.from(candidates, (source) => sight(frame, row, source, sourceDistanceM(scene, source, lng, lat)));
    const carriers = truth === NO ? sights.filter(({ eligible }) => eligible !== NO) : sights.filter((one) => one.truth === truth);
    const marginM = (one: Sight) => one.radiusM - one.distanceM;
    return (carriers.length > 0 ? carriers : sights).reduce<Sight | null>((best, one) => (best === null || marginM(one) > marginM(best) ? one : best), null);
  }

  /** The source and the margin of `deciding` when the truth is more than "no", without a geodesic where bounds will do. */
  function quickDeciding(frame: Frame, row: number, wanted: Truth): { readonly source: number; readonly marginM: number } | null {
    const { scene, from, relations } = frame;
    const eligible = eligibilityIn(frame, key);
    const near = relations.sourcesNear();
    let [found, marginM] = [-1, -Infinity];
    for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number); k++) {
      const source = near.items[k] as number;
      const counts = eligible[source] as Truth;
      if (counts === NO || (byOthers && owns(scene, from + row, source))) continue;
      if (and(withinTruth(frame, row, source, near.straightM[k] as number), counts === MISSING ? REVIEW : counts) !== wanted) continue;
      const radiusM = radiusOf(frame, source);
      const margin = radiusM - quickDistanceM(scene, source, from + row, PRINTED_STEP_M, radiusM);
      // Too alike for quick distances to order.
      if (found !== -1 && Math.abs(margin - marginM) < ALIKE_M) return exactly(frame, row, wanted);
      if (margin > marginM) [found, marginM] = [source, margin];
    }
    return found === -1 ? null : { source: found, marginM };
  }

  function exactly(frame: Frame, row: number, truth: Truth): { readonly source: number; readonly marginM: number } | null {
    const best = deciding(frame, row, truth);
    return best === null ? null : { source: best.source, marginM: best.radiusM - best.distanceM };
  }

  /** What is missing of the source that decides; the same sources are asked about again and again. */
  function missingOf(source: number | null, frame: Frame, row: number, truth: Truth): readonly string[] {
    if (truth === MISSING) return ['lngLat'];
    if (source === null || frame.eligibility === null || (byOthers && owns(frame.scene, frame.from + row, source))) return NOTHING_MISSING;
    const counts = eligibilityIn(frame, key)[source] ?? NO;
    if (counts !== MISSING && counts !== REVIEW) return NOTHING_MISSING;
    let known = doubts.get(frame.eligibility);
    if (known === undefined) doubts.set(frame.eligibility, (known = new Map<number, readonly string[]>()));
    let fields = known.get(source);
    if (fields === undefined) known.set(source, (fields = [...new Set(frame.eligibility.why(key, source).flatMap((evidence) => evidence.missing.map((field) => `heatSource.${field}`)))]));
    return fields;
  }

  return {
    truths,
    evidence: (frame, row, truth) => {
      const best = deciding(frame, row, truth);
      const { set } = openSet(frame);
      const source = best === null ? undefined : frame.scene.sourceList[best.source];
      return {
        test: 'reach',
        set: set.id,
        radiusM: best?.radiusM ?? set.radiusM,
        source: source?.id ?? null,
        sourceName: source?.name ?? null,
        distanceM: best?.distanceM ?? null,
        eligible: best === null ? null : truthWord(best.eligible),
        marginM: best === null ? null : best.radiusM - best.distanceM,
        accuracyM: best?.accuracyM ?? null,
        accuracyAssumed:
          best !== null && (frame.columns.accuracyAssumed[frame.from + row] === 1 || frame.scene.sources.accuracyAssumed[best.source] === 1),
        truth: truthWord(truth),
        missing: missingOf(best?.source ?? null, frame, row, truth),
      };
    },
    quickMarginM: (frame, row, truth) => quickly(frame, row, truth)?.marginM ?? null,
    missing: (frame, row, truth) => missingOf(truth === MISSING ? null : (quickly(frame, row, truth)?.source ?? null), frame, row, truth),
  };

  function quickly(frame: Frame, row: number, truth: Truth) {
    return truth === NO ? exactly(frame, row, truth) : quickDeciding(frame, row, truth);
  }
}

function accuracyOf({ scene, columns, from }: Frame, row: number, source: number): number {
  return (columns.accuracyM[from + row] as number) + (scene.sources.accuracyM[source] as number);
}

function withinBy(distanceM: number, radiusM: number, accuracyM: number): Truth {
  return Math.abs(radiusM - distanceM) < accuracyM ? REVIEW : distanceM <= radiusM ? YES : NO;
}
