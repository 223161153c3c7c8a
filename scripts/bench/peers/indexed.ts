import Flatbush from 'flatbush';
import KDBush from 'kdbush';
import type { AreaRings } from '../../../src/geometry/rings.ts';
import { polygonTable } from '../../../src/geometry/rings.ts';
import type { PairList } from '../answer.ts';
import { addPair, emptyPairs, fingerprint } from '../answer.ts';
import type { Points } from '../data.ts';
import type { Peer } from '../peer.ts';
import { inProcess } from '../peer.ts';
import { chained, chainedContains } from './chain-test.ts';

/* What a careful programmer would write with the two usual indices: candidates from the index, for each the exact test. */

/** An index over the points, searched by each zone's box. */
export function kdbushZones({ lng, lat }: Points, zones: readonly AreaRings[]): Peer {
  const { boxes } = polygonTable(zones);
  const areas = zones.map(chained);
  const index = new KDBush(lng.length, 64, Float64Array);
  for (let i = 0; i < lng.length; i++) index.add(lng[i] as number, lat[i] as number);
  index.finish();
  const work = (): PairList => {
    const pairs = emptyPairs();
    for (let z = 0; z < zones.length; z++) {
      const [west, south, east, north] = boxes.subarray(4 * z, 4 * z + 4) as unknown as [number, number, number, number];
      for (const i of index.range(west, south, east, north)) if (chainedContains(areas[z] ?? [], lng[i] as number, lat[i] as number)) addPair(pairs, i, z);
    }
    return pairs;
  };
  return inProcess('kdbush + exact chain test', work, () => fingerprint(work()));
}

/** An index over the zones' boxes, searched by each point. */
export function flatbushZones({ lng, lat }: Points, zones: readonly AreaRings[]): Peer {
  const { boxes } = polygonTable(zones);
  const areas = zones.map(chained);
  const index = new Flatbush(zones.length);
  for (let z = 0; z < zones.length; z++) index.add(...(boxes.subarray(4 * z, 4 * z + 4) as unknown as [number, number, number, number]));
  index.finish();
  const work = (): PairList => {
    const pairs = emptyPairs();
    for (let i = 0; i < lng.length; i++) {
      const x = lng[i] as number;
      const y = lat[i] as number;
      for (const z of index.search(x, y, x, y)) if (chainedContains(areas[z] ?? [], x, y)) addPair(pairs, i, z);
    }
    return pairs;
  };
  return inProcess('flatbush + exact chain test', work, () => fingerprint(work()));
}
