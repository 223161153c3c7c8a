import type { Truth } from '../../base/truth.ts';
import { MISSING, NO, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { areaMarginM } from '../../geometry/margin.ts';
import { hasLocation } from '../columns.ts';
import type { Frame } from '../frame.ts';
import type { Place, Places } from '../relations.ts';
import { isListed, listOf } from '../relations.ts';
import { quickAreaMarginM } from './quick-margin.ts';
import type { Predicate } from './predicate.ts';
import { NOTHING_MISSING } from './predicate.ts';

/**
 * The record lies in one of these divisions. Its own division code speaks first; without one, or with one too coarse to
 * answer, its position does, as surely as the outlines are known. A code that says no against a position that surely
 * says yes is `review`: one of the two is wrong.
 */
export function divisionPredicate(codes: readonly string[]): Predicate & { readonly truthAt: (frame: Frame, row: number) => Truth } {
  const asked = codes.map((code) => ({ code: Number.parseInt(code, 10), step: stepOf(Number.parseInt(code, 10)) }));
  const within = (code: number) => asked.some(({ code: ask, step }) => Math.floor(code / step) === Math.floor(ask / step));
  /** The asked division is a part of `code`, so `code` alone leaves it open; an unknown code, 0, is the nation's. */
  const open = (code: number) => asked.some(({ code: ask }) => Math.floor(ask / stepOf(code)) === Math.floor(code / stepOf(code)));

  /** What the record's own code says: 0 is no code. */
  function standingOf(own: number): Standing {
    return within(own) ? 'within' : own === 0 ? 'none' : open(own) ? 'open' : 'elsewhere';
  }

  /** @param byPosition what the position says; `null` without one. */
  function truthBy(standing: Standing, byPosition: Truth | null): Truth {
    if (standing === 'within') return YES;
    if (byPosition === null) return standing === 'elsewhere' ? NO : MISSING;
    return standing === 'elsewhere' ? (byPosition === YES ? REVIEW : NO) : byPosition;
  }

  function truthAt(frame: Frame, row: number): Truth {
    const { columns, from, relations } = frame;
    const standing = standingOf(columns.divisionCode[from + row] as number);
    if (standing === 'within' || !hasLocation(columns, from + row)) return truthBy(standing, null);
    const places = relations.places();
    return truthBy(standing, truthOfPlace(frame, places.list[places.of[row] as number] as Place));
  }

  function truths(frame: Frame): Uint8Array {
    const { columns, from, relations } = frame;
    const truths = new Uint8Array(frame.to - from);
    // Few codes and few places, many rows.
    const standings = new Map<number, Standing>();
    const byPlace: Truth[] = [];
    let places: Places | null = null;
    for (let row = 0; row < truths.length; row++) {
      const own = columns.divisionCode[from + row] as number;
      let standing = standings.get(own);
      if (standing === undefined) standings.set(own, (standing = standingOf(own)));
      if (standing === 'within' || !hasLocation(columns, from + row)) {
        truths[row] = truthBy(standing, null);
        continue;
      }
      places ??= relations.places();
      const place = places.of[row] as number;
      truths[row] = truthBy(standing, (byPlace[place] ??= truthOfPlace(frame, places.list[place] as Place)));
    }
    return truths;
  }

  function truthOfPlace({ scene }: Frame, { codes: places, mayLieBeyond }: Place): Truth {
    if (places.some((code) => !within(code) && open(code))) return MISSING;
    if (places.length === 0) return scene.divisions.some(({ code }) => within(code) || open(code)) ? NO : MISSING;
    if (places.every(within) && !mayLieBeyond) return YES;
    return places.some(within) ? REVIEW : NO;
  }

  const isByCode = ({ columns, from }: Frame, row: number, truth: Truth): boolean => {
    const own = columns.divisionCode[from + row] as number;
    return (within(own) || !open(own)) && truth !== REVIEW;
  };
  const borderOf = (frame: Frame, row: number, truth: Truth, marginM?: typeof areaMarginM | typeof quickAreaMarginM) => (isByCode(frame, row, truth) ? null : nearestBorder(frame, row, marginM));
  const missing = (_frame: Frame, _row: number, truth: Truth) => (truth === MISSING ? ['divisionCode'] : NOTHING_MISSING);

  return {
    truthAt,
    truths,
    evidence: (frame, row, truth) => {
      const byCode = isByCode(frame, row, truth);
      const border = borderOf(frame, row, truth);
      return {
        test: 'division',
        codes,
        found: byCode ? String(frame.columns.divisionCode[frame.from + row]) : border === null ? null : String(frame.scene.divisions[border.division]?.code),
        by: byCode ? 'code' : border === null ? null : 'position',
        marginM: border?.marginM ?? null,
        accuracyM: border?.accuracyM ?? null,
        accuracyAssumed: border !== null && frame.columns.accuracyAssumed[frame.from + row] === 1,
        truth: truthWord(truth),
        missing: missing(frame, row, truth),
      };
    },
    quickMarginM: (frame, row, truth) => borderOf(frame, row, truth, quickAreaMarginM)?.marginM ?? null,
    missing,
  };
}

type Standing = 'none' | 'within' | 'open' | 'elsewhere';

/** 140000 stands for 10,000 codes, 140500 for 100, 140525 for itself; 0 is the nation. */
function stepOf(code: number): number {
  return code === 0 ? 1_000_000 : code % 10_000 === 0 ? 10_000 : code % 100 === 0 ? 100 : 1;
}

/** The smallest division that contains the position so far inside that accuracy does not matter; `null` when none does. */
export function sureDivision({ scene, relations }: Frame, row: number): number | null {
  return scene.divisions[relations.divisionSure()[row] as number]?.code ?? null;
}

function nearestBorder({ scene, columns, from, relations }: Frame, row: number, marginMOf: typeof areaMarginM | typeof quickAreaMarginM = areaMarginM) {
  if (!hasLocation(columns, from + row)) return null;
  const candidates = [...listOf(relations.divisionsAround(), row), ...listOf(relations.divisionsNear(), row)];
  const division = candidates.find((candidate) => scene.divisions[candidate]?.finest);
  if (division === undefined) return null;
  const isInside = isListed(relations.divisionsAround(), row, division);
  const marginM = marginMOf(scene.divisionShapes, division, columns.lng[from + row] as number, columns.lat[from + row] as number, isInside);
  return { division, marginM, accuracyM: (columns.accuracyM[from + row] as number) + (scene.divisions[division]?.accuracyM ?? 0) };
}
