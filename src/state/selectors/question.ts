import type { RulePack } from '../../policy/rule.ts';
import { memoiseLast } from '../memoise.ts';
import type { OwnPack } from '../own-packs.ts';
import type { CityState, Question, Scenario, Session } from '../session.ts';
import { packsOf } from './packs.ts';

/** What the session asks of the engine; `null` until the facts are here. */
export function questionOf(session: Session): Question | null {
  return ask(session.city, packsOf(session) ?? [], session.own, session.scenario);
}

const ask = memoiseLast((state: CityState, all: readonly RulePack[], own: readonly OwnPack[], { asOf, packs: chosen, choices }: Scenario): Question | null => {
  if (state.kind !== 'ready') return null;
  const { city } = state;
  const known = chosen?.filter((id) => all.some((pack) => pack.id === id)) ?? [];
  // A link that names only packs that are not here asks for nothing in particular; an empty choice is a choice.
  const everything = chosen === null || (chosen.length > 0 && known.length === 0);
  const packs = all.filter((pack) => everything || known.includes(pack.id));
  const key = JSON.stringify([asOf, packs.map((pack) => pack.id), Object.entries(choices).sort(), own.map(({ text }) => text)]);
  return { key, city, asOf, packs, choices };
});
