import type { Lists } from '../../assess/assessment.ts';
import type { TruthWord } from '../../base/truth.ts';
import { truthWord } from '../../base/truth.ts';
import type { Truth } from '../../base/truth.ts';
import type { HeatSource } from '../../domain/heat-source.ts';
import type { Zone } from '../../domain/zone.ts';
import { reachOf, surroundingsOf } from '../../state/selectors/findings.ts';
import type { Answer } from '../../state/session.ts';

/** The zones that contain the facility. */
export function zonesAround({ question, assessment }: Answer, index: number): Zone[] {
  return positions(assessment.zones, index).flatMap((at) => question.city.project.zones[assessment.zones.items[at] ?? -1] ?? []);
}

export interface SourceInReach {
  readonly source: HeatSource;
  readonly distanceM: number;
  readonly reachM: number | null;
  /** Whether it counts for a reach rule in force. */
  readonly eligible: TruthWord;
}

/** The heat sources within whose reach the facility lies, the nearest first. */
export function sourcesWithinReach(answer: Answer, index: number): SourceInReach[] {
  const { question, assessment } = answer;
  return surroundingsOf(answer, index)
    .reach.flatMap(({ source: number, distanceM }): SourceInReach[] => {
      const source = question.city.project.heatSources[number];
      if (source === undefined) return [];
      return [{ source, distanceM, reachM: reachOf(answer, number), eligible: truthWord((assessment.sourceEligible[number] ?? 0) as Truth) }];
    })
    .sort((a, b) => a.distanceM - b.distanceM);
}

function positions({ offsets }: Lists, index: number): number[] {
  const from = offsets[index] ?? 0;
  return Array.from({ length: (offsets[index + 1] ?? from) - from }, (_, i) => from + i);
}
