import type { Lists } from '../assess/assessment.ts';

/** A whole number of each row: rows of one number are alike in some respect. Many rows, few different ones: each is put into words once. */
export type Numbers = Uint32Array;

/** Rows of one number have one of `numbers` and one value in each column. @param columns of whole numbers from -1 on. */
export function alikeIn(numbers: Numbers, columns: readonly (Uint8Array | Uint16Array | Int16Array)[]): Numbers {
  let so = numbers;
  for (const column of columns) {
    const numberOf = pairNumbers(greatest(column));
    const next = new Uint32Array(so.length);
    for (let row = 0; row < next.length; row++) next[row] = numberOf(so[row] as number, column[row] as number);
    so = next;
  }
  return so;
}

/** Rows of one number have the same list. */
export function alikeInList({ offsets, items }: Lists): Numbers {
  const numberOf = pairNumbers(greatest(items));
  const numbers = new Uint32Array(offsets.length - 1);
  for (let row = 0; row < numbers.length; row++) {
    let number = 0;
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) number = numberOf(number, items[k] as number);
    numbers[row] = number;
  }
  return numbers;
}

/** Gives each pair a number of its own, from 1 on. @param most that a value comes to. */
function pairNumbers(most: number): (number: number, value: number) => number {
  const known = new Map<number, number>();
  return (number, value) => {
    const pair = number * (most + 2) + value + 1;
    let found = known.get(pair);
    if (found === undefined) known.set(pair, (found = known.size + 1));
    return found;
  };
}

function greatest(values: ArrayLike<number>): number {
  let most = -1;
  for (let k = 0; k < values.length; k++) if ((values[k] as number) > most) most = values[k] as number;
  return most;
}
