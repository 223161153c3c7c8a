import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import type { Facility } from '../../src/domain/facility.ts';
import { addLedger, DOUBLES, type Doubles } from '../../src/ingest/add-ledger.ts';
import { joinReadings } from '../../src/ingest/join-readings.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import { project } from '../assess/tiny.ts';
import { csv, divisions } from './files.ts';

const HEADER = '编号,名称,单位名称,燃料,吨位,用途,经度(WGS84),纬度(WGS84),备注';
const read = (...rows: readonly string[]) => readFacilities(csv(HEADER, ...rows), { divisions });
const before = read('1,1号炉,甲厂,烟煤,2台10,供热,112.85,35.49,旧', '2,2号炉,乙厂,烟煤,20,供热,,,', '3,3号炉,丙厂,天然气,4,供热,112.9,35.5,').accepted;
const changesOf = (after: readonly Facility[]) => finish(addLedger(before, after, 'update')).difference.changed.map(({ before: old, changes }) => [old, changes.map(({ fact, before: was, after: is }) => [fact, was, is])]);

describe('a ledger that is added', () => {
  it('updates what both have, field by field, and says each change', () => {
    const after = read('2,2号炉,乙厂,天然气,,,112.86,35.5,新', '4,4号炉,丁厂,烟煤,1,供热,,,').accepted;
    expect(changesOf(after)).toEqual([[1, [['fuel', 'coal', 'gas'], ['lngLat', null, [112.86, 35.5]]]]]);
    const { facilities } = finish(addLedger(before, after, 'update'));
    expect(facilities.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    expect(facilities[1]).toMatchObject({ fuel: 'gas', capacityTph: 20, use: 'heating', lngLat: [112.86, 35.5], original: { 备注: '新' }, issues: [] });
    expect([facilities[0], facilities[2]]).toEqual([before[0], before[2]]);
  });

  it('takes nothing away that it does not speak of', () => {
    const bare = readFacilities(csv('编号,单位名称,燃料', '1,甲厂,型煤'), { divisions }).accepted;
    expect(changesOf(bare)).toEqual([]);
    const { facilities } = finish(addLedger(before, bare, 'update'));
    expect(facilities[0]).toMatchObject({ name: '1号炉', count: 2, capacityTph: 10, lngLat: [112.85, 35.49], original: { 备注: '旧', 燃料: '型煤' }, source: { row: 1 } });
  });

  it('sizes go together: one of 15 t/h is no longer two of 10', () => {
    expect(changesOf(read('1,1号炉,甲厂,,15,,,,').accepted)).toEqual([[0, [['count', 2, 1], ['capacityTph', 10, 15]]]]);
  });

  it('does not take the first boilers of two lists for one', () => {
    const list = (...rows: readonly string[]) => readFacilities(csv('序号,名称,单位名称,燃料', ...rows), { divisions }).accepted;
    const [ours, theirs] = [list('1,1号炉,甲厂,烟煤', '2,2号炉,甲厂,烟煤'), list('1,1号炉,丁厂,天然气', '2,2号炉,甲厂,天然气')];
    const { facilities, difference } = finish(addLedger(ours, theirs, 'update'));
    expect(facilities.map(({ enterprise, fuel }) => [enterprise, fuel])).toEqual([['甲厂', 'coal'], ['甲厂', 'gas'], ['丁厂', 'gas']]);
    expect([difference.added, difference.changed.map(({ by }) => by)]).toEqual([[0], ['id']]);
    const units = (...rows: readonly string[]) => readFacilities(csv('序号,名称,单位名称,吨位', ...rows), { divisions, groups: 'split' }).accepted;
    expect(finish(addLedger(units('1,1号炉,甲厂,2台10'), units('1,1号炉,丁厂,2台35'), 'update')).difference.added).toEqual([0, 1]);
    const nameless = readFacilities(csv('序号,名称,燃料', '1,北炉,烟煤', '2,2号炉,天然气'), { divisions }).accepted;
    expect(finish(addLedger(ours, nameless, 'update')).difference).toMatchObject({ added: [0], changed: [{ before: 1, after: 1 }] });
    expect(finish(addLedger(ours, readFacilities(csv('序号,燃料', '1,天然气'), { divisions }).accepted, 'update')).difference.added).toEqual([]);
  });

  it.each([
    ['add', 5, { rows: 2, accepted: 2, ignored: 0 }, []],
    ['update', 4, { rows: 2, accepted: 2, ignored: 0 }, ['ledger-updated']],
    ['leave', 4, { rows: 2, accepted: 1, ignored: 1 }, []],
  ] as const)('to %s conserves the rows of its file', (doubles, count, counts, codes) => {
    const reading = { ...read('2,2号炉,乙厂,天然气,,,112.86,35.5,新', '4,4号炉,丁厂,烟煤,1,供热,,,'), doubles };
    const joined = joinReadings(project({ facilities: before }), [{ what: 'facilities', reading }]);
    expect([joined.facilities.length, joined.inputs.at(-1)]).toEqual([count, expect.objectContaining(counts)]);
    expect(joined.messages.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
    expect(joined.ignored.map(({ row, code, params }) => [row, code, params])).toEqual(doubles === 'leave' ? [[1, 'stands-already', { value: '2号炉' }]] : []);
  });

  it('keeps every facility of both, once where it is the same one', () => {
    const row = fc.tuple(fc.constantFrom('', '1', '2', '3'), fc.constantFrom('a', 'b'), fc.constantFrom('', '甲厂'), fc.constantFrom('', '烟煤', '天然气'), fc.constantFrom('', '1', '2台3'));
    const any = fc.array(row, { maxLength: 6 }).map((rows) => read(...rows.map((cells) => [...cells, '', '', '', ''].join(','))).accepted);
    fc.assert(
      fc.property(any, any, fc.constantFrom<Doubles>(...DOUBLES), (old, young, doubles) => {
        const { facilities, difference } = finish(addLedger(old, young, doubles));
        const both = difference.changed.length + difference.same.length;
        expect(difference.added.length + both).toBe(young.length);
        expect(facilities.length).toBe(old.length + young.length - (doubles === 'add' ? 0 : both));
        expect(facilities.slice(0, old.length).every((one, k) => doubles === 'update' || one === old[k])).toBe(true);
        // What has been updated once is the same the next time.
        if (doubles === 'update') expect(finish(addLedger(facilities, young, 'update')).difference.changed.filter(({ by }) => by === 'id')).toEqual([]);
      }),
    );
  });
});
