import type { Assessment } from '../../assess/assessment.ts';
import { notePatch } from '../../assess/differing-rows.ts';
import { patched } from '../../assess/reassess-zone.ts';
import type { HeatSource } from '../../domain/heat-source.ts';
import type { Project } from '../../domain/project.ts';
import type { Zone } from '../../domain/zone.ts';
import type { Engine } from '../../worker/run-assessment.ts';
import type { EngineDoor } from '../drive-engine.ts';
import type { Answer, Question } from '../session.ts';

/**
 * An engine for questions that follow one another closely: where a question differs from the last only in the outline of
 * one zone, only that zone is judged again. The answer equals a full run's. One question at a time.
 */
export function liveDoor(open: () => Promise<Pick<Engine, 'run' | 'edit'>>): Pick<EngineDoor, 'run'> {
  let last: Answer | null = null;
  return {
    run: async (question, onProgress) => {
      const engine = await open();
      const before = last;
      // Until it is answered nothing can build on it.
      last = null;
      const answer = await answerFrom(engine, before, question, onProgress);
      if (answer !== 'superseded') last = { question, assessment: answer };
      return answer;
    },
  };
}

async function answerFrom(
  engine: Pick<Engine, 'run' | 'edit'>,
  before: Answer | null,
  question: Question,
  onProgress: (share: number) => void,
): Promise<Assessment | 'superseded'> {
  const { city, packs, asOf, choices } = question;
  const at = before === null ? null : redrawnZone(before.question, question);
  const zone = at === null ? undefined : city.project.zones[at];
  if (before === null || at === null || zone === undefined) return engine.run({ project: city.project, packs, asOf, choices }, onProgress);
  const patch = await engine.edit(at, zone.polygons);
  if (patch === 'superseded') return patch;
  const answer = patched(before.assessment, patch);
  notePatch(answer, before.assessment, patch);
  return answer;
}

/** Index of the one zone whose outline differs, when nothing else that the engine looks at does; else `null`. */
export function redrawnZone(before: Question, after: Question): number | null {
  const [was, is] = [before.city.project, after.city.project];
  const isSameLaw = before.asOf === after.asOf && isSame(before.packs, after.packs) && JSON.stringify(before.choices) === JSON.stringify(after.choices);
  if (!isSameLaw || !isSameWorld(was, is) || was.zones.length !== is.zones.length) return null;
  const different = was.zones.flatMap((zone, i) => (zone === is.zones[i] ? [] : [i]));
  const [at] = different;
  const [old, fresh] = [was.zones[at ?? -1], is.zones[at ?? -1]];
  if (different.length !== 1 || at === undefined || old === undefined || fresh === undefined) return null;
  return isSameButOutline(old, fresh) ? at : null;
}

function isSameWorld(a: Project, b: Project): boolean {
  return (
    a.facilities === b.facilities && a.parks === b.parks && a.divisions === b.divisions && a.skippedZones === b.skippedZones &&
    a.heatSources.length === b.heatSources.length && a.heatSources.every((source, i) => isSameSource(source, b.heatSources[i]))
  );
}

/** A scenario's reach makes a new record of the same source each time. */
function isSameSource(a: HeatSource, b: HeatSource | undefined): boolean {
  return a === b || (b !== undefined && a.original === b.original && a.id === b.id && a.reachM === b.reachM);
}

function isSameButOutline(a: Zone, b: Zone): boolean {
  return a.id === b.id && a.name === b.name && a.kind === b.kind && a.class === b.class && a.accuracyM === b.accuracyM && a.inForce.from === b.inForce.from && a.inForce.until === b.inForce.until;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
