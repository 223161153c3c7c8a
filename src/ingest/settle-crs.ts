import type { Message } from '../domain/issue.ts';
import type { Crs } from './datum/crs.ts';
import { judgeCrs, type CrsCandidate, type CrsFinding, type Witness } from './datum/judge-crs.ts';
import { message } from './problem.ts';
import type { Question } from './question.ts';
import type { PlaceOptions } from './read-options.ts';

/** What is said of a file's coordinates by others than the evidence; `null` where nobody does. */
export interface SaidOfCrs {
  readonly given: Crs | null;
  readonly stated: Crs | null;
}

export type SettledCrs =
  | { readonly kind: 'found'; readonly finding: CrsFinding; readonly messages: readonly Message[] }
  | { readonly kind: 'asked'; readonly isSwapped: boolean; readonly messages: readonly [Message]; readonly question: Extract<Question, { kind: 'crs' }> };

/**
 * The system that a file's positions are in, with what is to be said of it; or the question, with the message that puts it.
 *
 * GeoJSON (RFC 7946 §4) and KML are WGS84 by their standards and are asked about all the same when they don't say so
 * themselves: what is drawn over 高德 or 百度 comes out of those tools in GCJ-02 or BD-09, under the same two file names.
 * A zone that is 500 m off closes the wrong plant as surely as a boiler that is.
 */
export function settleCrs(file: string, witnesses: readonly Witness[], { given, stated }: SaidOfCrs, { divisions = [], undeclared = 'assume', isSwapped }: PlaceOptions): SettledCrs {
  const judged = judgeCrs(witnesses, divisions, given, stated);
  if (judged.kind === 'question') return asked(file, judged.candidates, judged.isSwapped);
  const finding = isSwapped === undefined ? judged.finding : { ...judged.finding, isSwapped };
  if (undeclared === 'ask' && isGuess(finding)) return asked(file, finding.candidates, finding.isSwapped);
  return { kind: 'found', finding, messages: saysCrs(file, finding) };
}

function asked(file: string, candidates: readonly CrsCandidate[], isSwapped: boolean): SettledCrs {
  const listed = candidates.map(({ crs, inside, tested }) => `${crs} ${inside}/${tested}`).join(', ');
  return { kind: 'asked', isSwapped, messages: [message('error', 'crs-question', { file, candidates: listed })], question: { kind: 'crs', file, candidates } };
}

/** Positions are there, and nothing tells their system. */
function isGuess({ basis, candidates }: CrsFinding): boolean {
  return basis === 'assumed' && candidates.length > 0;
}

function saysCrs(file: string, { crs, basis, isSwapped, candidates }: CrsFinding): readonly Message[] {
  const best = candidates.find((candidate) => candidate.crs === crs);
  const fit = { file, crs, inside: best?.inside ?? 0, tested: best?.tested ?? 0 };
  return [
    ...(isSwapped ? [message('warning', 'axes-swapped', { file })] : []),
    ...(basis === 'decided' ? [message('warning', 'crs-decided', fit)] : []),
    ...(basis === 'stated' && crs !== 'wgs84' ? [message('info', 'crs-stated', { file, crs })] : []),
    ...(basis === 'assumed' && best !== undefined ? [message('info', 'crs-assumed', fit)] : []),
  ];
}
