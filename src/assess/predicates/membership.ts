import type { Truth } from '../../base/truth.ts';
import { MISSING, NO, or, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { chordSquared, writeEarthCentred } from '../../geometry/chord.ts';
import { isChordWithin } from '../../geometry/chord-distance.ts';
import { latitudeReachDeg } from '../../geometry/ellipsoid.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import type { Bilingual, NamedList } from '../../policy/rule.ts';
import type { Columns } from '../columns.ts';
import { hasLocation } from '../columns.ts';
import { enterpriseCore } from '../enterprise-name.ts';
import type { Frame } from '../frame.ts';
import { eligibilityIn } from '../frame.ts';
import type { ScenePark } from '../scene.ts';
import { ownsAny, ownSources } from '../own-units.ts';
import { eachRow, NOTHING_MISSING, uniform } from './predicate.ts';
import type { Predicate } from './predicate.ts';

/** The enterprise stands on a list of the document, under any of its names. */
export function listPredicate(list: NamedList): Predicate {
  const entryByCore = new Map(list.entries.flatMap((entry) => [entry.enterprise, ...entry.alsoKnownAs].map((name) => [enterpriseCore(name), entry.enterprise] as const)));
  const entryOf = ({ scene, from }: Frame, row: number) => entryByCore.get(scene.enterpriseNames[scene.enterprise[from + row] as number] ?? '') ?? null;
  const missing = (_frame: Frame, _row: number, truth: Truth) => (truth === MISSING ? ['enterprise'] : NOTHING_MISSING);
  return {
    truths: (frame) => eachRow(frame, (row) => (frame.scene.enterprise[frame.from + row] === -1 ? MISSING : entryOf(frame, row) === null ? NO : YES)),
    evidence: (frame, row, truth) => ({
      test: 'list',
      list: list.id,
      entry: entryOf(frame, row),
      truth: truthWord(truth),
      missing: missing(frame, row, truth),
    }),
    missing,
  };
}

/**
 * The facility belongs to an eligible heat source of the set. A ledger that names no owner shows none, so an unknown
 * owner counts as no; a source that may be eligible makes it `review`.
 */
export function ownUnitPredicate(set: string): Predicate {
  function truthAt(frame: Frame, row: number): Truth {
    if (!ownsAny(frame.scene, frame.from + row)) return NO;
    const eligible = eligibilityIn(frame, set);
    const truth = ownSources(frame.scene, frame.from + row).reduce<Truth>((so, source) => or(so, eligible[source] as Truth), NO);
    return truth === MISSING ? REVIEW : truth;
  }

  return {
    truths: (frame) => eachRow(frame, (row) => truthAt(frame, row)),
    evidence: (frame, row, truth) => ({
      test: 'ownUnit',
      source: frame.scene.sourceList[ownSources(frame.scene, frame.from + row)[0] ?? -1]?.name ?? null,
      truth: truthWord(truth),
      missing: NOTHING_MISSING,
    }),
    missing: () => NOTHING_MISSING,
  };
}

/**
 * The facility lies in one of these parks. The ledger's own word decides; a position only raises the question, since a
 * park is known by one point and an accuracy, not by its border.
 */
export function parkPredicate(names: readonly string[]): Predicate {
  const parksOf = ({ scene }: Frame) => scene.parks.filter((park) => names.includes(park.name));

  function nearest(frame: Frame, row: number) {
    const { columns, from } = frame;
    if (!hasLocation(columns, from + row)) return null;
    return parksOf(frame)
      .map((park) => {
        const distanceM = geodesicDistanceM(columns.lng[from + row] as number, columns.lat[from + row] as number, park.lng, park.lat);
        const accuracyM = (columns.accuracyM[from + row] as number) + park.accuracyM;
        return { park, accuracyM, marginM: park.accuracyM - distanceM };
      })
      .reduce<{ park: { name: string }; accuracyM: number; marginM: number } | null>(
        (best, one) => (best === null || one.marginM > best.marginM ? one : best),
        null,
      );
  }

  function truths(frame: Frame): Uint8Array {
    const { scene, columns, from } = frame;
    const parks = parksOf(frame);
    const isNamed = scene.parkNames.map((name) => names.includes(name));
    return eachRow(frame, (row) => {
      const named = scene.park[from + row] as number;
      if (named !== -1) return isNamed[named] ? YES : NO;
      if (parks.length === 0) return NO;
      if (!hasLocation(columns, from + row)) return MISSING;
      return parks.some((park) => isPossible(columns, from + row, park)) ? REVIEW : NO;
    });
  }

  const namedPark = ({ scene, from }: Frame, row: number) => scene.parkNames[scene.park[from + row] as number];
  const nearOf = (frame: Frame, row: number) => (namedPark(frame, row) === undefined ? nearest(frame, row) : null);
  const missing = (_frame: Frame, _row: number, truth: Truth) => (truth === MISSING ? ['lngLat', 'park'] : NOTHING_MISSING);
  return {
    truths,
    evidence: (frame, row, truth) => {
      const named = namedPark(frame, row);
      const near = nearOf(frame, row);
      return {
        test: 'park',
        parks: names,
        park: named ?? near?.park.name ?? null,
        by: named !== undefined ? 'record' : near === null ? null : 'position',
        marginM: near?.marginM ?? null,
        accuracyM: near?.accuracyM ?? null,
        accuracyAssumed: near !== null && frame.columns.accuracyAssumed[frame.from + row] === 1,
        truth: truthWord(truth),
        missing: missing(frame, row, truth),
      };
    },
    quickMarginM: (frame, row) => nearOf(frame, row)?.marginM ?? null,
    missing,
  };
}

/** Whether the facility may lie in the park: no farther from its point than both are known. Most are ruled out by their latitude. */
function isPossible({ lng, lat, accuracyM }: Columns, facility: number, park: ScenePark): boolean {
  const limitM = (accuracyM[facility] as number) + park.accuracyM;
  const [x, y] = [lng[facility] as number, lat[facility] as number];
  if (Math.abs(y - park.lat) > latitudeReachDeg(limitM)) return false;
  const here = new Float64Array(6);
  writeEarthCentred(here, 0, x, y);
  writeEarthCentred(here, 3, park.lng, park.lat);
  const told = isChordWithin(Math.sqrt(chordSquared(here, 0, here, 1)), limitM);
  return told === 0 ? geodesicDistanceM(x, y, park.lng, park.lat) <= limitM : told === 1;
}

/** The text leaves it open; `question` is the reading that says why, where the pack records one. */
export function undecidedPredicate(reason: string, question: Bilingual | null): Predicate {
  return {
    truths: (frame) => uniform(REVIEW, frame.to - frame.from),
    evidence: (_frame, _row, truth) => ({ test: 'undecided', reason, question, truth: truthWord(truth), missing: NOTHING_MISSING }),
    missing: () => NOTHING_MISSING,
  };
}
