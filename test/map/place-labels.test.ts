import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { mapLabel, type MapLabel } from '../../src/map/labels/map-label.ts';
import { placeLabels, type Box, type Room } from '../../src/map/labels/place-labels.ts';

const WIDTH = 60;
const HEIGHT = 20;

/** Degrees are pixels here, so that a test can be read. */
function room(change: Partial<Room> = {}): Room {
  return {
    zoom: 10,
    frame: { left: 0, top: 0, right: 400, bottom: 300 },
    taken: [],
    project: ([x, y]) => ({ x, y }),
    measure: ({ text }) => ({ lines: [text], width: WIDTH, height: HEIGHT }),
    marksUnder: () => 0,
    ...change,
  };
}

function label(text: string, x: number, y: number, change: Partial<MapLabel> = {}): MapLabel {
  return mapLabel({ text, places: [[x, y]], colour: '#000000', priority: 1, ...change });
}

const names = (labels: readonly MapLabel[], where: Room): string[] => placeLabels(labels, where).map((placed) => placed.label.text);

describe('placeLabels', () => {
  it('puts the important first and leaves out what finds no room', () => {
    expect(names([label('minor', 100, 100, { priority: 2 }), label('major', 110, 105)], room())).toEqual(['major']);
  });

  it('moves a label to another side of its symbol rather than dropping it', () => {
    const [, moved] = placeLabels([label('first', 100, 120), label('symbol', 100, 100, { clearPx: 10, priority: 2 })], room());
    expect(moved?.dy).toBeLessThan(0);
  });

  it('stays inside the frame and off what is taken', () => {
    expect(names([label('cut', 20, 100)], room())).toEqual([]);
    expect(names([label('under a button', 380, 20)], room({ taken: [{ left: 340, top: 0, right: 400, bottom: 60 }] }))).toEqual([]);
  });

  it('takes the place that hides the fewest facilities', () => {
    const places = [[100, 100], [300, 200]] as const;
    const crowded = (box: Box): number => (box.left < 200 ? 9 : 0);
    const [placed] = placeLabels([label('county', 0, 0, { places })], room({ marksUnder: crowded }));
    expect(placed?.place).toEqual([300, 200]);
    const [free] = placeLabels([label('county', 0, 0, { places })], room());
    expect(free?.place).toEqual([100, 100]);
  });

  it('avoids the symbols of other labels', () => {
    const [upper] = placeLabels(
      [label('upper', 200, 100, { clearPx: 10 }), label('lower', 200, 122, { clearPx: 10, priority: 2 })],
      room(),
    );
    expect(upper?.dy).toBeLessThan(0);
  });

  it('shows a label from its first zoom up to its last', () => {
    const shy = label('shy', 100, 100, { minZoom: 10, maxZoom: 12 });
    expect(names([shy], room({ zoom: 9.9 }))).toEqual([]);
    expect(names([shy], room({ zoom: 10 }))).toEqual(['shy']);
    expect(names([shy], room({ zoom: 12 }))).toEqual([]);
  });

  it('never lets two labels touch, wherever they want to stand', () => {
    const random = seededRandom(3);
    const many = Array.from({ length: 80 }, (_, i) =>
      label(`n${i}`, random() * 400, random() * 300, { clearPx: random() < 0.5 ? 0 : 8, priority: i % 5 }),
    );
    const placed = placeLabels(many, room());
    const boxes = placed.map(({ place: [x, y], dx, dy }) => ({ x: x + dx, y: y + dy }));
    boxes.forEach((a, at) => {
      for (const b of boxes.slice(at + 1)) {
        expect(Math.abs(a.x - b.x) >= WIDTH || Math.abs(a.y - b.y) >= HEIGHT).toBe(true);
      }
    });
    expect(placed.length).toBeGreaterThan(15);
  });
});
