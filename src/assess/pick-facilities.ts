import type { Lists } from './assessment.ts';
import type { Columns } from './columns.ts';
import type { Relations } from './relations.ts';
import type { Scene } from './scene.ts';

/** The scene with some of its facilities only, in the order given. */
export function pickFacilities(scene: Scene, rows: Uint32Array): Scene {
  return {
    ...scene,
    facilities: pickColumns(scene.facilities, rows),
    enterprise: pick(scene.enterprise, rows),
    creditCode: pick(scene.creditCode, rows),
    park: pick(scene.park, rows),
  };
}

function pickColumns(columns: Columns, rows: Uint32Array): Columns {
  const each = <Key extends string, Column extends Typed>(record: Readonly<Record<Key, Column>>): Record<Key, Column> =>
    Object.fromEntries(Object.entries<Column>(record).map(([key, column]) => [key, pick(column, rows)])) as Record<Key, Column>;
  return {
    count: rows.length,
    numbers: each(columns.numbers),
    words: each(columns.words),
    vocabulary: columns.vocabulary,
    flags: each(columns.flags),
    lng: pick(columns.lng, rows),
    lat: pick(columns.lat, rows),
    accuracyM: pick(columns.accuracyM, rows),
    accuracyAssumed: pick(columns.accuracyAssumed, rows),
    divisionCode: pick(columns.divisionCode, rows),
  };
}

type Typed = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

function pick<Column extends Typed>(column: Column, rows: Uint32Array): Column {
  const picked = column.slice(0, rows.length) as Column;
  for (let k = 0; k < rows.length; k++) picked[k] = column[rows[k] as number] as number;
  return picked;
}

/** The relations of the picked facilities, out of those of all. */
export function pickRelations(whole: Relations, rows: Uint32Array): Relations {
  const near = whole.sourcesNear();
  const places = whole.places();
  const [zonesAround, zonesNear, divisionsAround, divisionsNear] = [whole.zonesAround(), whole.zonesNear(), whole.divisionsAround(), whole.divisionsNear()].map((lists) => pickLists(lists, rows)) as [Lists, Lists, Lists, Lists];
  const divisionSure = pick(whole.divisionSure(), rows);
  const of = pick(places.of, rows);
  const sources = pickLists(near, rows);
  const sourcesNear = { ...sources, straightM: Float64Array.from(placesInLists(near, rows), (at) => near.straightM[at] as number) };
  return {
    index: whole.index,
    zoneRuns: whole.zoneRuns,
    zonesAround: () => zonesAround,
    zonesNear: () => zonesNear,
    divisionsAround: () => divisionsAround,
    divisionsNear: () => divisionsNear,
    divisionSure: () => divisionSure,
    mayLieBeyond: () => pick(whole.mayLieBeyond(), rows),
    places: () => ({ of, list: places.list }),
    sourcesNear: () => sourcesNear,
  };
}

function pickLists(lists: Lists, rows: Uint32Array): Lists {
  const offsets = new Uint32Array(rows.length + 1);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    offsets[k + 1] = (offsets[k] as number) + (lists.offsets[row + 1] as number) - (lists.offsets[row] as number);
  }
  return { offsets, items: Uint32Array.from(placesInLists(lists, rows), (at) => lists.items[at] as number) };
}

/** Where the items of these rows stand, one after another. */
function placesInLists({ offsets }: Lists, rows: Uint32Array): number[] {
  const places: number[] = [];
  for (const row of rows) for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) places.push(at);
  return places;
}
