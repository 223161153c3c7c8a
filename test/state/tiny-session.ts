import { assess } from '../../src/assess/assess.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { Project } from '../../src/domain/project.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { finishRun, startRun } from '../../src/state/commands/follow-run.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import type { City, Command, Question, Session } from '../../src/state/session.ts';
import { newSession } from '../../src/state/session.ts';
import { HOME, facility, from, heatSource, pack, project, rule } from '../assess/tiny.ts';

/** Small sessions for tests, with answers from the real engine. */

export const TODAY = '2026-11-23';

const CLOSE_SMALL = rule({
  id: 'R-small',
  article: '9',
  subject: { all: [{ word: 'kind', in: ['boiler'] }, { word: 'fuel', in: ['coal'] }] },
  when: { number: 'capacityTph', op: 'lte', limit: 35 },
  deadline: { origin: 'stated', day: '2024-09-30' },
});
const MERGE_NEAR = rule({ id: 'R-near', duty: 'close-or-consolidate', subject: { word: 'fuel', in: ['coal'] }, when: { withinReach: 'big' } });
const INSPECT_GAS = rule({ id: 'R-gas', duty: 'inspect', subject: { word: 'fuel', in: ['gas'] } });

export const PACKS: readonly RulePack[] = [
  pack([CLOSE_SMALL, MERGE_NEAR], {
    id: 'A',
    readings: [
      {
        id: 'r',
        question: { zh: '问', en: 'q' },
        options: [
          { id: 'one', label: { zh: '一', en: '1' } },
          { id: 'two', label: { zh: '二', en: '2' } },
        ],
        chosen: 'one',
        why: { zh: '', en: '' },
      },
    ],
  }),
  pack([INSPECT_GAS], { id: 'B', inForce: { from: '2020-10-01', until: null } }),
];

export const FACILITIES: readonly Facility[] = [
  facility({ id: 'a', name: '甲', enterprise: '第一化肥', capacityTph: 35, lngLat: from(HOME, 10_000), status: 'inUse' }),
  facility({ id: 'b', name: '乙', enterprise: '第二化肥', capacityTph: 75, lngLat: from(HOME, 20_000) }),
  facility({ id: 'c', name: '丙', capacityTph: null, lngLat: from(HOME, 40_000), divisionCode: '140521' }),
  facility({ id: 'd', name: '丁', fuel: 'gas', capacityTph: 10, count: 2, lngLat: from(HOME, 5_000), divisionCode: '140521' }),
  facility({ id: 'e', name: '戊', fuel: 'gas', capacityTph: 2, divisionCode: null }),
  facility({ id: 'f', name: '己', fuel: null, capacityTph: 20, lngLat: from(HOME, 29_000) }),
  facility({ id: 'g', name: '庚', capacityTph: 20, status: 'closed', divisionCode: '140500' }),
];

export function city(parts: Partial<Project> = {}): City {
  return { project: project({ facilities: FACILITIES, heatSources: [heatSource()], ...parts }), packs: PACKS };
}

export function through(session: Session, ...commands: readonly Command[]): Session {
  return commands.reduce((now, command) => command(now), session);
}

/** Asks the engine the session's question, as `driveEngine` does, but at once. */
export const answered: Command = (session) => {
  const question = questionOf(session);
  if (question === null) throw new Error('answered: the session has no city');
  const assessment = judge(question);
  return through(session, startRun(question.key), finishRun(question, assessment));
};

export function judge(question: Question) {
  const assessment = assess(sceneOf(question.city.project), openRuleBook(question.packs, question.asOf, question.choices));
  if (assessment === null) throw new Error('judge: the engine stopped by itself');
  return assessment;
}

export function answeredSession(parts: Partial<Project> = {}): Session {
  return through(newSession(TODAY), receiveCity(city(parts)), answered);
}
