import { earthCentred } from '../geometry/chord.ts';
import type { Columns } from './columns.ts';

const known = new WeakMap<Columns, Float64Array>();

/** The records' positions as earth-centred x, y, z, m, three numbers each; worked out once per table. */
export function earthCentredOf(columns: Columns): Float64Array {
  let xyz = known.get(columns);
  if (xyz === undefined) known.set(columns, (xyz = earthCentred(columns.lng, columns.lat)));
  return xyz;
}
