import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import type { MapPoint } from '../../src/map/map-types.ts';
import { mercator, mercatorPerPx } from '../../src/map/mercator.ts';
import { changedRanges } from '../../src/map/layers/facilities.ts';
import { countIn, indexPoints, nearestPoint, pick, pointsAt, withVerdicts } from '../../src/map/point-index.ts';
import { DUTIES, type Duty } from '../../src/policy/duty.ts';

function point(index: number, lng: number, lat: number, duty: Duty = 'none', possibleDuty: Duty = duty): MapPoint {
  const certainty = duty === possibleDuty ? 'certain' : 'review';
  return { index, id: `f${index}`, lng, lat, duty, possibleDuty, certainty, label: `f${index}` };
}

const random = seededRandom(20);
const CITY = Array.from({ length: 400 }, (_, i) =>
  point(i, 112.5 + random(), 35.2 + random() * 0.6, DUTIES[Math.floor(random() * DUTIES.length)] ?? 'none'),
);
const INDEX = indexPoints(CITY);

const indices = (points: readonly MapPoint[]): number[] => points.map(({ index }) => index);

describe('indexPoints', () => {
  it('keeps every point and draws stronger duties later', () => {
    expect(indices(INDEX.points).sort((a, b) => a - b)).toEqual(indices(CITY));
    const ranks = INDEX.points.map(({ duty }) => DUTIES.indexOf(duty));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });

  it('among equal duties, draws what may demand more later', () => {
    const { points } = indexPoints([point(0, 112, 35, 'none', 'close'), point(1, 112, 35, 'none')]);
    expect(indices(points)).toEqual([1, 0]);
  });
});

describe('pointsAt', () => {
  it('finds what a look at every point finds', () => {
    for (let trial = 0; trial < 50; trial++) {
      const probe = { lng: 112.5 + random(), lat: 35.2 + random() * 0.6, zoom: 9, radiusPx: 5 + random() * 60 };
      const [x, y] = mercator(probe.lng, probe.lat);
      const brute = CITY.filter(({ lng, lat }) => {
        const [px, py] = mercator(lng, lat);
        return Math.hypot(px - x, py - y) / mercatorPerPx(probe.zoom) <= probe.radiusPx;
      });
      expect(indices(pointsAt(INDEX, probe)).sort((a, b) => a - b)).toEqual(indices(brute));
    }
  });

  it('lists the topmost first', () => {
    const index = indexPoints([point(0, 112.8, 35.5, 'close'), point(1, 112.8, 35.5), point(2, 112.8, 35.5, 'retrofit')]);
    expect(indices(pointsAt(index, { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 4 }))).toEqual([0, 2, 1]);
  });

  it('finds nothing where there is nothing', () => {
    expect(pointsAt(indexPoints([]), { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 400 })).toEqual([]);
  });
});

describe('nearestPoint', () => {
  it('prefers the near to the strong', () => {
    const index = indexPoints([point(0, 112.81, 35.5, 'close'), point(1, 112.801, 35.5)]);
    expect(nearestPoint(index, { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 300 })?.index).toBe(1);
  });

  it('is null beyond the radius', () => {
    expect(nearestPoint(indexPoints([point(0, 113.8, 35.5)]), { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 300 })).toBeNull();
  });
});

describe('pick', () => {
  const stack = [point(4, 0, 0), point(7, 0, 0), point(9, 0, 0)];

  it('takes the topmost, then the one below the selected, and comes round', () => {
    expect(pick(stack, null)?.index).toBe(4);
    expect(pick(stack, 4)?.index).toBe(7);
    expect(pick(stack, 9)?.index).toBe(4);
  });

  it('deselects on empty ground', () => {
    expect(pick([], 4)).toBeNull();
  });
});

describe('countIn', () => {
  it('counts the points of a rectangle', () => {
    const brute = CITY.filter(({ lng, lat }) => lng >= 112.7 && lng <= 113 && lat >= 35.3 && lat <= 35.5).length;
    expect(countIn(INDEX, mercator(112.7, 35.5), mercator(113, 35.3))).toBe(brute);
    expect(brute).toBeGreaterThan(10);
  });
});

describe('withVerdicts', () => {
  it('takes other verdicts at the same places, and nothing else', () => {
    const after = CITY.map((one) => (one.index % 7 === 0 ? { ...one, duty: 'close' as const } : one));
    const patched = withVerdicts(INDEX, CITY, after);
    expect(patched?.tree).toBe(INDEX.tree);
    expect(patched?.points.map(({ index }) => index)).toEqual(INDEX.points.map(({ index }) => index));
    expect(patched?.points.every((one) => one === after[one.index])).toBe(true);
    expect(withVerdicts(INDEX, CITY, CITY.slice(1))).toBeNull();
    expect(withVerdicts(INDEX, CITY, CITY.with(3, point(3, 1, 1)))).toBeNull();
  });
});

describe('changedRanges', () => {
  it('are the runs of other marks; all of them where the marks are others', () => {
    const after = CITY.map((one, at) => (at === 2 || at === 3 || at === 9 ? { ...one } : one));
    expect(changedRanges(after, CITY)).toEqual([{ startRow: 2, endRow: 4 }, { startRow: 9, endRow: 10 }]);
    expect(changedRanges(CITY, CITY)).toEqual([]);
    expect(changedRanges(CITY, undefined)).toEqual([{ startRow: 0, endRow: Infinity }]);
    expect(changedRanges(CITY, CITY.slice(1))).toEqual([{ startRow: 0, endRow: Infinity }]);
  });
});
