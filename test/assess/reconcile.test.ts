import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/assess/reconcile.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { Project } from '../../src/domain/project.ts';
import type { ControlTotal, RulePack } from '../../src/policy/rule.ts';
import { facility, pack, project, zone, HOME } from './tiny.ts';

function total(parts: Partial<ControlTotal> = {}): ControlTotal {
  return { id: 'C', article: '4', phrase: '', divisionCode: '140500', where: { word: 'kind', in: ['boiler'] }, count: 10, capacityTph: null, ...parts };
}

function held(facilities: readonly Partial<Facility>[], one: Partial<ControlTotal> = {}, law: Partial<RulePack> = {}, world: Partial<Project> = {}, choices = {}) {
  const found = reconcile(project({ facilities: facilities.map(facility), ...world }), [pack([], { controlTotals: [total(one)], ...law })], '2024-06-01', choices);
  if (found[0] === undefined) throw new Error('got no total');
  return found[0];
}

describe('reconcile', () => {
  it('counts machines, not rows, and their steam', () => {
    const rows = [{ count: 3, capacityTph: 20 }, { capacityTph: 35 }, { count: 2 }, { kind: 'kiln' }] as const;
    expect(held(rows, { capacityTph: 100 })).toMatchObject({
      counted: { count: 6, tph: 95, unknownTph: 2 },
      difference: { count: -4, tph: -5 },
      open: { count: 0, missing: [] },
      records: { counted: [0, 1, 2], open: [] },
    });
    expect(held([{ count: 11 }]).difference).toEqual({ count: 1, tph: null });
    expect(held([{}], { count: null, capacityTph: 5 }).difference).toEqual({ count: null, tph: -5 });
  });

  it('sets apart what may belong to it, with the facts that would tell', () => {
    const coal = { where: { all: [{ word: 'kind', in: ['boiler'] }, { word: 'fuel', in: ['coal'] }] } } as const;
    const rows = [{}, { fuel: null, count: 2, capacityTph: 4 }, { kind: null }, { fuel: 'gas' }, { fuel: 'gas', kind: null }, { divisionCode: null }] as const;
    expect(held(rows, coal)).toMatchObject({ counted: { count: 1 }, open: { count: 4, tph: 8, unknownTph: 2, missing: ['divisionCode', 'fuel', 'kind'] }, records: { counted: [0], open: [1, 2, 5] } });
  });

  it('leaves a reading of the text open, and follows the choice', () => {
    const reading = { id: 'kept', question: { zh: '', en: '' }, options: [{ id: 'review', label: { zh: '', en: '' } }, { id: 'all', label: { zh: '', en: '' } }], chosen: 'review', why: { zh: '', en: '' } };
    const asking = { where: { reading: 'kept', options: { review: { undecided: 'kept' }, all: { always: true } } } } as const;
    expect(held([{}], asking, { readings: [reading] })).toMatchObject({ counted: { count: 0 }, open: { count: 1, missing: [] } });
    expect(held([{}], asking, { readings: [reading] }, {}, { kept: 'all' }).counted.count).toBe(1);
  });

  it('follows the division of the total, not of the document, and counts for a lapsed one too', () => {
    const rows = [{}, { divisionCode: '140581' }, { divisionCode: '140302' }];
    expect(held(rows, { divisionCode: '140581' }).records.counted).toEqual([1]);
    expect(held(rows, { divisionCode: '140302' }, { inForce: { from: '2020-10-01', until: '2021-03-31' } }).records.counted).toEqual([2]);
    expect(held([...rows, { divisionCode: null }], { divisionCode: '000000' }).records.counted).toEqual([0, 1, 2, 3]);
  });

  it('tells where the counted ones stand and what they burn', () => {
    const rows = [{ divisionCode: '140581', fuel: 'gas', capacityTph: 1 }, { fuel: null }, { divisionCode: '140581', count: 2, capacityTph: 3 }, { divisionCode: '140500' }] as const;
    const { byDivision, byFuel } = held(rows);
    expect(byDivision).toEqual([
      { code: '140500', count: 1, tph: 0, unknownTph: 1 },
      { code: '140525', count: 1, tph: 0, unknownTph: 1 },
      { code: '140581', count: 3, tph: 7, unknownTph: 0 },
    ]);
    expect(byFuel.map(({ fuel, count }) => [fuel, count])).toEqual([[null, 1], ['coal', 3], ['gas', 1]]);
  });

  it('names the enterprises of a named total, each with what is published of it', () => {
    const lists = [{ id: 'named', article: '4', entries: [{ enterprise: '山西甲公司', alsoKnownAs: ['甲'], count: 2, capacityTph: 35 }, { enterprise: '乙有限公司', alsoKnownAs: [], count: 4, capacityTph: null }] }];
    const rows = [{ enterprise: '甲有限公司', capacityTph: 35 }, { enterprise: '山西甲公司', capacityTph: 35, count: 2 }, { enterprise: '丙', capacityTph: 35 }, { enterprise: null }];
    const { named, counted, open } = held(rows, { where: { onList: 'named' } }, { lists });
    expect(counted.count).toBe(3);
    expect(open).toMatchObject({ count: 1, missing: ['enterprise'] });
    expect(named).toEqual([
      { enterprise: '山西甲公司', count: 3, tph: 105, unknownTph: 0, published: { count: 2, tph: 70 } },
      { enterprise: '乙有限公司', count: 0, tph: 0, unknownTph: 0, published: { count: 4, tph: null } },
    ]);
    expect(held(rows).named).toEqual([]);
  });

  it('looks at zones of the day like any rule', () => {
    const inside = { where: { inZone: ['coalBan'] } } as const;
    const later = zone({ inForce: { from: '2025-01-01', until: null } });
    expect(held([{ lngLat: HOME }], inside, {}, { zones: [zone()] }).counted.count).toBe(1);
    expect(held([{ lngLat: HOME }], inside, {}, { zones: [later] }).counted.count).toBe(0);
  });

  it('says of what kind of zone nothing is loaded', () => {
    const inside = { where: { any: [{ inZone: ['coalBan', 'development'] }, { inZone: ['coalBan'] }] } } as const;
    expect(held([], inside).unloaded).toEqual(['coalBan', 'development']);
    expect(held([], inside, {}, { zones: [zone()] }).unloaded).toEqual(['development']);
    expect(held([]).unloaded).toEqual([]);
  });

  it('keeps the order of the packs and totals, and of a long ledger', () => {
    const packs = [pack([], { id: 'X', controlTotals: [total({ id: 'a' }), total({ id: 'b', divisionCode: '140581' })] }), pack([], { id: 'Y', controlTotals: [total({ id: 'c' })] })];
    const many = Array.from({ length: 20_000 }, (_, k) => facility({ divisionCode: k === 19_999 ? '140581' : '140525' }));
    const found = reconcile(project({ facilities: many }), packs, '2024-06-01');
    expect(found.map((one) => [one.pack.id, one.total.id, one.counted.count, one.records.counted.at(-1)])).toEqual([['X', 'a', 20_000, 19_999], ['X', 'b', 1, 19_999], ['Y', 'c', 20_000, 19_999]]);
  });
});
