import { memoiseLast } from '../memoise.ts';
import type { CityState, Question, Scenario, Session } from '../session.ts';

/** What the session asks of the engine; `null` until the facts are here. */
export function questionOf(session: Session): Question | null {
  return ask(session.city, session.scenario);
}

const ask = memoiseLast((state: CityState, { asOf, packs: chosen, choices }: Scenario): Question | null => {
  if (state.kind !== 'ready') return null;
  const { city } = state;
  const known = chosen?.filter((id) => city.packs.some((pack) => pack.id === id)) ?? [];
  // A link that names only packs that are not here asks for nothing in particular; an empty choice is a choice.
  const all = chosen === null || (chosen.length > 0 && known.length === 0);
  const packs = city.packs.filter((pack) => all || known.includes(pack.id));
  const key = JSON.stringify([asOf, packs.map((pack) => pack.id), Object.entries(choices).sort()]);
  return { key, city, asOf, packs, choices };
});
