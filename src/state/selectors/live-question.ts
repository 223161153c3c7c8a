import type { MultiPolygon } from '../../domain/place.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { flawsOf } from '../../draft/flaws.ts';
import { openScenarioOf } from '../drafts/drafts.ts';
import { memoiseLast } from '../memoise.ts';
import type { Question, Session } from '../session.ts';
import { newAsking } from './question.ts';

/** What an outline in hand asks, while it is sound and differs from the work's; else `null`. */
export function liveQuestionOf(session: Session): Question | null {
  const { drafts } = session;
  const scenario = openScenarioOf(drafts);
  if (drafts.pencil.kind !== 'edit' || scenario === null) return null;
  const { draft, area } = drafts.pencil;
  const worked = scenario.zones.find(({ id }) => id === draft);
  if (worked === undefined || worked.polygons === area || !isUsable(area)) return null;
  return askLive(session, reshaped(scenario, draft, area));
}

const reshaped = memoiseLast((scenario: Scenario, draft: string, area: MultiPolygon): Scenario => ({
  ...scenario,
  zones: scenario.zones.map((zone) => (zone.id === draft ? { ...zone, polygons: area } : zone)),
}));

const isUsable = memoiseLast((area: MultiPolygon): boolean => flawsOf(area).length === 0);

/** What today's law says without the open scenario; `null` while none is open. */
export function baselineQuestionOf(session: Session): Question | null {
  return openScenarioOf(session.drafts) === null ? null : askBaseline(session, null);
}

const askLive = newAsking();
const askBaseline = newAsking();
