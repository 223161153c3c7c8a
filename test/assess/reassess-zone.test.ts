import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractalZone } from '../../scripts/ledger/fractal-zone.ts';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import { openCourt } from '../../src/assess/court.ts';
import { patched, reassessZone } from '../../src/assess/reassess-zone.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import type { RuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { seededRandom } from '../../src/base/random.ts';
import type { LngLat, MultiPolygon, Ring } from '../../src/domain/place.ts';
import type { Project } from '../../src/domain/project.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { loadPacks } from '../policy/packs.ts';
import { fingerprint } from './fingerprint.ts';
import { largeProject } from './large-project.ts';
import { pack, rule } from './tiny.ts';

const divisions = ['counties.geojson', 'prefectures.geojson'].flatMap(
  (name) => readDivisions({ name, bytes: new Uint8Array(readFileSync(new URL(`../../data/jincheng/${name}`, import.meta.url))) }).accepted,
);
const PROVINCE = largeProject({ facilities: 1500, zones: 12, sources: 10, vertices: [12, 80], seed: 3 }, divisions);
const LAW = openRuleBook(loadPacks(), '2024-12-31', {});
/** Rules that measure how far a facility is outside of a zone. */
const OUTSIDE = openRuleBook(
  [
    pack([
      rule({ id: 'NOT', when: { not: { inZone: ['coalBan', 'builtUp'] } }, duty: 'retrofit' }),
      rule({ id: 'MINUS', when: { inZone: ['noBurn', 'planning'], minus: ['builtUp', 'heatNetwork'] }, duty: 'close' }),
      rule({ id: 'HOLD', when: { inZone: ['heatNetwork'] }, duty: 'hold', holds: ['close'] }),
    ], { jurisdiction: '140000' }),
  ],
  '2024-12-31',
  {},
);

function fully(project: Project, book: RuleBook): Assessment {
  const assessment = assess(buildScene(project), book);
  if (assessment === null) throw new Error('the run stopped');
  return assessment;
}

/** One of the edits that a person makes: a vertex moved, put onto a facility, added or taken out, the whole moved, a hole cut, the zone drawn anew. */
function edited(polygons: MultiPolygon, project: Project, random: () => number): MultiPolygon {
  const [[outer = [], ...holes] = []] = polygons;
  const open = outer.slice(0, -1);
  const at = Math.floor(random() * open.length);
  const [x, y] = open[at] ?? [112, 35];
  const near = (step: number): LngLat => [x + step * (random() - 0.5), y + step * (random() - 0.5)];
  const close = (ring: readonly LngLat[]): Ring => [...ring, ring[0] ?? [0, 0]];
  const facility = project.facilities[Math.floor(random() * project.facilities.length)]?.lngLat ?? near(0.01);
  switch (Math.floor(random() * 6)) {
    case 0:
      return [[close(open.with(at, near(0.02))), ...holes]];
    case 1:
      return [[close(open.with(at, facility)), ...holes]];
    case 2:
      return [[close(open.toSpliced(at, 0, near(0.005))), ...holes]];
    case 3:
      return open.length < 5 ? polygons : [[close(open.toSpliced(at, 1)), ...holes]];
    case 4:
      return [[close(open.map(([lng, lat]) => [lng + 0.001, lat - 0.002])), ...holes]];
    default:
      return [fractalZone({ lng: x, lat: y, radius: 0.02 + 0.03 * random(), vertices: 30, holes: 1 }, random)];
  }
}

describe('reassessZone', () => {
  it.each([
    ['the documents', LAW],
    ['rules that measure outside', OUTSIDE],
  ])('is the full run after any row of edits, under %s', { timeout: 120_000 }, (_name, book) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        let project = PROVINCE;
        let court = openCourt(buildScene(project), book);
        let assessment = fully(project, book);
        let onPage = assessment;
        const favourite = Math.floor(random() * project.zones.length);
        for (let edit = 0; edit < 3; edit++) {
          const zone = random() < 0.7 ? favourite : Math.floor(random() * project.zones.length);
          const polygons = edited(project.zones[zone]?.polygons ?? [], project, random);
          project = { ...project, zones: project.zones.map((one, z) => (z === zone ? { ...one, polygons } : one)) };
          const next = reassessZone(court, assessment, zone, polygons);
          onPage = patched(onPage, next.patch);
          ({ court, assessment } = next);
        }
        const expected = fingerprint(fully(project, book));
        expect(fingerprint(assessment)).toBe(expected);
        expect(fingerprint(onPage)).toBe(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('names who came in and who went out', () => {
    const [court, assessment] = [openCourt(buildScene(PROVINCE), LAW), fully(PROVINCE, LAW)];
    const zoneOf = (row: number, zones: Assessment['zones']) => [...zones.items.subarray(zones.offsets[row], zones.offsets[row + 1])].includes(0);
    const [[outer = []] = []] = PROVINCE.zones[0]?.polygons ?? [];
    const { patch, assessment: after } = reassessZone(court, assessment, 0, [[outer.map(([lng, lat]) => [lng + 0.01, lat])]]);
    const rows = Array.from({ length: assessment.count }, (_, row) => row);
    expect([...patch.entered].sort((a, b) => a - b)).toEqual(rows.filter((row) => !zoneOf(row, assessment.zones) && zoneOf(row, after.zones)));
    expect([...patch.left].sort((a, b) => a - b)).toEqual(rows.filter((row) => zoneOf(row, assessment.zones) && !zoneOf(row, after.zones)));
    expect(patch.entered.length + patch.left.length).toBeGreaterThan(0);
  });

  it('judges again whose margin alone moved, near the line too, and nobody on the far side', () => {
    const outline = fractalZone({ lng: 112.8, lat: 35.6, radius: 0.12, vertices: 400, holes: 0 }, seededRandom(5));
    const ring = outline[0] ?? [];
    const [[x, y], [farX, farY]] = [ring[100] ?? [0, 0], ring[300] ?? [0, 0]];
    const [zone, facility] = [PROVINCE.zones[0], PROVINCE.facilities[0]];
    if (zone === undefined || facility === undefined) throw new Error('got an empty province');
    const at = (lng: number, lat: number, locationAccuracyM: number) => ({ ...facility, lngLat: [lng, lat] as const, locationAccuracyM });
    // Beside the vertex with a known and with a poor position, and the same beside another one.
    const facilities = [at(x, y + 0.002, 5), at(x, y + 0.002, 2000), at(farX, farY + 0.002, 5), at(farX, farY + 0.002, 2000)];
    const world = (polygons: MultiPolygon): Project => ({ ...PROVINCE, facilities, zones: [{ ...zone, kind: 'coalBan', polygons }] });
    const book = openRuleBook([pack([rule({ id: 'IN', when: { inZone: ['coalBan'] }, duty: 'close' })], { jurisdiction: '140000' })], '2024-12-31', {});
    const [before, after] = [world([outline]), world([[ring.with(100, [x, y + 0.0001])]])];
    const assessment = fully(before, book);
    const { patch, assessment: next } = reassessZone(openCourt(buildScene(before), book), assessment, 0, after.zones[0]?.polygons ?? []);
    expect([...patch.rows].filter((row) => row > 1)).toEqual([]);
    expect([...patch.rows]).toContain(1);
    expect([patch.entered.length, patch.left.length]).toEqual([0, 0]);
    expect(next.duty).toEqual(assessment.duty);
    expect(next.certainty[1]).toBe(1);
    expect(next.marginM[1]).not.toBe(assessment.marginM[1]);
    expect(fingerprint(next)).toBe(fingerprint(fully(after, book)));
  });
});
