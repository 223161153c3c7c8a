import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/domain/place.ts';
import { wgs84ToGcj02 } from '../../src/ingest/datum/gcj02.ts';
import { middleOf } from '../../src/ingest/place-witnesses.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import { anchorsOf, OWN, type PlaceOptions } from '../../src/ingest/read-options.ts';
import { readParks } from '../../src/ingest/read-parks.ts';
import { readStations } from '../../src/ingest/read-stations.ts';
import { readZones } from '../../src/ingest/read-zones.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { csv, geoJson } from './files.ts';
import { boilers } from './make-corpus/rows.ts';

type Read = (file: SourceFile, options: PlaceOptions) => Reading<unknown>;
type Made = (of: (at: LngLat) => LngLat) => SourceFile;

const counties = readDivisions({ name: 'counties.geojson', bytes: readFileSync(new URL('../../data/jincheng/counties.geojson', import.meta.url)) }, OWN).accepted;
const places = boilers(12).map(({ id, firm, lng, lat }) => ({ id, name: firm, lngLat: [lng, lat] as const }));
const asItIs = (at: LngLat): LngLat => at;

const SIDE_DEG = 0.002;
const square = ([lng, lat]: LngLat, of: (at: LngLat) => LngLat) => ({
  type: 'Polygon',
  coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x = 0, y = 0]) => of([lng + (x - 0.4) * SIDE_DEG, lat + (y - 0.4) * SIDE_DEG]))],
});
const points = (header: string, row: (one: (typeof places)[number]) => string): Made => (of) => csv(`${header},lon,lat`, ...places.map((one) => `${row(one)},${of(one.lngLat).join(',')}`));

const KINDS: readonly (readonly [string, Read, Made])[] = [
  ['heat sources', readHeatSources, points('id,name', ({ id, name }) => `${id},${name}`)],
  ['stations', readStations, points('code,name,level', ({ id, name }) => `${id},${name},national`)],
  ['parks', readParks, points('id,name,locationAccuracyM', ({ id, name }) => `${id},${name},100`)],
  ['zones', readZones, (of) => geoJson(places.map(({ id, name, lngLat }) => ({ properties: { id, name, kind: 'coalBan' }, geometry: square(lngLat, of) })))],
  ['divisions', readDivisions, (of) => geoJson(places.map(({ lngLat }, k) => ({ properties: { code: String(140_500 + k) }, geometry: square(lngLat, of) })))],
];

describe.each(KINDS)('the system of %s', (kind, read, made) => {
  const codes = ({ messages }: Reading<unknown>) => messages.map(({ code }) => code).filter((code) => code.startsWith('crs-') || code === 'axes-swapped');
  const isArea = kind === 'zones' || kind === 'divisions';
  const anchors = isArea
    ? anchorsOf(places.map(({ id, lngLat }, k) => ({ id: kind === 'divisions' ? String(140_500 + k) : id, name: '', lngLat: middleOf(square(lngLat, asItIs)) })))
    : anchorsOf(places);

  it('is asked for where somebody can be asked, with what each would make of it', () => {
    const asked = read(made(asItIs), { divisions: counties, undeclared: 'ask' });
    expect(asked).toMatchObject({ usable: false, question: { kind: 'crs', candidates: [{ crs: 'wgs84' }, { crs: 'gcj02' }, { crs: 'bd09' }] } });
    if (asked.question?.kind !== 'crs') throw new Error('got no question');
    for (const { points: shown, outlines } of asked.question.candidates) expect([shown.length, outlines?.length]).toEqual([12, isArea ? 12 : undefined]);
  });

  it('is taken for WGS84 where nobody can, and that is said', () => {
    const taken = read(made(asItIs), { divisions: counties });
    expect([taken.accepted.length, taken.crs?.basis, codes(taken)]).toEqual([12, 'assumed', ['crs-assumed']]);
  });

  it('is found out by known places of the same names', () => {
    for (const undeclared of ['ask', 'assume'] as const) {
      const found = read(made(wgs84ToGcj02), { divisions: counties, anchors, undeclared });
      expect([found.accepted.length, found.input.crs, codes(found)]).toEqual([12, 'gcj02', ['crs-decided']]);
    }
  });

  it('is as it was told to be', () => {
    expect(read(made(asItIs), { crs: 'gcj02', undeclared: 'ask' })).toMatchObject({ usable: true, crs: { crs: 'gcj02', basis: 'given' }, input: { crs: 'gcj02' } });
  });

  it('has its axes turned where all of them stand the other way round', () => {
    const turned = read(made(([lng, lat]) => [lat, lng]), {});
    expect(codes(turned)).toEqual(['axes-swapped', 'crs-assumed']);
    // The cells stay as they came.
    const placed = ({ accepted }: Reading<unknown>) => accepted.map((one) => ({ ...(one as object), original: null }));
    expect(placed(turned)).toEqual(placed(read(made(asItIs), {})));
  });
});

it('of areas in metres is a question', () => {
  const metres = geoJson([{ properties: { kind: 'coalBan' }, geometry: { type: 'Polygon', coordinates: [[[38_412_000, 3_929_000], [38_413_000, 3_929_000], [38_413_000, 3_930_000], [38_412_000, 3_929_000]]] } }]);
  expect(readZones(metres, { divisions: counties })).toMatchObject({ usable: false, messages: [{ code: 'crs-question' }], question: { candidates: [{ crs: 'EPSG:4526' }] } });
});

it('of a zone along a border is not told by its corners', () => {
  const county = counties.find(({ code }) => code === '140525');
  const zone = geoJson([{ properties: { kind: 'coalBan', divisionCode: '140525' }, geometry: { type: 'MultiPolygon', coordinates: county?.polygons } }]);
  expect(readZones(zone, { divisions: counties, undeclared: 'ask' }).question).toMatchObject({ kind: 'crs', candidates: [{ tested: 1 }, { tested: 1 }, { tested: 1 }] });
});
