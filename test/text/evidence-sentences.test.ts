import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/policy/evidence.ts';
import { evidenceSentence } from '../../src/text/evidence.ts';

const both = (evidence: Evidence) => [evidenceSentence('zh', evidence), evidenceSentence('en', evidence)];

describe('evidenceSentence', () => {
  it('says which demand is past its day, and whether that is sure', () => {
    const late = { test: 'overdue', rule: 'SX24-21-ule-all', document: { zh: '山西省2024方案', en: 'Shanxi plan 2024' }, article: '三(五)21', day: '2024-10-31', missing: [] } as const;
    expect(both({ ...late, truth: 'yes' })).toEqual(['山西省2024方案三(五)21的期限 2024-10-31 已过，台账未载已关停', 'Shanxi plan 2024 三(五)21: due 2024-10-31, now past, and the ledger shows no closing']);
    expect(both({ ...late, truth: 'unknown' })).toEqual(['山西省2024方案三(五)21的期限 2024-10-31 已过，是否逾期未定', 'Shanxi plan 2024 三(五)21: due 2024-10-31, now past; whether it is overdue is open']);
    expect(both({ ...late, rule: null, document: null, article: null, day: null, truth: 'no' })).toEqual(['没有期限已过的要求', 'No demand is past its day']);
  });

  it('says which zone could not be read', () => {
    const zone = { test: 'zone', kinds: ['coalBan'], class: null, zone: 'B1', zoneName: '某区', skipped: true, marginM: null, accuracyM: null, accuracyAssumed: false, truth: 'review', missing: ['zone.shape'] } as const;
    expect(both(zone)).toEqual(['「某区」的边界未能读入，是否在其中待复核', 'The boundary of “某区” could not be read; whether inside it needs review']);
  });
});
