import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES, type Facility } from '../../src/domain/facility.ts';
import { letGo } from '../../src/worker/let-go.ts';
import { openPacking, openUnpacking, type PackedFacilities } from '../../src/worker/pack-facilities.ts';

const PLAIN = { noNullPrototype: true } as const;
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const amount = orNull(fc.oneof(fc.constantFrom(0, -0), fc.double({ noNaN: true })));
const flag = orNull(fc.boolean());
/** Any text, and often the same; also halves of characters, which no encoding carries. */
const text = fc.oneof(fc.constantFrom('', '在用', '锅炉'), fc.string({ unit: 'binary' }), fc.constant('\ud83d'));
const original = fc.dictionary(fc.oneof(fc.constantFrom('名称', '2024', '__proto__', 'constructor'), fc.string()), text, PLAIN);
const issue = fc.record({ code: fc.string(), params: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer()), PLAIN) }, PLAIN);

const facility: fc.Arbitrary<Facility> = fc.record({
  id: text,
  name: text,
  enterprise: orNull(text),
  creditCode: orNull(text),
  kind: orNull(fc.constantFrom(...FACILITY_KINDS)),
  fuel: orNull(fc.constantFrom(...FUELS)),
  use: orNull(fc.constantFrom(...USES)),
  status: orNull(fc.constantFrom(...STATUSES)),
  count: fc.nat(),
  capacityTph: amount,
  unitMW: amount,
  divisionCode: orNull(text),
  park: orNull(text),
  lngLat: orNull(fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }))),
  locationAccuracyM: amount,
  cleanHeating: flag,
  ultraLowEmission: flag,
  monitored: flag,
  dedicatedBiomass: flag,
  bagFilter: flag,
  outdated: flag,
  fixedBedIntermittent: flag,
  performanceGrade: orNull(fc.constantFrom(...GRADES)),
  stackM: amount,
  hearthM: amount,
  synthetic: fc.boolean(),
  source: fc.oneof(fc.record({ file: text, row: fc.nat() }, PLAIN), fc.record({ file: text, sheet: text, row: fc.nat() }, PLAIN)),
  original,
  issues: fc.array(issue, { maxLength: 2 }),
}, PLAIN);

/** As a thread gets it: a copy, the buffer moved. */
function crossed(packed: PackedFacilities): PackedFacilities {
  return structuredClone(packed, { transfer: [packed.buffer] });
}

function unpacked(pieces: readonly PackedFacilities[]): Facility[] {
  const unpack = openUnpacking();
  const facilities: Facility[] = [];
  for (const piece of pieces) for (const _ of unpack(piece, (one) => facilities.push(one)));
  return facilities;
}

describe('packed facilities', () => {
  it('come out as they went in, piece by piece, and hold nothing of the buffers that they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.array(facility, { maxLength: 6 }), { maxLength: 4 }), (pieces) => {
        const pack = openPacking();
        const packed = pieces.map((piece) => crossed(pack(piece)));
        const out = unpacked(packed);
        packed.forEach(letGo);
        expect(out).toStrictEqual(pieces.flat());
        expect(out.map((one) => Object.keys(one.original))).toEqual(pieces.flat().map((one) => Object.keys(one.original)));
      }),
      { numRuns: 300 },
    );
  });

  it('have each text once, also when there are more texts than both sides keep', () => {
    const base = fc.sample(facility, { numRuns: 1, seed: 1 })[0] as Facility;
    const many = Array.from({ length: 30_000 }, (_, i): Facility => ({ ...base, id: `F-${String(i)}`, name: `名${String(i)}`, original: { 编号: `F-${String(i)}`, 状态: '在用' } }));
    const pack = openPacking();
    const pieces = [many.slice(0, 15_000), many.slice(15_000)].map((piece) => pack(piece));
    expect(pieces.map(({ common }) => common.length)).toEqual([20_000, 0]);
    expect(pieces[1]?.own).toEqual(many.slice(15_000).flatMap(({ id, name }) => [id, name]));
    expect(unpacked(pieces.map(crossed))).toStrictEqual(many);
  });
});
