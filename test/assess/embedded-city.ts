import { readFileSync } from 'node:fs';
import type { Project } from '../../src/domain/project.ts';
import { readCity } from '../../src/ingest/read-city.ts';

const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(new URL(`../../data/jincheng/${name}`, import.meta.url))) });

/** The city that comes with the product, as its own readers read it. */
export function embeddedCity(): Project {
  return readCity({
    facilities: file('facilities.csv'),
    heatSources: file('heat-sources.csv'),
    zones: file('zones.geojson'),
    divisions: [file('counties.geojson'), file('prefectures.geojson')],
    parks: file('parks.csv'),
    stations: file('stations.csv'),
    airReadings: file('air-quality.csv'),
  });
}
