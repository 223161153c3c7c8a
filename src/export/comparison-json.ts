import { totalsOf } from '../assess/compare-totals.ts';
import { comparisonManifest, standingsOf, type ComparisonRequest } from './comparison.ts';

/** The comparison as one JSON text, a facility a line: what both sides were made from, the totals, both verdicts and plans. */
export function* comparisonJsonLines(request: ComparisonRequest): Generator<string> {
  const { comparison, before, after, indices } = request;
  const { all, byCounty, byFuel } = totalsOf(comparison, before.world.data, after.world.data);
  const totals = { all, byCounty: Object.fromEntries(byCounty), byFuel: Object.fromEntries([...byFuel].map(([fuel, group]) => [fuel ?? 'unknown', group])) };
  yield `{"manifest":${JSON.stringify(comparisonManifest(request))},\n"totals":${JSON.stringify(totals)},\n"facilities":[`;
  let separator = '\n';
  for (const at of indices) {
    const compared = comparison.facilities[at];
    if (compared === undefined) throw new Error(`comparisonJsonLines: got row ${at}, expected less than ${comparison.facilities.length}`);
    const { was, is } = standingsOf(request, compared);
    const { id, name, source } = (is ?? was)?.facility ?? {};
    const side = (standing: typeof was) => standing && { verdict: standing.verdict, plan: standing.plan };
    yield `${separator}${JSON.stringify({ id, key: compared.key, name, source, change: compared.change, causes: compared.causes, before: side(was), after: side(is) })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
