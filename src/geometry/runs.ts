import type { Lists } from './lists.ts';
import type { PointIndex } from './point-index.ts';

/**
 * Pairs of a point and something that holds it, as ranges of positions of a `PointIndex`: run r says that the points at
 * `from[r]` to `to[r]` (excluded) are held by `holder[r]`. The runs of one holder stand together, ascend and do not touch.
 */
export interface Runs {
  readonly holder: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Runs while they are being found. */
export interface RunList {
  length: number;
  holder: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
}

export function emptyRuns(): RunList {
  return { length: 0, holder: new Uint32Array(64), from: new Uint32Array(64), to: new Uint32Array(64) };
}

/** Adds a range, which must not begin before the holder's last one ended. */
export function addRun(runs: RunList, holder: number, from: number, to: number): void {
  const last = runs.length - 1;
  if (last >= 0 && runs.to[last] === from && runs.holder[last] === holder) {
    runs.to[last] = to;
    return;
  }
  if (runs.length === runs.holder.length) grow(runs);
  runs.holder[runs.length] = holder;
  runs.from[runs.length] = from;
  runs.to[runs.length] = to;
  runs.length++;
}

function grow(runs: RunList): void {
  runs.holder = doubled(runs.holder);
  runs.from = doubled(runs.from);
  runs.to = doubled(runs.to);
}

function doubled(values: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * values.length);
  larger.set(values);
  return larger;
}

export function finishedRuns({ length, holder, from, to }: RunList): Runs {
  return { holder: holder.slice(0, length), from: from.slice(0, length), to: to.slice(0, length) };
}

/** For each point, by its number, its holders in the order of the runs. Linear in points and pairs. */
export function listsOfRuns(index: PointIndex, runs: Runs): Lists {
  const offsets = new Uint32Array(index.count + 1);
  const next = holdersByPosition(index.point.length, runs);
  for (let k = 0; k < next.length; k++) offsets[(index.point[k] as number) + 1] = next[k] as number;
  for (let i = 0; i < index.count; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number);

  for (let k = 0; k < next.length; k++) next[k] = offsets[index.point[k] as number] as number;
  const items = new Uint32Array(offsets[index.count] as number);
  for (let run = 0; run < runs.holder.length; run++) {
    const holder = runs.holder[run] as number;
    const end = runs.to[run] as number;
    for (let k = runs.from[run] as number; k < end; k++) {
      const at = next[k] as number;
      items[at] = holder;
      next[k] = at + 1;
    }
  }
  return { offsets, items };
}

/** How many runs hold each position: what begins less what has ended. */
function holdersByPosition(positions: number, { from, to }: Runs): Uint32Array {
  const change = new Int32Array(positions + 1);
  for (const at of from) change[at] = (change[at] as number) + 1;
  for (const at of to) change[at] = (change[at] as number) - 1;
  const held = new Uint32Array(positions);
  let open = 0;
  for (let k = 0; k < positions; k++) held[k] = open += change[k] as number;
  return held;
}

/** The numbers of the points in runs, in the order of their positions. */
export function pointsOfRuns(index: PointIndex, { from, to }: Pick<Runs, 'from' | 'to'>): Uint32Array {
  let count = 0;
  for (let run = 0; run < from.length; run++) count += (to[run] as number) - (from[run] as number);
  const points = new Uint32Array(count);
  let at = 0;
  for (let run = 0; run < from.length; run++) {
    points.set(index.point.subarray(from[run], to[run]), at);
    at += (to[run] as number) - (from[run] as number);
  }
  return points;
}

/** The runs of one holder among those of many, which must stand in ascending order of their holders. */
export function runsOfHolder({ holder, from, to }: Runs, wanted: number): Runs {
  const { start, end } = holderRange(holder, wanted);
  return { holder: holder.subarray(start, end), from: from.subarray(start, end), to: to.subarray(start, end) };
}

/** The same runs with those of one holder replaced by others, whatever holder those name. */
export function replaceHolder(runs: Runs, wanted: number, own: Runs): Runs {
  const { start, end } = holderRange(runs.holder, wanted);
  const join = (values: Uint32Array, middle: Uint32Array): Uint32Array => {
    const joined = new Uint32Array(values.length - (end - start) + middle.length);
    joined.set(values.subarray(0, start));
    joined.set(middle, start);
    joined.set(values.subarray(end), start + middle.length);
    return joined;
  };
  return { holder: join(runs.holder, new Uint32Array(own.holder.length).fill(wanted)), from: join(runs.from, own.from), to: join(runs.to, own.to) };
}

function holderRange(holder: Uint32Array, wanted: number): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < holder.length && (holder[start] as number) < wanted) start++;
  let end = start;
  while (end < holder.length && holder[end] === wanted) end++;
  return { start, end };
}
