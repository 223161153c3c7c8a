import { gapsOfParts, type Gaps } from '../../src/assess/gaps.ts';
import type { RuleBook } from '../../src/assess/rule-book.ts';
import type { Scene } from '../../src/assess/scene.ts';
import type { Facility } from '../../src/domain/facility.ts';
import { openKeeping } from '../../src/export/kept-columns.ts';
import type { Lang } from '../../src/text/lang.ts';

/** What is known of a long ledger before its first line is written. */
export interface Survey {
  /** Starts afresh; what it returns is shown every facility. */
  readonly openVisit: () => (facility: Facility) => void;
  /** Of the columns to keep (`keptColumns`). */
  readonly keptHeaders: () => readonly string[];
  /** @param sceneOf puts facilities in the setting of the ledger. */
  readonly gaps: (sceneOf: (facilities: readonly Facility[]) => Scene, book: RuleBook) => Gaps;
}

/** Facilities asked at a time where they lie. */
const PART = 65_536;

/**
 * Of which columns something is kept, and where the facilities lie, as far as the law that may bind them depends on it: by
 * their codes, or by the positions of those without one (24 bytes each).
 */
export function openSurvey(lang: Lang): Survey {
  let notes = openNotes(lang);
  return {
    openVisit: () => {
      notes = openNotes(lang);
      return notes.visit;
    },
    keptHeaders: () => notes.keeping.headers(),
    gaps: (sceneOf, book) => gapsOfParts(sceneOf([]), scenes(notes.places(), sceneOf), book),
  };
}

function* scenes(parts: Iterable<readonly Facility[]>, sceneOf: (facilities: readonly Facility[]) => Scene): Generator<Scene> {
  for (const facilities of parts) yield sceneOf(facilities);
}

function openNotes(lang: Lang) {
  const keeping = openKeeping(lang);
  const coded = new Map<string, Facility>();
  let nowhere: Facility | null = null;
  const [lng, lat, accuracyM]: [number[], number[], number[]] = [[], [], []];
  let any: Facility | null = null;

  /** One facility of each code, one without a place, then the positions of the others: enough to tell which law may bind. */
  function* places(): Generator<readonly Facility[]> {
    yield [...coded.values(), ...(nowhere === null ? [] : [nowhere])];
    for (let from = 0; from < lng.length && any !== null; from += PART) {
      const like = any;
      yield Array.from({ length: Math.min(PART, lng.length - from) }, (_, k): Facility => {
        const accuracy = accuracyM[from + k] ?? NaN;
        return { ...like, lngLat: [lng[from + k] ?? NaN, lat[from + k] ?? NaN], locationAccuracyM: Number.isNaN(accuracy) ? null : accuracy };
      });
    }
  }

  return {
    keeping,
    places,
    visit: (facility: Facility): void => {
      keeping.look(facility);
      const { divisionCode, lngLat, locationAccuracyM } = facility;
      if (divisionCode !== null) {
        if (!coded.has(divisionCode)) coded.set(divisionCode, facility);
      } else if (lngLat === null) nowhere ??= facility;
      else {
        any ??= facility;
        lng.push(lngLat[0]);
        lat.push(lngLat[1]);
        accuracyM.push(locationAccuracyM ?? NaN);
      }
    },
  };
}
