import type { Truth } from '../../base/truth.ts';
import { MISSING, NO, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { areaMarginM } from '../../geometry/margin.ts';
import { hasLocation } from '../columns.ts';
import type { Frame } from '../frame.ts';
import { isListed, listOf } from '../relations.ts';
import { eachRow } from './predicate.ts';
import type { Predicate } from './predicate.ts';

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

  function truthAt(frame: Frame, row: number): Truth {
    const own = frame.columns.divisionCode[frame.from + row] as number;
    if (within(own)) return YES;
    const elsewhere = !open(own);
    if (!hasLocation(frame.columns, frame.from + row)) return elsewhere ? NO : MISSING;
    const byPosition = truthByPosition(frame, row);
    return elsewhere ? (byPosition === YES ? REVIEW : NO) : byPosition;
  }

  function truthByPosition(frame: Frame, row: number): Truth {
    const sure = sureDivision(frame, row);
    const places = sure === null ? possibleDivisions(frame, row) : [sure];
    if (places.some((code) => !within(code) && open(code))) return MISSING;
    if (places.length === 0) return frame.scene.divisions.some(({ code }) => within(code) || open(code)) ? NO : MISSING;
    const mayLieBeyond = sure === null && frame.relations.mayLieBeyond()[row] === 1;
    if (places.every(within) && !mayLieBeyond) return YES;
    return places.some(within) ? REVIEW : NO;
  }

  return {
    truthAt,
    truths: (frame) => eachRow(frame, (row) => truthAt(frame, row)),
    evidence: (frame, row, truth) => {
      const own = frame.columns.divisionCode[frame.from + row] as number;
      const byCode = (within(own) || !open(own)) && truth !== REVIEW;
      const border = byCode ? null : nearestBorder(frame, row);
      return {
        test: 'division',
        codes,
        found: byCode ? String(own) : border === null ? null : String(frame.scene.divisions[border.division]?.code),
        by: byCode ? 'code' : border === null ? null : 'position',
        marginM: border?.marginM ?? null,
        accuracyM: border?.accuracyM ?? null,
        accuracyAssumed: border !== null && frame.columns.accuracyAssumed[frame.from + row] === 1,
        truth: truthWord(truth),
        missing: truth === MISSING ? ['divisionCode'] : [],
      };
    },
  };
}

/** 140000 stands for 10,000 codes, 140500 for 100, 140525 for itself; 0 is the nation. */
function stepOf(code: number): number {
  return code === 0 ? 1_000_000 : code % 10_000 === 0 ? 10_000 : code % 100 === 0 ? 100 : 1;
}

/** The smallest division that contains the position so far inside that accuracy does not matter; `null` when none does. */
export function sureDivision({ scene, relations }: Frame, row: number): number | null {
  const near = relations.divisionsNear();
  for (const division of listOf(relations.divisionsAround(), row)) {
    if (scene.divisions[division]?.finest && !isListed(near, row, division)) return scene.divisions[division].code;
  }
  return null;
}

function possibleDivisions({ scene, relations }: Frame, row: number): number[] {
  const found = new Set([...listOf(relations.divisionsAround(), row), ...listOf(relations.divisionsNear(), row)]);
  return [...found].flatMap((division) => (scene.divisions[division]?.finest ? [scene.divisions[division].code] : []));
}

function nearestBorder({ scene, columns, from, relations }: Frame, row: number) {
  if (!hasLocation(columns, from + row)) return null;
  const candidates = [...listOf(relations.divisionsAround(), row), ...listOf(relations.divisionsNear(), row)];
  const division = candidates.find((candidate) => scene.divisions[candidate]?.finest);
  if (division === undefined) return null;
  const marginM = areaMarginM(scene.divisionShapes, division, columns.lng[from + row] as number, columns.lat[from + row] as number);
  return { division, marginM, accuracyM: (columns.accuracyM[from + row] as number) + (scene.divisions[division]?.accuracyM ?? 0) };
}
