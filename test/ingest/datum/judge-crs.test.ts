import { describe, expect, it } from 'vitest';
import type { Division } from '../../../src/domain/division.ts';
import { parseCrs } from '../../../src/ingest/datum/crs.ts';
import { wgs84ToBd09, wgs84ToGcj02 } from '../../../src/ingest/datum/gcj02.ts';
import { judgeCrs, type Witness } from '../../../src/ingest/datum/judge-crs.ts';
import { seededRandom } from '../../../src/base/random.ts';
import { division } from '../files.ts';

/** A chess board of counties with sides of about 4.5 km, so that every tenth point lies within 500 m of an edge. */
const SIDE = 0.05;
const board: readonly Division[] = Array.from({ length: 400 }, (_, k) => {
  const [west, south] = [112 + (k % 20) * SIDE, 35 + Math.floor(k / 20) * SIDE];
  const ring = [[west, south], [west + SIDE, south], [west + SIDE, south + SIDE], [west, south + SIDE], [west, south]] as const;
  return { ...division(String(140_100 + k), `县${k}`, `County ${k}`, 'county'), polygons: [[ring]] };
});

function witnesses(count: number, shift: (position: readonly [number, number]) => readonly [number, number], seed = 1): readonly Witness[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const position = [112 + random(), 35 + random()] as const;
    const at = Math.floor((position[0] - 112) / SIDE) + 20 * Math.floor((position[1] - 35) / SIDE);
    const [x, y] = shift(position);
    return { x, y, divisionCode: String(140_100 + at), anchor: null };
  });
}

const same = (position: readonly [number, number]) => position;

describe('judgeCrs', () => {
  it.each([['wgs84', same], ['gcj02', wgs84ToGcj02], ['bd09', wgs84ToBd09]] as const)('decides for %s where outlines leave no doubt', (crs, shift) => {
    const judgement = judgeCrs(witnesses(2000, shift), board, null, null);
    expect(judgement).toMatchObject({ kind: 'found', finding: { crs, basis: 'decided', isSwapped: false } });
    expect(judgement.kind === 'found' && judgement.finding.candidates[0]).toMatchObject({ crs, tested: 2000, inside: 2000 });
  });

  it('asks where they speak for another system, but not clearly', () => {
    const judgement = judgeCrs(witnesses(60, wgs84ToGcj02), board, null, null);
    expect(judgement.kind).toBe('question');
    expect(judgement.kind === 'question' && judgement.candidates.map(({ crs }) => crs)[0]).toBe('gcj02');
  });

  it('assumes WGS84 where nothing speaks against it, and shows the rates', () => {
    expect(judgeCrs(witnesses(5, same), [], null, null)).toMatchObject({ kind: 'found', finding: { crs: 'wgs84', basis: 'assumed', candidates: [{ tested: 0 }, {}, {}] } });
  });

  it('never decides for a shifted system on WGS84 points, whatever the draw', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const judgement = judgeCrs(witnesses(300, same, seed), board, null, null);
      expect(judgement).toMatchObject({ kind: 'found', finding: { crs: 'wgs84' } });
    }
  });

  it('believes the user before the file, and the file before the map', () => {
    const shifted = witnesses(2000, wgs84ToGcj02);
    expect(judgeCrs(shifted, board, 'bd09', 'wgs84')).toMatchObject({ finding: { crs: 'bd09', basis: 'given' } });
    expect(judgeCrs(shifted, board, null, 'wgs84')).toMatchObject({ finding: { crs: 'wgs84', basis: 'stated' } });
  });

  it.each([
    ['wgs84', 'wgs84'], ['WGS84', 'wgs84'], ['GCJ-02', 'gcj02'], ['bd09', 'bd09'], ['epsg:4547', 'EPSG:4547'], ['EPSG:4491', 'EPSG:4491'], ['EPSG:4554', 'EPSG:4554'],
    ['EPSG:4490', 'EPSG:4490'], ['urn:ogc:def:crs:EPSG::4526', 'EPSG:4526'], ['EPSG:4555', null], ['EPSG:3857', null], ['xian80', null], ['', null],
  ])('reads %s', (name, crs) => {
    expect(parseCrs(name)).toBe(crs);
  });
});
