import type { Steps } from '../base/steps.ts';
import { doneInSlices } from '../worker/in-slices.ts';
import { nextTask } from '../worker/next-task.ts';
import { NO_MARKS, type MapMarks } from './map-marks.ts';
import { indexMarks, indexSteps, withVerdicts, type MarkIndex } from './mark-index.ts';
import type { Box, Sight } from './sight.ts';
import { MOST_UNTHINNED, thinSteps, thinningLevel } from './thin-marks.ts';

/** Marks closer than this on the screen hide one another, px: about a quarter of the smallest mark. */
const CELL_PX = 3;

export interface Drawn {
  readonly index: MarkIndex;
  /** Places in the drawing of the marks that are sent to be drawn; `null` for all of them. */
  readonly places: Uint32Array | null;
  /** Of how many the crowd lets something be seen, in sight or not. */
  readonly count: number;
}

const NOTHING: Drawn = { index: indexMarks(NO_MARKS), places: null, count: 0 };

/** Marks are sent for so much of the sight's own size around it, so that a map can be pulled a way before others are sent. */
const AROUND = 0.5;

export interface KeptDrawn {
  readonly now: () => Drawn;
  /** @param isHeld an outline is in hand: where only verdicts differ, the drawing order stays until it is laid down. */
  readonly show: (marks: MapMarks, isHeld: boolean) => void;
  /** The sight has changed. */
  readonly look: () => void;
  readonly close: () => void;
}

/**
 * Keeps the index of the marks, and which of them are drawn at the zoom. What is quick is done at once; the marks of a
 * province are ordered in slices, and until then those of before stay, drawn and hit alike, unless they are of other data:
 * a click on one would choose whatever has its number now.
 */
export function keepDrawn({ sight, onChange }: { readonly sight: () => Sight; readonly onChange: () => void }): KeptDrawn {
  let wanted = NO_MARKS;
  let drawn = NOTHING;
  /** What was drawn from: the marks of a level, and for which part of the map. */
  let kept: { readonly level: Uint32Array; readonly box: Box } | null = null;
  let levels: ReadonlyMap<number, Uint32Array> = new Map();
  /** Marks lie in the order of their verdicts before an outline was taken in hand. */
  let isOrderStale = false;
  /** Counts what is asked for; an answer to what was asked before is dropped. */
  let asked = 0;

  const put = (next: Drawn): void => {
    drawn = next;
    onChange();
  };

  /** The newest wish is fulfilled, in slices. */
  const inSlices = <T>(steps: Steps<T>, then: (made: T) => void): void => {
    const wish = ++asked;
    const isWanted = (): boolean => wish === asked;
    void nextTask()
      .then(() => (isWanted() ? doneInSlices(steps, isWanted) : null))
      .then((made) => {
        if (made !== null && isWanted()) then(made);
      });
  };

  function show(marks: MapMarks, isHeld: boolean): void {
    if (marks === wanted && (!isOrderStale || isHeld)) return;
    const redrawn = isHeld && wanted === drawn.index.marks ? withVerdicts(drawn.index, marks) : null;
    wanted = marks;
    if (redrawn !== null) {
      isOrderStale = true;
      put({ ...drawn, index: redrawn });
    } else if (marks.facility.length <= MOST_UNTHINNED) {
      asked += 1;
      [levels, kept, isOrderStale] = [new Map(), null, false];
      put({ index: indexMarks(marks), places: null, count: marks.facility.length });
    } else {
      if (drawn !== NOTHING && drawn.index.marks.among !== marks.among) put(NOTHING);
      inSlices(thinnedIndexSteps(marks, () => thinningLevel(sight().zoom)), ({ index, level, thinned }) => {
        [levels, kept, isOrderStale] = [new Map([[level, thinned]]), null, false];
        drawn = { index, places: thinned, count: thinned.length };
        look();
      });
    }
  }

  function look(): void {
    const { index, places } = drawn;
    if (places === null || wanted !== index.marks) return;
    const now = sight();
    const level = thinningLevel(now.zoom);
    const thinned = levels.get(level);
    if (thinned === undefined) {
      inSlices(thinSteps(index, level, CELL_PX), (made) => {
        levels = new Map([...levels, [level, made]]);
        look();
      });
    } else if (kept?.level !== thinned || !holds(kept.box, now)) {
      const box = thinned.length <= MOST_UNTHINNED ? EVERYWHERE : widened(now);
      kept = { level: thinned, box };
      put({ index, places: box === EVERYWHERE ? thinned : within(index, thinned, box), count: thinned.length });
    }
  }

  return {
    now: () => drawn,
    show,
    look,
    close: () => {
      asked += 1;
    },
  };
}

function* thinnedIndexSteps(marks: MapMarks, levelNow: () => number): Steps<{ readonly index: MarkIndex; readonly level: number; readonly thinned: Uint32Array }> {
  const index = yield* indexSteps(marks);
  const level = levelNow();
  return { index, level, thinned: yield* thinSteps(index, level, CELL_PX) };
}

const EVERYWHERE: Box = { west: -Infinity, north: -Infinity, east: Infinity, south: Infinity };

function holds(box: Box, { west, north, east, south }: Box): boolean {
  return box.west <= west && box.north <= north && box.east >= east && box.south >= south;
}

function widened({ west, north, east, south }: Box): Box {
  const [dx, dy] = [(east - west) * AROUND, (south - north) * AROUND];
  return { west: west - dx, north: north - dy, east: east + dx, south: south + dy };
}

function within({ x, y }: MarkIndex, places: Uint32Array, { west, north, east, south }: Box): Uint32Array {
  return places.filter((at) => {
    const [px, py] = [x[at] as number, y[at] as number];
    return px >= west && px <= east && py >= north && py <= south;
  });
}
