import Flatbush from 'flatbush';
import KDBush from 'kdbush';
import { areaContains } from '../../../src/geometry/contains.ts';
import type { AreaRings } from '../../../src/geometry/rings.ts';
import { polygonTable } from '../../../src/geometry/rings.ts';
import type { PairList } from '../answer.ts';
import { addPair, emptyPairs, fingerprint } from '../answer.ts';
import type { Points } from '../data.ts';
import type { Peer } from '../peer.ts';
import { inProcess } from '../peer.ts';

/*
 * What a careful programmer would write with the two usual indices: candidates from the index, and for each the exact
 * test over chains of edges with bounding boxes and robust predicates, the product's own `areaContains`.
 */

/** An index over the points, searched by each zone's box. */
export function kdbushZones({ lng, lat }: Points, zones: readonly AreaRings[]): Peer {
  const table = polygonTable(zones);
  const index = new KDBush(lng.length, 64, Float64Array);
  for (let i = 0; i < lng.length; i++) index.add(lng[i] as number, lat[i] as number);
  index.finish();
  const work = (): PairList => {
    const pairs = emptyPairs();
    for (let z = 0; z < zones.length; z++) {
      const [west, south, east, north] = table.boxes.subarray(4 * z, 4 * z + 4) as unknown as [number, number, number, number];
      for (const i of index.range(west, south, east, north)) if (areaContains(table, z, lng[i] as number, lat[i] as number)) addPair(pairs, i, z);
    }
    return pairs;
  };
  return inProcess('kdbush + exact chain test', work, () => fingerprint(work()));
}

/** An index over the zones' boxes, searched by each point. */
export function flatbushZones({ lng, lat }: Points, zones: readonly AreaRings[]): Peer {
  const table = polygonTable(zones);
  const index = new Flatbush(zones.length);
  for (let z = 0; z < zones.length; z++) index.add(...(table.boxes.subarray(4 * z, 4 * z + 4) as unknown as [number, number, number, number]));
  index.finish();
  const work = (): PairList => {
    const pairs = emptyPairs();
    for (let i = 0; i < lng.length; i++) {
      const x = lng[i] as number;
      const y = lat[i] as number;
      for (const z of index.search(x, y, x, y)) if (areaContains(table, z, x, y)) addPair(pairs, i, z);
    }
    return pairs;
  };
  return inProcess('flatbush + exact chain test', work, () => fingerprint(work()));
}
