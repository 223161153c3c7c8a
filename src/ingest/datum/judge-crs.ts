import { lies, type Division } from '../../domain/division.ts';
import type { LngLat } from '../../domain/place.ts';
import { areaContains } from '../../geometry/contains.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import { polygonTable, type PolygonTable } from '../../geometry/rings.ts';
import { crsOfGrid, GRIDS, gridOf, type Crs } from './crs.ts';
import { asEastingNorthing, isProjected, toWgs84 } from './to-wgs84.ts';

/** One position as it stands in the file, with what is known of where it ought to be. */
export interface Witness {
  readonly x: number;
  readonly y: number;
  /** The division that its row names. */
  readonly divisionCode: string | null;
  /** A known place of the same name or code. */
  readonly anchor: LngLat | null;
}

/** How a file's positions fit the map if they are in one system. */
export interface CrsCandidate {
  readonly crs: Crs;
  /** Positions whose row names a division with an outline, and those of them that lie in it. */
  readonly tested: number;
  readonly inside: number;
  /** Positions with a known place of the same name, and how far from it they lie in the middle, m. */
  readonly anchored: number;
  readonly medianM: number | null;
  /** Some of the positions, WGS84, to be shown on a map. */
  readonly points: readonly LngLat[];
  /** Of a file of areas: their outlines, thinned, to be drawn. */
  readonly outlines?: readonly (readonly LngLat[])[];
}

/** A candidate with what it makes of each position: in the division that its row names (1), not (0), or nobody knows (-1). */
interface Trial extends CrsCandidate {
  readonly fits: Int8Array;
}

/** `given` by the user, `stated` by the file, `decided` by the evidence, `assumed` where nothing speaks against the usual. */
export type CrsBasis = 'given' | 'stated' | 'decided' | 'assumed';

export interface CrsFinding {
  readonly crs: Crs;
  readonly basis: CrsBasis;
  /** Latitude stands where longitude is expected, in all of the file. */
  readonly isSwapped: boolean;
  /** Best first; empty where there was nothing to test. */
  readonly candidates: readonly CrsCandidate[];
}

export type CrsJudgement =
  | { readonly kind: 'found'; readonly finding: CrsFinding }
  | { readonly kind: 'question'; readonly isSwapped: boolean; readonly candidates: readonly CrsCandidate[] };

/** Positions that a small map shows. */
const MOST_SHOWN = 200;
/** Of so many positions nearly all must read the other way round before axes count as swapped. */
const LEAST_SWAPPED_SHARE = 0.9;
const DEGREE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const satisfies readonly Crs[];
/** China's territory, whole degrees: the ranges of longitude and latitude have no number in common. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 } as const;

/**
 * Finds the system of a file's positions. What the user or the file says holds; else each candidate is tried on the outlines
 * of the divisions that the rows name and on known places. Evidence decides only when it leaves no doubt; when it speaks
 * for another system than WGS84 but not clearly, or the numbers are metres of some grid, it is a question.
 * With nothing against WGS84, that is assumed: a shift of 500 m often shows in no outline.
 */
export function judgeCrs(witnesses: readonly Witness[], divisions: readonly Division[], given: Crs | null, stated: Crs | null): CrsJudgement {
  const tried = witnesses.filter(({ x, y }) => x !== 0 || y !== 0);
  const inMetres = tried.length > 0 && tried.filter(({ x, y }) => isProjected(x) || isProjected(y)).length * 2 > tried.length;
  const isSwapped = !inMetres && areSwapped(tried);
  const sample = isSwapped ? tried.map((one) => ({ ...one, x: one.y, y: one.x })) : tried;
  const found = (crs: Crs, basis: CrsBasis, candidates: readonly CrsCandidate[]): CrsJudgement => ({
    kind: 'found',
    finding: { crs, basis, isSwapped, candidates },
  });

  const outlines = outlinesOf(divisions);
  const known = given ?? stated;
  if (known !== null && (given !== null || inMetres === (gridOf(known) !== null))) {
    return found(known, given === null ? 'stated' : 'given', inMetres ? [] : tryAll(DEGREE_SYSTEMS, sample, outlines).map(withoutFits));
  }
  if (tried.length === 0) return found('wgs84', 'assumed', []);
  const asked = (candidates: readonly CrsCandidate[]): CrsJudgement => ({ kind: 'question', isSwapped, candidates });
  return inMetres ? judgeGrid(sample, outlines, stated, asked) : judgeDegrees(tryAll(DEGREE_SYSTEMS, sample, outlines), found, asked);
}

function areSwapped(tried: readonly Witness[]): boolean {
  const reversed = tried.filter(({ x, y }) => x >= CHINA.south && x <= CHINA.north && y >= CHINA.west && y <= CHINA.east);
  return tried.length > 0 && reversed.length >= tried.length * LEAST_SWAPPED_SHARE;
}

/** Rows that only one of two candidates puts where they say they are. */
interface Duel {
  readonly gain: number;
  readonly loss: number;
}

/** Chance alone gives so many more gains than losses less than once in ten thousand files. */
function isClear({ gain, loss }: Duel): boolean {
  return gain >= 10 && loss * 10 <= gain && (gain - loss) / Math.sqrt(gain + loss) >= 3.7;
}

function isNoticeable({ gain, loss }: Duel): boolean {
  return gain - loss >= 3 && (gain - loss) / Math.sqrt(gain + loss) >= 1.6;
}

type Found = (crs: Crs, basis: CrsBasis, candidates: readonly CrsCandidate[]) => CrsJudgement;
type Asked = (candidates: readonly CrsCandidate[]) => CrsJudgement;

function judgeDegrees(trials: readonly Trial[], found: Found, asked: Asked): CrsJudgement {
  const duel = (a: Crs, b: Crs): Duel => duelOf(trials.find(({ crs }) => crs === a), trials.find(({ crs }) => crs === b));
  const candidates = trials.map(withoutFits);
  const clear = candidates.filter(({ crs }) => candidates.every((other) => other.crs === crs || isClear(duel(crs, other.crs))));
  const byPlaces = nearestToAnchors(candidates);
  const [best] = clear;
  if (best !== undefined && (byPlaces === null || byPlaces === best.crs)) return found(best.crs, 'decided', candidates);
  if (best === undefined && byPlaces !== null && !candidates.some(({ crs }) => crs !== byPlaces && isNoticeable(duel(crs, byPlaces)))) {
    return found(byPlaces, 'decided', candidates);
  }
  const isDoubtful = best !== undefined || byPlaces !== null || candidates.some(({ crs }) => crs !== 'wgs84' && isNoticeable(duel(crs, 'wgs84')));
  return isDoubtful ? asked(candidates) : found('wgs84', 'assumed', candidates);
}

/** Places of the same name lie within this of each other, and other candidates put them well apart. */
const NEAR_M = 150;
const APART_M = 300;
const LEAST_ANCHORED = 3;

function nearestToAnchors(candidates: readonly CrsCandidate[]): Crs | null {
  const [best, second] = candidates.filter(({ anchored }) => anchored >= LEAST_ANCHORED).sort((a, b) => (a.medianM ?? Infinity) - (b.medianM ?? Infinity));
  return best !== undefined && second !== undefined && (best.medianM ?? Infinity) <= NEAR_M && (second.medianM ?? 0) >= APART_M ? best.crs : null;
}

/** Metres: the zone shows in the easting or on the map, but that the datum is CGCS2000 and not Xian 80 must be stated. */
function judgeGrid(sample: readonly Witness[], outlines: Outlines, stated: Crs | null, asked: Asked): CrsJudgement {
  const fitting = tryAll(possibleGrids(sample), sample, outlines).map(withoutFits).filter(({ points }) => points.length > 0);
  const [best, second] = fitting;
  const candidates = fitting.filter(({ inside, tested }) => tested === 0 || inside * 2 >= (best?.inside ?? 0)).slice(0, 6);
  const isOnly = best !== undefined && best.tested > 0 && best.inside >= best.tested * 0.9 && (second === undefined || second.inside <= second.tested * 0.1);
  if (stated !== null && best !== undefined && (isOnly || fitting.length === 1)) {
    return { kind: 'found', finding: { crs: best.crs, basis: 'decided', isSwapped: false, candidates } };
  }
  return asked(candidates);
}

function possibleGrids(sample: readonly Witness[]): readonly Crs[] {
  const zones = new Set(sample.map(({ x, y }) => Math.floor(asEastingNorthing(x, y)[0] / 1_000_000)));
  return GRIDS.filter(({ zone, widthDeg }) => (zone === null ? zones.has(0) && widthDeg === 3 : zones.has(zone))).map(crsOfGrid);
}

interface Outlines {
  readonly table: PolygonTable;
  readonly numberOf: ReadonlyMap<string, number>;
  readonly codes: readonly string[];
}

function outlinesOf(divisions: readonly Division[]): Outlines {
  const outlined = divisions.filter(({ polygons }) => polygons.length > 0);
  return {
    table: polygonTable(outlined.map(({ polygons }) => polygons)),
    numberOf: new Map(outlined.map(({ code }, n) => [code, n])),
    codes: outlined.map(({ code }) => code),
  };
}

/** The outline that a row's position must lie in; a township's row that of its county. */
function outlineFor({ divisionCode }: Witness, { numberOf, codes }: Outlines): number | undefined {
  if (divisionCode === null) return undefined;
  return numberOf.get(divisionCode) ?? numberOf.get(codes.find((code) => lies(divisionCode, code)) ?? '');
}

function withoutFits({ crs, tested, inside, anchored, medianM, points }: Trial): CrsCandidate {
  return { crs, tested, inside, anchored, medianM, points };
}

function tryAll(systems: readonly Crs[], sample: readonly Witness[], outlines: Outlines): readonly Trial[] {
  const tried = systems.map((crs) => tryOut(crs, sample, outlines));
  return tried.sort((a, b) => b.inside - a.inside);
}

function tryOut(crs: Crs, sample: readonly Witness[], outlines: Outlines): Trial {
  let [tested, inside] = [0, 0];
  const points: LngLat[] = [];
  const offM: number[] = [];
  const made = new Int8Array(sample.length).fill(-1);
  const step = Math.max(1, Math.ceil(sample.length / MOST_SHOWN));
  for (const [k, witness] of sample.entries()) {
    const position = toWgs84(crs, witness.x, witness.y);
    const outline = outlineFor(witness, outlines);
    if (outline !== undefined) {
      const fits = position !== null && areaContains(outlines.table, outline, position[0], position[1]);
      tested += 1;
      if (fits) inside += 1;
      made[k] = fits ? 1 : 0;
    }
    if (position === null) continue;
    if (k % step === 0) points.push(position);
    if (witness.anchor !== null) offM.push(geodesicDistanceM(position[0], position[1], witness.anchor[0], witness.anchor[1]));
  }
  offM.sort((a, b) => a - b);
  return { crs, tested, inside, anchored: offM.length, medianM: offM[offM.length >> 1] ?? null, points, fits: made };
}

function duelOf(a: Trial | undefined, b: Trial | undefined): Duel {
  let [gain, loss] = [0, 0];
  for (const [k, fitsA] of a?.fits.entries() ?? []) {
    const fitsB = b?.fits[k] ?? -1;
    if (fitsA > fitsB && fitsB >= 0) gain += 1;
    if (fitsB > fitsA && fitsA >= 0) loss += 1;
  }
  return { gain, loss };
}
