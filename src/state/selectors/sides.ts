import type { World } from '../../assess/compare.ts';
import type { Scenario as DraftScenario } from '../../domain/scenario.ts';
import { revisionOf } from '../../draft/revision.ts';
import type { ProjectFile } from '../../ingest/read-project-file.ts';
import type { RulePack } from '../../policy/rule.ts';
import { TODAY_KEY } from '../compare-place.ts';
import { memoiseLast } from '../memoise.ts';
import type { City, Question, Session } from '../session.ts';
import { newAsking } from './question.ts';

/** Something that can be compared. */
export interface Side {
  readonly key: string;
  readonly scenario: DraftScenario | null;
  /** The file that it came from; `null`: the work at hand. */
  readonly file: string | null;
  readonly world: World;
}

/** Another piece of work, opened to compare with. */
export interface OtherWork {
  readonly file: string;
  readonly work: ProjectFile;
}

const askToday = newAsking();

/** Today's law and every scenario, of the work at hand and then of the others; none before the facts are here. */
export function sidesOf(session: Session, others: readonly OtherWork[]): readonly Side[] {
  return sides(askToday(session, null), session.drafts.history.present.scenarios, others);
}

const sides = memoiseLast((question: Question | null, scenarios: readonly DraftScenario[], others: readonly OtherWork[]): readonly Side[] => {
  if (question === null) return [];
  const { city, packs, asOf, choices } = question;
  const own = sidesIn(scenarios, null, '', { ...NOTHING_ON_TOP, data: city.project, packs, asOf, choices });
  return [...own, ...others.flatMap(({ file, work }, i) => sidesIn(work.workbook.scenarios, file, `${String(i)}/`, worldOf(work, city)))];
});

const NOTHING_ON_TOP = { zones: [], reachM: {}, plans: {} } as const;

/** Data that is the same need not be asked about twice. */
function worldOf({ data, policies, packs, choices, asOf }: ProjectFile, { project }: City): World {
  const isSame = data.inputs.length > 0 && revisionOf(data) === revisionOf(project);
  const chosen: readonly RulePack[] = packs === null ? policies : policies.filter(({ id }) => packs.includes(id));
  return { ...NOTHING_ON_TOP, data: isSame ? project : data, packs: chosen, asOf, choices };
}

function sidesIn(scenarios: readonly DraftScenario[], file: string | null, prefix: string, today: World): readonly Side[] {
  return [
    { key: `${prefix}${TODAY_KEY}`, scenario: null, file, world: today },
    ...scenarios.map((scenario): Side => ({
      key: `${prefix}${scenario.id}`,
      scenario,
      file,
      world: { ...today, choices: { ...today.choices, ...scenario.readings }, zones: scenario.zones, reachM: scenario.reachM, plans: scenario.plans },
    })),
  ];
}
