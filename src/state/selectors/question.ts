import { memoiseLast } from '../memoise.ts';
import type { CityState, Question, Scenario, Session } from '../session.ts';

/** What the session asks of the engine; `null` until the facts are here. */
export function questionOf(session: Session): Question | null {
  return ask(session.city, session.scenario);
}

const ask = memoiseLast((state: CityState, { asOf, packs: chosen, choices }: Scenario): Question | null => {
  if (state.kind !== 'ready') return null;
  const { city } = state;
  const packs = city.packs.filter((pack) => chosen === null || chosen.includes(pack.id));
  const key = JSON.stringify([asOf, packs.map((pack) => pack.id), Object.entries(choices).sort()]);
  return { key, city, asOf, packs, choices };
});
