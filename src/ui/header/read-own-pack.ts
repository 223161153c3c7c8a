import type { Result } from '../../base/result.ts';
import { failed, ok } from '../../base/result.ts';
import { jsonFault } from '../../policy/json-fault.ts';
import type { PackProblem } from '../../policy/pack-problem.ts';
import { parseRulePack } from '../../policy/parse-rule-pack.ts';
import type { Bilingual } from '../../policy/rule.ts';
import type { OwnPack } from '../../state/own-packs.ts';
import { sayJsonFault } from '../../text/json-fault.ts';

/** Many times the largest document; a bigger file is another file. */
export const MOST_BYTES = 2_000_000;

/** Why a file is no rule pack. */
export type Refusal = { readonly file: string } & (
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'not-json'; readonly sentence: Bilingual }
  | { readonly kind: 'not-a-pack'; readonly problems: readonly PackProblem[] }
);

/** Reads a file that somebody hopes is a rule pack; gives the pack, or one refusal that says what to mend. Never throws on data. */
export function readOwnPack(file: string, bytes: Uint8Array): Result<OwnPack, Refusal> {
  if (bytes.length > MOST_BYTES) return failed([{ file, kind: 'too-large' }]);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed([{ file, kind: 'not-text' }]);
  }
  const fault = jsonFault(text);
  if (fault !== null) return failed([{ file, kind: 'not-json', sentence: { zh: sayJsonFault('zh', fault), en: sayJsonFault('en', fault) } }]);
  const own = ownPackOf(file, text);
  return own.pack === null ? failed([{ file, kind: 'not-a-pack', problems: own.problems }]) : ok(own);
}

/** A pack from text that is JSON; with its problems when it is no pack (any more). */
export function ownPackOf(file: string, text: string): OwnPack {
  const read = parseRulePack(JSON.parse(text));
  return read.ok ? { file, text, pack: read.value, problems: [] } : { file, text, pack: null, problems: read.problems };
}
