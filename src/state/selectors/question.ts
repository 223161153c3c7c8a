import type { Scenario as DraftScenario } from '../../domain/scenario.ts';
import { scenarioProject } from '../../draft/scenario-project.ts';
import type { RulePack } from '../../policy/rule.ts';
import type { Lang } from '../../text/lang.ts';
import { terms } from '../../text/terms.ts';
import { openScenarioOf } from '../drafts/drafts.ts';
import { memoiseLast } from '../memoise.ts';
import type { OwnPack } from '../own-packs.ts';
import type { City, CityState, Question, Scenario, Session } from '../session.ts';
import { packsOf } from './packs.ts';

/** What the session asks of the engine; `null` until the facts are here. */
export function questionOf(session: Session): Question | null {
  return ask(session, openScenarioOf(session.drafts));
}

type Asking = (session: Session, draft: DraftScenario | null) => Question | null;

/** The law that the session knows: every pack, and those of the reader's own. */
interface Law {
  readonly all: readonly RulePack[];
  readonly own: readonly OwnPack[];
}

/** The work and the outline in hand are asked about in turn: each way of asking remembers its own last question. */
export function newAsking(): Asking {
  /** The city as a scenario would have it; renaming the scenario or planning in it leaves it the same. */
  const draftCity = memoiseLast((city: City, zones: DraftScenario['zones'], reachM: DraftScenario['reachM'], lang: Lang): City =>
    zones.length === 0 && Object.keys(reachM).length === 0 ? city : { ...city, project: scenarioProject(city.project, { zones, reachM }, terms[lang].draftZone) },
  );
  const lawOf = memoiseLast((all: readonly RulePack[], own: readonly OwnPack[]): Law => ({ all, own }));
  const askAbout = memoiseLast(
    (state: CityState, { all, own }: Law, { asOf, packs: chosen, choices: ownChoices }: Scenario, drafted: City | null, readings: DraftScenario['readings'] | null): Question | null => {
      if (state.kind !== 'ready') return null;
      const city = drafted ?? state.city;
      const choices = { ...ownChoices, ...readings };
      const known = chosen?.filter((id) => all.some((pack) => pack.id === id)) ?? [];
      // A link that names only packs that are not here asks for nothing in particular; an empty choice is a choice.
      const everything = chosen === null || (chosen.length > 0 && known.length === 0);
      const packs = all.filter((pack) => everything || known.includes(pack.id));
      const law = [asOf, packs.map((pack) => pack.id), Object.entries(choices).sort(), own.map(({ text }) => text)];
      const key = JSON.stringify(city === state.city ? law : [...law, worldNumber(city)]);
      return { key, city, asOf, packs, choices };
    },
  );
  return (session, draft) => {
    const city = session.city.kind === 'ready' && draft !== null ? draftCity(session.city.city, draft.zones, draft.reachM, session.view.lang) : null;
    return askAbout(session.city, lawOf(packsOf(session) ?? NO_PACKS, session.own), session.scenario, city, draft?.readings ?? null);
  };
}

const NO_PACKS: readonly RulePack[] = [];

const ask = newAsking();

const worlds = new WeakMap<City, number>();
let worldCount = 0;

/** Outlines are too long for a key: each drafted city that is asked about gets a number. */
function worldNumber(city: City): number {
  const number = worlds.get(city) ?? ++worldCount;
  worlds.set(city, number);
  return number;
}
