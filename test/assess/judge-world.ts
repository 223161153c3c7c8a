import { expect } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import { explain, explainRange } from '../../src/assess/explain.ts';
import type { Finding } from '../../src/assess/finding.ts';
import type { RuleBook } from '../../src/assess/rule-book.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { verdictOf } from '../../src/assess/verdict.ts';
import type { Project } from '../../src/domain/project.ts';
import type { Choices } from '../../src/policy/conditions.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { decidingFindings, missingFields, smallestMarginM } from './deciding-findings.ts';
import { facility, from, HOME, project } from './tiny.ts';

/** The law of a day held against a small world, and what it says of the first facility. */
export function judgeAlone(world: Partial<Project>, packs: readonly RulePack[], asOf = '2024-06-01', choices: Choices = {}) {
  const scene = buildScene(project(world));
  const book = openRuleBook(packs, asOf, choices);
  const assessment = assess(scene, book);
  if (assessment === null) throw new Error('the run stopped');
  return { scene, book, assessment, findings: explain(scene, book, 0), verdict: verdictOf(assessment, 0) };
}

/** The same, and makes sure that nothing of it hangs on who else is in the ledger, nor on how it is worked out. */
export function judge(...[world, packs, asOf, choices]: Parameters<typeof judgeAlone>) {
  const alone = judgeAlone(world, packs, asOf, choices);
  const { book, findings, verdict } = alone;
  const facts = factsOf(alone.assessment, 0);
  const deciding = decidingFindings(findings, verdict, dutyIn(book));
  expect([facts.marginM, facts.missing]).toEqual([printed(smallestMarginM(deciding)), missingFields(deciding)]);

  const [first] = world.facilities ?? [];
  if (first === undefined) return alone;
  const company = [...COMPANY, first, ...COMPANY.toReversed()];
  const among = judgeAlone({ ...world, facilities: company }, packs, asOf, choices);
  const at = COMPANY.length;
  expect(explainRange(among.scene, book, 0, company.length)(at)).toEqual(findings);
  expect([verdictOf(among.assessment, at), factsOf(among.assessment, at)]).toEqual([verdict, facts]);
  return alone;
}

/** Others in a ledger: one of whom everything is known, one of whom nothing is, one under no law of the first, one with little to fear. */
const COMPANY = [
  facility({
    id: 'known', enterprise: '无关厂', use: 'homeHeating', status: 'inUse', capacityTph: 20, unitMW: 14, lngLat: from(HOME, 1), cleanHeating: false, ultraLowEmission: false,
    monitored: false, dedicatedBiomass: false, bagFilter: false, outdated: true, fixedBedIntermittent: true, performanceGrade: 'C', stackM: 30, hearthM: 2,
  }),
  facility({ id: 'unknown', kind: null, fuel: null, divisionCode: null, locationAccuracyM: null }),
  facility({ id: 'abroad', divisionCode: '410825', capacityTph: 1, lngLat: [100, 20], use: 'process', status: 'closed' }),
  facility({ id: 'clean', fuel: 'gas', use: 'process', status: 'inUse', capacityTph: 500, lngLat: [HOME[0] + 2, HOME[1]], ultraLowEmission: true, monitored: true, outdated: false }),
];

function factsOf({ deadlineRule, division, marginM, missing, missingSets, rules }: Assessment, index: number) {
  return { rule: rules[deadlineRule[index] ?? -1]?.rule.id, division: division[index], marginM: printed(marginM[index] ?? NaN), missing: missingSets[missing[index] ?? -1] };
}

/** To a tenth of a metre, as margins are shown. */
function printed(marginM: number | null): number | null {
  return marginM === null || Number.isNaN(marginM) ? null : Number(marginM.toFixed(1)) + 0;
}

function dutyIn({ rules }: RuleBook) {
  return (finding: Finding) => rules.find(({ rule, pack }) => rule.id === finding.rule && pack.id === finding.pack)?.rule.duty ?? 'none';
}

/** `rule outcome` of each finding on the first facility; what does not bind is absent. */
export function outcomes(...args: Parameters<typeof judge>): Readonly<Record<string, string>> {
  return Object.fromEntries(judge(...args).findings.map(({ rule, outcome }) => [rule, outcome]));
}
