import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { keepDrawn } from '../../src/map/keep-drawn.ts';
import { lookOf, type MapMarks } from '../../src/map/map-marks.ts';
import { mercator } from '../../src/map/mercator.ts';
import type { Sight } from '../../src/map/sight.ts';
import { MOST_UNTHINNED } from '../../src/map/thin-marks.ts';
import { marksOf, type Spot } from './marks.ts';

const random = seededRandom(3);

function marks(count: number): MapMarks {
  return marksOf(Array.from({ length: count }, (_, index): Spot => ({ index, lng: 110 + 4 * random(), lat: 33 + 3 * random(), duty: 'none', possibleDuty: 'none', certainty: 'certain' })));
}

function sightOver(zoom: number, west: number, south: number, east: number, north: number): Sight {
  const [[x0, y0], [x1, y1]] = [mercator(west, north), mercator(east, south)];
  return { zoom, west: x0, north: y0, east: x1, south: y1 };
}

const ALL = sightOver(7, 109, 32, 115, 37);

/** A keeper whose sight the test sets, and which tells when something else is drawn. */
function keeper(sight: Sight) {
  const now = { sight };
  let heard = (): void => undefined;
  const changes: number[] = [];
  const kept = keepDrawn({
    sight: () => now.sight,
    onChange: () => {
      changes.push(kept.now().count);
      heard();
    },
  });
  const change = (): Promise<void> => new Promise((resolve) => { heard = resolve; });
  return { kept, now, changes, change };
}

const closed = (before: MapMarks): MapMarks => ({ ...before, look: before.look.map((look, at) => (at % 3 === 0 ? lookOf(0, 0, 0) : look)) });

describe('keepDrawn', () => {
  it('draws each of a few marks, at once', () => {
    const { kept } = keeper(ALL);
    const few = marks(500);
    kept.show(few, false);
    expect(kept.now()).toMatchObject({ places: null, count: 500 });
    expect(kept.now().index.marks).toBe(few);
  });

  it('orders many in slices; until then those of before stay, and the newest wish is fulfilled', async () => {
    const { kept, change, changes } = keeper(ALL);
    const few = marks(10);
    kept.show(few, false);
    kept.show(marks(MOST_UNTHINNED + 1), false);
    const last = marks(MOST_UNTHINNED + 2);
    const done = change();
    kept.show(last, false);
    expect(kept.now().index.marks).toBe(few);
    await done;
    expect(kept.now().index.marks).toBe(last);
    expect(changes).toHaveLength(2);
  });

  it('does not keep marks of other data while many are ordered', async () => {
    const { kept, change } = keeper(ALL);
    kept.show(marks(10), false);
    const others = { ...marks(MOST_UNTHINNED + 1), among: [] };
    kept.show(others, false);
    expect(kept.now()).toMatchObject({ count: 0, index: { marks: { facility: { length: 0 } } } });
    await change();
    expect(kept.now().index.marks).toBe(others);
  });

  it('draws fewer from afar than from near, and from near only what lies about the sight', async () => {
    const { kept, now, change } = keeper(ALL);
    const all = marks(60_000);
    const first = change();
    kept.show(all, false);
    await first;
    const far = kept.now().count;
    expect(far).toBeLessThan(40_000);
    const nearer = change();
    now.sight = sightOver(14, 111, 34, 111.4, 34.3);
    kept.look();
    await nearer;
    const { count, places, index } = kept.now();
    expect(count).toBeGreaterThan(59_000);
    const inSight = [...index.order.keys()].filter((at) => (index.x[at] ?? 0) >= now.sight.west && (index.x[at] ?? 0) <= now.sight.east && (index.y[at] ?? 0) >= now.sight.north && (index.y[at] ?? 0) <= now.sight.south);
    const sent = new Set(places);
    expect(inSight.length).toBeGreaterThan(100);
    expect(inSight.filter((at) => !sent.has(at)).length).toBeLessThan(3);
    expect(sent.size).toBeLessThan(10 * inSight.length);
    const { places: before } = kept.now();
    kept.look();
    expect(kept.now().places).toBe(before);
    now.sight = sightOver(14, 113, 34, 113.4, 34.3);
    kept.look();
    expect(kept.now().places).not.toBe(before);
  });

  it('leaves the drawing order while an outline is in hand, and orders anew when it is laid down', () => {
    const { kept } = keeper(ALL);
    const few = marks(30);
    kept.show(few, false);
    const { order } = kept.now().index;
    const changed = closed(few);
    kept.show(changed, true);
    expect(kept.now().index).toMatchObject({ marks: changed, order });
    kept.show(changed, false);
    expect(kept.now().index.marks).toBe(changed);
    expect([...kept.now().index.order.slice(-10)]).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27]);
  });
});
