import { STRETCH } from '../../base/steps.ts';
import type { Facility } from '../../domain/facility.ts';
import { memoiseSteps } from '../memoise.ts';

/** What a text filter looks through, normalised, by facility: its id, name, enterprise and credit code, a line each. */
export const searchTextsOf = memoiseSteps(function* (facilities: readonly Facility[]) {
  const texts: string[] = [];
  for (const { id, name, enterprise, creditCode } of facilities) {
    texts.push(normalised(`${id}\n${name}\n${enterprise ?? ''}\n${creditCode ?? ''}`));
    if (texts.length % STRETCH === 0) yield texts.length / facilities.length;
  }
  return texts;
});

/** ASCII and the common Han characters, which Unicode's compatibility forms leave as they are: most names. */
const PLAIN = /^[\n -~\u4e00-\u9fff]*$/u;

/** Full-width letters and digits as plain ones, capitals as small: how people search. */
export function normalised(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFKC')).toLowerCase().trim();
}
