import { OUTCOME_INDEX } from './assessment.ts';

const known = new WeakMap<Uint8Array, Uint32Array>();

/**
 * The rows whose outcome demands something, or may: of most rules few or none, so that weighing need not walk all of them.
 * Worked out once; a hold may since have closed some, so ask the outcome of each again.
 */
export function openRows(outcomes: Uint8Array): Uint32Array {
  let rows = known.get(outcomes);
  if (rows === undefined) known.set(outcomes, (rows = rowsOf(outcomes)));
  return rows;
}

function rowsOf(outcomes: Uint8Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < outcomes.length; row++) if ((outcomes[row] as number) >= OUTCOME_INDEX.unknown) count++;
  const rows = new Uint32Array(count);
  for (let row = 0, k = 0; k < count; row++) if ((outcomes[row] as number) >= OUTCOME_INDEX.unknown) rows[k++] = row;
  return rows;
}
