import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES_FILES, rulesPage } from '../../scripts/policy/rules-page.ts';
import { LANGS } from '../../src/text/lang.ts';
import { loadPacks } from '../policy/packs.ts';
import { smallPack } from '../policy/small-pack.ts';

describe('rulesPage', () => {
  it.each(LANGS)('is fresh in data/policy (%s); if not, run `npm run policy -- rules`', (lang) => {
    expect(readFileSync(new URL(`../../data/policy/${RULES_FILES[lang]}`, import.meta.url), 'utf8')).toBe(rulesPage(loadPacks(), lang));
  });

  it.each(LANGS)('speaks of every part of every pack (%s)', (lang) => {
    const page = rulesPage(loadPacks(), lang);
    const parts = loadPacks().flatMap((pack) => [pack.rules, pack.siting, pack.areaDuties, pack.targets, pack.controlTotals, pack.sourceSets, pack.sourceRequirements, pack.readings].flat());
    expect(parts.filter(({ id }) => !page.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it('leaves no cell open to a stroke', () => {
    const small = smallPack();
    const page = rulesPage([{ ...small, coverage: [{ article: '1|2', heading: { zh: '甲', en: 'A' }, by: [], why: { zh: '乙', en: 'B' } }] }], 'zh');
    expect(page).toContain('| 1\\|2 | 甲 | — | 乙 |');
  });
});
