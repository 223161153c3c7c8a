import type { LngLat } from '../domain/place.ts';
import type { CrsCandidate, Witness } from './datum/judge-crs.ts';
import { toWgs84 } from './datum/to-wgs84.ts';
import { isRecord, member, type Feature } from './geojson.ts';
import { drawnArea } from './polygons.ts';
import { pointCells } from './points-table.ts';
import { rawPositionOf, type PositionField, type RawPosition } from './position.ts';
import { anchorFinder, type PlaceOptions } from './read-options.ts';
import { divisionCodeIn, idOf, openRow, textOf, turnTo, type Row } from './row.ts';
import type { Sheet } from './sheet.ts';

/** The fields that name a place or tell where it lies, of whatever kind it is. */
type NamingField = PositionField | 'id' | 'code' | 'name' | 'enterprise' | 'divisionCode' | 'divisionCodes';

/** The positions of a table of places, as they stand. */
export function tableWitnesses({ file, table, columns }: Sheet<string>, { anchors }: PlaceOptions): readonly Witness[] {
  const row: Row<NamingField> = openRow<NamingField>({ file, sheet: table.sheet, columns, keys: table.keys, crs: 'wgs84' });
  const anchorOf = anchorFinder(anchors);
  const found: Witness[] = [];
  for (const record of table.records) {
    if (record.problem !== undefined) continue;
    turnTo(row, record);
    const geometry = row.feature?.geometry ?? null;
    const at = geometry === null || pointCells(geometry) !== null ? rawPositionOf(row) : middleOf(geometry);
    if (at !== null) found.push(witnessOf(row, at, anchorOf));
  }
  return found;
}

/**
 * Areas, each by the middle of its corners. One position an area: corners of one outline are no independent witnesses, and
 * those of a zone that follows a county's border would speak for whichever system happens to move them inwards.
 */
export function areaWitnesses(areas: readonly { readonly feature: Feature; readonly row: Row<string> }[], { anchors }: PlaceOptions): readonly Witness[] {
  const anchorOf = anchorFinder(anchors);
  return areas.flatMap(({ feature, row }): readonly Witness[] => {
    const at = middleOf(feature.geometry);
    return at === null ? [] : [witnessOf(row, at, anchorOf)];
  });
}

type AnchorOf = ReturnType<typeof anchorFinder>;

function witnessOf(row: Row<NamingField>, [x, y]: RawPosition, anchorOf: AnchorOf): Witness {
  const anchor = anchorOf(idOf(row), textOf(row, 'code'), textOf(row, 'name'), textOf(row, 'enterprise'));
  // A place of several counties is a witness for none.
  return { x, y, divisionCode: divisionCodeIn(textOf(row, 'divisionCode') ?? textOf(row, 'divisionCodes') ?? ''), anchor };
}

/** Deeper than any geometry (a multipolygon has four levels): no use, and an attack on the stack. */
const DEEPEST = 4;

/** The mean of all positions of a geometry, in the numbers that it is given in; `null` where it has none. */
export function middleOf(geometry: unknown): RawPosition | null {
  let [count, x, y] = [0, 0, 0];
  const add = (part: unknown, depth: number): void => {
    if (!Array.isArray(part) || depth > DEEPEST) return;
    const [a, b] = part as readonly unknown[];
    if (typeof a === 'number' && typeof b === 'number' && Number.isFinite(a) && Number.isFinite(b)) [count, x, y] = [count + 1, x + a, y + b];
    else for (const inner of part) add(inner, depth + 1);
  };
  add(isRecord(geometry) ? member(geometry, 'coordinates') : null, 0);
  return count === 0 ? null : [x / count, y / count];
}

/** A geometry with its axes the other way round. */
export function axesTurned(geometry: unknown): unknown {
  const turn = (part: unknown, depth: number): unknown => {
    if (!Array.isArray(part) || depth > DEEPEST) return part;
    const [a, b, ...rest] = part as readonly unknown[];
    return typeof a === 'number' && typeof b === 'number' ? [b, a, ...rest] : part.map((inner: unknown) => turn(inner, depth + 1));
  };
  return isRecord(geometry) ? { ...geometry, coordinates: turn(member(geometry, 'coordinates'), 0) } : geometry;
}

/** Corners that a small map draws of a whole file. */
const MOST_DRAWN = 3000;

/** Candidates with the outlines that they make of areas; thinned first, since each position takes its time to convert. */
export function withOutlines(candidates: readonly CrsCandidate[], geometries: readonly unknown[]): readonly CrsCandidate[] {
  // Read as degrees, the numbers stay as they are.
  const drawn = geometries.flatMap((geometry) => drawnArea(geometry, 'wgs84')?.flatMap((polygon) => polygon.slice(0, 1)) ?? []);
  const step = Math.max(1, Math.ceil(drawn.reduce((sum, outline) => sum + outline.length, 0) / MOST_DRAWN));
  const thinned = drawn.map((outline) => outline.filter((_, k) => k % step === 0));
  return candidates.map((candidate) => ({
    ...candidate,
    outlines: thinned.map((outline) => outline.flatMap(([x, y]) => placed(toWgs84(candidate.crs, x, y)))),
  }));
}

function placed(at: LngLat | null): readonly LngLat[] {
  return at === null ? [] : [at];
}
