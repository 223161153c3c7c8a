import { chordLimits, writeEarthCentred } from './chord.ts';
import { firstRowReaching } from './edge-rows.ts';
import { latitudeReachDeg, RADIANS } from './ellipsoid.ts';
import { geodesicDistanceM } from './geodesic.ts';
import type { PointIndex } from './point-index.ts';
import { firstAtLeast, firstBeyond } from './position-search.ts';
import type { Centres, MeridianBounds, RowStrips } from './row-strips.ts';
import { boundMeridian, centresAt, isPlace, rowStrips } from './row-strips.ts';
import type { RunList, Runs } from './runs.ts';
import { addRun, emptyRuns, finishedRuns } from './runs.ts';

/*
 * A circle meets a row in one interval of longitudes. The bounds of row-strips.ts give a wider one, outside of which
 * every point of the row is surely beyond the radius, and a narrower one, inside of which every point is surely within;
 * only the points between the two are looked at, each by its chord first and by the geodesic where that leaves it open.
 */

/** From this half width on, degrees, an interval may meet itself round the world: then every point of the row is looked at. */
const NEARLY_ROUND_DEG = 179.9;

/**
 * Which centres reach which points: geodesic ≤ radius, exactly; one radius a centre, m. A centre without coordinates
 * reaches nothing, nor does a negative or NaN radius.
 */
export function centreRuns(index: PointIndex, centreLng: Float64Array, centreLat: Float64Array, radiusM: Float64Array): Runs {
  const work: Work = {
    index,
    strips: rowStrips(index),
    centres: centresAt(centreLng, centreLat),
    bounds: { leastSquared: 0, mostSquared: 0, leastAxis: 0, mostAxis: 0 },
    xyz: new Float64Array(3),
    runs: emptyRuns(),
  };
  for (let centre = 0; centre < centreLng.length; centre++) {
    const radius = radiusM[centre] as number;
    if (radius >= 0 && isPlace(work.centres, centre)) runsOfCentre(work, centre, radius);
  }
  return finishedRuns(work.runs);
}

interface Work {
  readonly index: PointIndex;
  readonly strips: RowStrips;
  readonly centres: Centres;
  readonly bounds: MeridianBounds;
  readonly xyz: Float64Array;
  readonly runs: RunList;
}

/** One centre, its circle and the squares of the chords that prove a point within or beyond. */
interface Circle {
  readonly centre: number;
  readonly lng: number;
  readonly lat: number;
  readonly xyz: Float64Array;
  readonly radiusM: number;
  readonly withinSquared: number;
  readonly beyondSquared: number;
}

function runsOfCentre(work: Work, centre: number, radiusM: number): void {
  const { index, strips, centres, bounds } = work;
  const { surelyWithin, surelyBeyond } = chordLimits(radiusM);
  const lng = centres.lng[centre] as number;
  const lat = centres.lat[centre] as number;
  const xyz = new Float64Array(3);
  writeEarthCentred(xyz, 0, lng, lat);
  const withinSquared = surelyWithin > 0 ? surelyWithin * surelyWithin : -1;
  const circle: Circle = { centre, lng, lat, xyz, radiusM, withinSquared, beyondSquared: surelyBeyond * surelyBeyond };

  const reachDeg = latitudeReachDeg(surelyBeyond);
  const endRow = firstRowReaching(index.south, lat + reachDeg, true);
  for (let row = firstRowReaching(index.north, lat - reachDeg); row < endRow; row++) {
    boundMeridian(bounds, strips, row, row, centres, centre);
    const axis = centres.axis[centre] as number;
    const widest = halfWidthDeg((circle.beyondSquared - bounds.leastSquared) / (4 * bounds.leastAxis * axis));
    if (widest < 0) continue;
    const surest = halfWidthDeg((circle.withinSquared - bounds.mostSquared) / (4 * bounds.mostAxis * axis));
    const start = index.rowStart[row] as number;
    const end = index.rowStart[row + 1] as number;
    if (surest >= 180) addRun(work.runs, centre, start, end);
    else if (widest >= NEARLY_ROUND_DEG) lookAtEach(work, circle, start, end);
    else runsOfRow(work, circle, start, end, widest, surest);
  }
}

/** The angle whose half has this square of its sine, degrees; negative when there is none, 180 when all have. */
function halfWidthDeg(sineSquared: number): number {
  if (sineSquared >= 1) return 180;
  return sineSquared >= 0 ? (2 * Math.asin(Math.sqrt(sineSquared))) / RADIANS : -1;
}

function runsOfRow(work: Work, circle: Circle, start: number, end: number, widest: number, surest: number): void {
  const { lng } = work.index;
  const first = lng[start] as number;
  const last = lng[end - 1] as number;
  for (let middle = circle.lng - 360; middle <= circle.lng + 360; middle += 360) {
    if (middle + widest < first || middle - widest > last) continue;
    const from = firstAtLeast(lng, start, end, middle - widest);
    const sureFrom = surest < 0 ? from : firstAtLeast(lng, from, end, middle - surest);
    const sureTo = surest < 0 ? from : firstAtLeast(lng, sureFrom, end, middle + surest);
    const to = firstBeyond(lng, sureTo, end, middle + widest);
    lookAtEach(work, circle, from, sureFrom);
    if (sureTo > sureFrom) addRun(work.runs, circle.centre, sureFrom, sureTo);
    lookAtEach(work, circle, sureTo, to);
  }
}

function lookAtEach({ index, xyz, runs }: Work, circle: Circle, from: number, to: number): void {
  const { centre, radiusM, withinSquared, beyondSquared } = circle;
  const x = circle.xyz[0] as number;
  const y = circle.xyz[1] as number;
  const z = circle.xyz[2] as number;
  for (let k = from; k < to; k++) {
    const lng = index.lng[k] as number;
    const lat = index.lat[k] as number;
    writeEarthCentred(xyz, 0, lng, lat);
    const squared = ((xyz[0] as number) - x) ** 2 + ((xyz[1] as number) - y) ** 2 + ((xyz[2] as number) - z) ** 2;
    if (squared > beyondSquared) continue;
    if (squared < withinSquared || geodesicDistanceM(lng, lat, circle.lng, circle.lat) <= radiusM) addRun(runs, centre, k, k + 1);
  }
}
