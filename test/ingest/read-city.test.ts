import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCity } from '../../src/ingest/read-city.ts';

const embedded = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(new URL(`../../data/jincheng/${name}`, import.meta.url))) });

describe('the embedded city', () => {
  const city = readCity({
    facilities: embedded('facilities.csv'),
    heatSources: embedded('heat-sources.csv'),
    zones: embedded('zones.geojson'),
    divisions: [embedded('counties.geojson'), embedded('prefectures.geojson')],
    parks: embedded('parks.csv'),
    stations: embedded('stations.csv'),
    airReadings: embedded('air-quality.csv'),
  });

  it('reads without a row set aside, ignored or skipped', () => {
    expect({ quarantine: city.quarantine, ignored: city.ignored, skipped: city.skippedZones }).toEqual({ quarantine: [], ignored: [], skipped: [] });
    const disagreement = { file: 'air-quality.csv', station: '2165A', day: '2014-10-22', row: 6, otherRow: 7 };
    expect(city.messages.filter(({ level }) => level !== 'info').map(({ params }) => params)).toEqual([disagreement]);
    expect(city.sample).toBe(true);
  });

  it('loses nothing between the files and the project', () => {
    expect(city.inputs.map(({ kind }) => kind)).toEqual(['facilities', 'heatSources', 'zones', 'divisions', 'divisions', 'parks', 'stations', 'airReadings']);
    const rows = city.inputs.reduce((sum, input) => sum + input.rows, 0);
    const { facilities, heatSources, zones, divisions, parks, stations, airReadings } = city;
    expect([facilities, heatSources, zones, divisions, parks, stations, airReadings].reduce((sum, list) => sum + list.length, 0)).toBe(rows);
  });

  it('understands every word of the ledger', () => {
    expect(new Set(city.facilities.flatMap(({ issues }) => issues.map(({ code }) => code)))).toEqual(new Set(['no-location']));
  });
});
