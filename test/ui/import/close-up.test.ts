import { describe, expect, it } from 'vitest';
import type { Division } from '../../../src/domain/division.ts';
import type { LngLat } from '../../../src/domain/place.ts';
import type { CrsCandidate } from '../../../src/ingest/datum/judge-crs.ts';
import { closeUpOf } from '../../../src/ui/import/close-up.ts';

const county = (code: string, west: number, east: number): Division => ({
  code,
  name: code,
  nameEn: code,
  level: 'county',
  accuracyM: 0,
  polygons: [[[[west, 35], [east, 35], [east, 36], [west, 36], [west, 35]]]],
});
const COUNTIES = [county('140502', 112, 112.5), county('140525', 112.5, 113)];

const candidate = (crs: CrsCandidate['crs'], points: readonly LngLat[]): CrsCandidate => ({ crs, tested: 0, inside: 0, anchored: 0, medianM: null, points });

describe('the close-up of candidates', () => {
  it('shows the position that they put into different counties', () => {
    const seen = closeUpOf([candidate('wgs84', [[112.2, 35.5], [112.3, 35.5], [112.498, 35.5]]), candidate('gcj02', [[112.205, 35.5], [112.305, 35.5], [112.503, 35.5]])], COUNTIES);
    expect(seen?.at).toEqual([[112.498, 35.5], [112.503, 35.5]]);
    expect(seen?.counties.map((division) => division?.code)).toEqual(['140502', '140525']);
  });

  it('shows the middle one where none tells them apart', () => {
    const seen = closeUpOf([candidate('wgs84', [[112.1, 35.5], [112.2, 35.5], [112.3, 35.5]]), candidate('gcj02', [[112.105, 35.5], [112.205, 35.5], [112.305, 35.5]])], COUNTIES);
    expect(seen?.at[0]).toEqual([112.2, 35.5]);
  });

  it('shows nothing of candidates that are whole regions apart, or hold other positions', () => {
    expect(closeUpOf([candidate('EPSG:4547', [[112.1, 35.5]]), candidate('EPSG:4548', [[115.1, 35.5]])], COUNTIES)).toBeNull();
    expect(closeUpOf([candidate('wgs84', [[112.1, 35.5]]), candidate('gcj02', [])], COUNTIES)).toBeNull();
    expect(closeUpOf([candidate('wgs84', [[112.1, 35.5]])], COUNTIES)).toBeNull();
  });
});
