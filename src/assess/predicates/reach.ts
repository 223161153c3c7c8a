import type { Truth } from '../../base/truth.ts';
import { and, MISSING, NO, or, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { hasLocation } from '../columns.ts';
import type { Frame } from '../frame.ts';
import { eligibilityIn } from '../frame.ts';
import { owns } from '../own-units.ts';
import type { OpenSourceSet } from '../rule-book.ts';
import { sourceDistanceM } from '../source-distance.ts';
import { eachRow } from './predicate.ts';
import type { Predicate } from './predicate.ts';

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

/**
 * The position lies within the radius of an eligible source: distance ≤ radius by the geodesic, `review` when the
 * margin is smaller than what is known of both positions, or when nothing shows whether the source counts.
 *
 * @param key the source set, by `scopedId`.
 * @param byOthers whether the sources of the facility's own enterprise are left out.
 */
export function reachPredicate(key: string, byOthers: boolean): Predicate {
  function truthAt(frame: Frame, row: number): Truth {
    if (frame.scene.sources.count === 0) return NO;
    if (!hasLocation(frame.columns, frame.from + row)) return eligibilityIn(frame, key).every((truth) => truth === NO) ? NO : MISSING;
    const near = frame.relations.sourcesNear();
    let truth: Truth = NO;
    for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number); k++) {
      truth = or(truth, sight(frame, row, near.items[k] as number, near.distanceM[k] as number).truth);
    }
    return truth;
  }

  function sight(frame: Frame, row: number, source: number, distanceM: number): Sight {
    const { scene, columns, from } = frame;
    const radiusM = scene.sourceList[source]?.reachM ?? openSet(frame).set.radiusM;
    const accuracyM = (columns.accuracyM[from + row] as number) + (scene.sources.accuracyM[source] as number);
    const eligible = byOthers && owns(scene, from + row, source) ? NO : ((eligibilityIn(frame, key)[source] ?? NO) as Truth);
    const within = Math.abs(radiusM - distanceM) < accuracyM ? REVIEW : distanceM <= radiusM ? YES : NO;
    return { source, distanceM, radiusM, accuracyM, eligible, truth: and(within, eligible === MISSING ? REVIEW : eligible) };
  }

  function openSet({ book }: Frame): OpenSourceSet {
    const found = book.sourceSets.get(key);
    if (found === undefined) throw new Error(`reachPredicate: got source set ${key}, expected one of ${[...book.sourceSets.keys()].join(', ')}`);
    return found;
  }

  /** The source that carries the truth, nearest first; else the one whose reach comes nearest, eligible ones first. */
  function deciding(frame: Frame, row: number, truth: Truth): Sight | null {
    const { scene, columns, from } = frame;
    if (!hasLocation(columns, from + row)) return null;
    const [lng, lat] = [columns.lng[from + row] as number, columns.lat[from + row] as number];
    const sights = scene.sourceList.map((_, s) =>
      sight(frame, row, s, sourceDistanceM(scene, s, lng, lat)),
    );
    const carriers = truth === NO ? sights.filter(({ eligible }) => eligible !== NO) : sights.filter((one) => one.truth === truth);
    const marginM = (one: Sight) => one.radiusM - one.distanceM;
    return (carriers.length > 0 ? carriers : sights).reduce<Sight | null>((best, one) => (best === null || marginM(one) > marginM(best) ? one : best), null);
  }

  return {
    truths: (frame) => eachRow(frame, (row) => truthAt(frame, row)),
    evidence: (frame, row, truth) => {
      const best = deciding(frame, row, truth);
      const { set } = openSet(frame);
      const source = best === null ? undefined : frame.scene.sourceList[best.source];
      const doubts = best?.eligible === MISSING || best?.eligible === REVIEW ? (frame.eligibility?.why(key, best.source) ?? []).flatMap((evidence) => evidence.missing) : [];
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
        missing: truth === MISSING ? ['lngLat'] : [...new Set(doubts.map((field) => `heatSource.${field}`))],
      };
    },
  };
}
