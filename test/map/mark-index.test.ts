import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { seededRandom } from '../../src/base/random.ts';
import { CERTAINTIES } from '../../src/assess/assessment.ts';
import { markIndexOf, marksOf, type Spot } from './marks.ts';
import { LOOKS, lookOf, placeAmong, verdictOfLook } from '../../src/map/map-marks.ts';
import { countIn, marksAt, nearestMark, pick, withVerdicts, type Hit } from '../../src/map/mark-index.ts';
import { mercator, mercatorPerPx } from '../../src/map/mercator.ts';
import { thinSteps, thinningLevel } from '../../src/map/thin-marks.ts';
import { DUTIES, type Duty } from '../../src/policy/duty.ts';

function spot(index: number, lng: number, lat: number, duty: Duty = 'none', possibleDuty: Duty = duty): Spot {
  return { index, lng, lat, duty, possibleDuty, certainty: duty === possibleDuty ? 'certain' : 'review' };
}

const random = seededRandom(20);
const CITY = Array.from({ length: 400 }, (_, i) =>
  spot(3 * i, 112.5 + random(), 35.2 + random() * 0.6, DUTIES[Math.floor(random() * DUTIES.length)] ?? 'none'),
);
const INDEX = markIndexOf(CITY);

const indices = (hits: readonly { readonly index: number }[]): number[] => hits.map(({ index }) => index);
const drawn = ({ marks, order }: typeof INDEX): number[] => [...order].map((place) => marks.facility[place] ?? -1);

describe('a look', () => {
  it('is one byte for every verdict, and back', () => {
    expect(LOOKS).toBeLessThanOrEqual(256);
    const looks = DUTIES.flatMap((duty, d) => DUTIES.flatMap((possibleDuty, p) => CERTAINTIES.map((certainty, c) => ({ look: lookOf(d, p, c), verdict: { duty, possibleDuty, certainty } }))));
    expect(new Set(looks.map(({ look }) => look)).size).toBe(LOOKS);
    for (const { look, verdict } of looks) expect(verdictOfLook(look)).toEqual(verdict);
    expect(() => verdictOfLook(LOOKS)).toThrow('expected less than');
  });
});

describe('placeAmong', () => {
  it('finds a facility among the marks, or says that it is none of them', () => {
    const marks = marksOf(CITY);
    expect([0, 3, 1197, 1, 1200].map((index) => placeAmong(marks, index))).toEqual([0, 1, 399, -1, -1]);
  });
});

describe('indexMarks', () => {
  it('keeps every mark and draws stronger duties later', () => {
    expect(drawn(INDEX).sort((a, b) => a - b)).toEqual(indices(CITY));
    const ranks = drawn(INDEX).map((index) => DUTIES.indexOf(CITY[index / 3]?.duty ?? 'none'));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });

  it('among equal duties, draws what may demand more later, then the later in the ledger', () => {
    expect(drawn(markIndexOf([spot(0, 112, 35, 'none', 'close'), spot(1, 112, 35), spot(2, 112, 35)]))).toEqual([1, 2, 0]);
  });
});

describe('marksAt', () => {
  it('finds what a look at every mark finds', () => {
    for (let trial = 0; trial < 50; trial++) {
      const probe = { lng: 112.5 + random(), lat: 35.2 + random() * 0.6, zoom: 9, radiusPx: 5 + random() * 60 };
      const [x, y] = mercator(probe.lng, probe.lat);
      const distance = ({ lng, lat }: Spot): number => Math.hypot(mercator(lng, lat)[0] - x, mercator(lng, lat)[1] - y);
      const brute = CITY.filter((one) => distance(one) / mercatorPerPx(probe.zoom) <= probe.radiusPx);
      expect(indices(marksAt(INDEX, probe)).sort((a, b) => a - b)).toEqual(indices(brute));
      const nearest = [...brute].sort((a, b) => distance(a) - distance(b))[0];
      expect(nearestMark(INDEX, probe)?.index).toBe(nearest?.index);
    }
  });

  it('lists the topmost first', () => {
    const index = markIndexOf([spot(0, 112.8, 35.5, 'close'), spot(1, 112.8, 35.5), spot(2, 112.8, 35.5, 'retrofit')]);
    expect(indices(marksAt(index, { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 4 }))).toEqual([0, 2, 1]);
  });

  it('finds nothing where there is nothing', () => {
    expect(marksAt(markIndexOf([]), { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 400 })).toEqual([]);
    expect(marksAt(markIndexOf([spot(0, 113.8, 35.5)]), { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 400 })).toEqual([]);
  });
});

describe('nearestMark', () => {
  it('prefers the near to the strong, and of several at one place the topmost', () => {
    const index = markIndexOf([spot(0, 112.81, 35.5, 'close'), spot(1, 112.801, 35.5), spot(2, 112.801, 35.5, 'retrofit')]);
    expect(nearestMark(index, { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 300 })?.index).toBe(2);
  });

  it('is null beyond the radius', () => {
    expect(nearestMark(markIndexOf([spot(0, 113.8, 35.5)]), { lng: 112.8, lat: 35.5, zoom: 10, radiusPx: 300 })).toBeNull();
  });
});

describe('pick', () => {
  const stack: readonly Hit[] = [4, 7, 9].map((index) => ({ index, lng: 0, lat: 0 }));

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
  it('counts the marks of a rectangle, up to as many as are asked for', () => {
    const brute = CITY.filter(({ lng, lat }) => lng >= 112.7 && lng <= 113 && lat >= 35.3 && lat <= 35.5).length;
    expect(countIn(INDEX, mercator(112.7, 35.5), mercator(113, 35.3))).toBe(brute);
    expect(brute).toBeGreaterThan(10);
    expect(countIn(INDEX, mercator(112.7, 35.5), mercator(113, 35.3), 10)).toBe(10);
  });
});

describe('withVerdicts', () => {
  it('takes other verdicts at the same places, and nothing else', () => {
    const after = { ...INDEX.marks, look: INDEX.marks.look.map((look, at) => (at % 7 === 0 ? lookOf(0, 0, 0) : look)) };
    const redrawn = withVerdicts(INDEX, after);
    expect(redrawn?.order).toBe(INDEX.order);
    expect(redrawn?.marks).toBe(after);
    expect(withVerdicts(INDEX, marksOf(CITY))).toBeNull();
  });
});

describe('thinning', () => {
  const thinned = (spots: readonly Spot[], level: number, cellPx = 3): Set<number> => {
    const index = markIndexOf(spots);
    return new Set([...finish(thinSteps(index, level, cellPx))].map((at) => drawn(index)[at] ?? -1));
  };
  const crowd = fc.array(fc.record({ lng: fc.double({ min: 112.5, max: 112.6, noNaN: true }), lat: fc.double({ min: 35.5, max: 35.6, noNaN: true }), duty: fc.constantFrom(...DUTIES) }), { minLength: 1, maxLength: 120 })
    .map((spots) => spots.map(({ lng, lat, duty }, index) => spot(index, lng, lat, duty)));

  it('keeps the topmost of each cell, whatever the level', () => {
    fc.assert(fc.property(crowd, fc.integer({ min: 5, max: 16 }), (spots, level) => {
      const side = 3 * mercatorPerPx(level);
      const best = new Map<string, number>();
      const index = markIndexOf(spots);
      for (const at of index.order.keys()) best.set(`${Math.floor((index.x[at] ?? 0) / side)}/${Math.floor((index.y[at] ?? 0) / side)}`, drawn(index)[at] ?? -1);
      expect(thinned(spots, level)).toEqual(new Set(best.values()));
    }));
  });

  it('shows again, nearer, all that was shown from afar', () => {
    fc.assert(fc.property(crowd, fc.integer({ min: 5, max: 15 }), (spots, level) => {
      const nearer = thinned(spots, level + 1);
      expect([...thinned(spots, level)].filter((index) => !nearer.has(index))).toEqual([]);
    }));
  });

  it('shows every place when it is near, and hides only what another lies over', () => {
    const apart = Array.from({ length: 50 }, (_, i) => spot(i, 112.5 + i * 0.0001, 35.5));
    expect(thinned(apart, 18).size).toBe(50);
    expect(thinned([...apart, spot(50, 112.5, 35.5, 'close')], 18).has(0)).toBe(false);
    expect([-1, 0, 9.99, 10, 22].map(thinningLevel)).toEqual([0, 0, 9, 10, 18]);
  });
});
