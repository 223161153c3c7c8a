import { describe, expect, it } from 'vitest';
import { openCourt } from '../../src/assess/court.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import type { Truth } from '../../src/base/truth.ts';
import { truthWord } from '../../src/base/truth.ts';
import { unusedChoices } from '../../src/policy/conditions.ts';
import { loadRequirementFiles, sceneParts } from './case-file.ts';
import { loadPacks } from './packs.ts';

const packs = loadPacks();
const files = loadRequirementFiles();

describe.each(files)('$requirement', ({ asOf, cases }) => {
  it.each(cases)('$name: $eligible', ({ source, choices = {}, eligible }) => {
    const { eligibility } = openCourt(buildScene(sceneParts({ facility: {}, heatSources: [source] })), openRuleBook(packs, asOf, choices));
    expect(unusedChoices(packs, choices)).toEqual([]);
    expect(truthWord(eligibility.bySet.get('shanxi-2024/heat-sources')?.[0] as Truth)).toBe(eligible);
  });
});

describe('the cases', () => {
  it('cover every requirement on heat sources, with each answer', () => {
    expect(files.map(({ requirement }) => requirement).sort()).toEqual(packs.flatMap((pack) => pack.sourceRequirements.map(({ id }) => id)).sort());
    for (const { requirement, cases } of files) {
      expect([requirement, [...new Set(cases.map(({ eligible }) => eligible))].sort()]).toEqual([requirement, ['no', 'unknown', 'yes']]);
    }
  });
});
