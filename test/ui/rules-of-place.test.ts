import { describe, expect, it } from 'vitest';
import type { Zone } from '../../src/domain/zone.ts';
import { rulesOfPlace } from '../../src/ui/place/rules-of-place.ts';
import { pack, rule, zone } from '../assess/tiny.ts';

const RULES = ['140500', '140300', '140000', '000000'].flatMap((jurisdiction) =>
  [rule({ id: 'ban', when: { inZone: ['coalBan'] } }), rule({ id: 'less', when: { inZone: ['planning'], minus: ['builtUp'] } }), rule({ id: 'park', when: { inPark: ['甲园'] } })].map((one) => ({
    rule: one,
    pack: pack([one], { id: jurisdiction, jurisdiction }),
  })),
);

describe('the rules that have to do with a place', () => {
  const of = (parts: Partial<Zone>) => rulesOfPlace({ kind: 'zone', name: '', index: 0, record: zone(parts) }, RULES).map(({ rule: { id }, pack: { jurisdiction } }) => `${jurisdiction} ${id}`);

  it('are those of its own city, its province and the nation', () => {
    expect(of({ divisionCode: '140525' })).toEqual(['140500 ban', '140000 ban', '000000 ban']);
    expect(of({ divisionCode: '140300' })).toEqual(['140300 ban', '140000 ban', '000000 ban']);
    expect(of({ divisionCode: '410825' })).toEqual(['000000 ban']);
  });

  it('are those of every city where its own is not said, or it is larger than one', () => {
    for (const divisionCode of [null, '140000']) expect(of({ divisionCode })).toEqual(['140500 ban', '140300 ban', '140000 ban', '000000 ban']);
  });

  it('ask for its kind, or take it out', () => {
    expect(of({ kind: 'builtUp', divisionCode: '140525' })).toEqual(['140500 less', '140000 less', '000000 less']);
  });

  it('ask for the park by its name', () => {
    const park = (name: string) => rulesOfPlace({ kind: 'park', name, index: 0, record: { id: 'P', name, divisionCodes: ['140525'], lngLat: [0, 0], accuracyM: 1, note: '' } }, RULES).length;
    expect([park('甲园'), park('乙园')]).toEqual([3, 0]);
  });
});
