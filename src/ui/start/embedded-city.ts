import airReadingsUrl from '../../../data/jincheng/air-quality.csv?url&no-inline';
import countiesUrl from '../../../data/jincheng/counties.geojson?url&no-inline';
import facilitiesUrl from '../../../data/jincheng/facilities.csv?url&no-inline';
import heatSourcesUrl from '../../../data/jincheng/heat-sources.csv?url&no-inline';
import parksUrl from '../../../data/jincheng/parks.csv?url&no-inline';
import prefecturesUrl from '../../../data/jincheng/prefectures.geojson?url&no-inline';
import stationsUrl from '../../../data/jincheng/stations.csv?url&no-inline';
import zonesUrl from '../../../data/jincheng/zones.geojson?url&no-inline';
import type { Result } from '../../base/result.ts';
import { failed, ok } from '../../base/result.ts';
import { readCitySteps } from '../../ingest/read-city.ts';
import { digestHex } from '../../ingest/sha256.ts';
import type { SourceFile } from '../../ingest/source-file.ts';
import { parseRulePack } from '../../policy/parse-rule-pack.ts';
import type { RulePack } from '../../policy/rule.ts';
import type { City, Failure } from '../../state/session.ts';
import { inSlices } from '../../worker/in-slices.ts';

const PACKS = import.meta.glob<unknown>('../../../data/policy/*.json', { eager: true, import: 'default' });

/** Reads the embedded city and its policies, which are served with the page. Nothing leaves the origin. */
export async function readEmbeddedCity(): Promise<Result<City, Failure>> {
  const packs = embeddedPacks();
  if (!packs.ok) return packs;
  let files: SourceFile[];
  try {
    files = await Promise.all(
      [
        ['facilities.csv', facilitiesUrl],
        ['heat-sources.csv', heatSourcesUrl],
        ['zones.geojson', zonesUrl],
        ['counties.geojson', countiesUrl],
        ['prefectures.geojson', prefecturesUrl],
        ['parks.csv', parksUrl],
        ['stations.csv', stationsUrl],
        ['air-quality.csv', airReadingsUrl],
      ].map(([name = '', url = '']) => fetchFile(name, url)),
    );
  } catch (error) {
    return failed([{ code: 'city-unreachable', detail: error instanceof Error ? error.message : String(error) }]);
  }
  const [facilities, heatSources, zones, counties, prefectures, parks, stations, airReadings] = files as [SourceFile, SourceFile, SourceFile, SourceFile, SourceFile, SourceFile, SourceFile, SourceFile];
  const reading = readCitySteps({ facilities, heatSources, zones, divisions: [counties, prefectures], parks, stations, airReadings });
  return ok({ project: await inSlices(reading), packs: packs.value });
}

async function fetchFile(name: string, url: string): Promise<SourceFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: HTTP ${String(response.status)}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { name, bytes, sha256: await digestHex(bytes) };
}

/** In the order of their ids, so that every run lists the documents alike. */
function embeddedPacks(): Result<RulePack[], Failure> {
  const parsed = Object.entries(PACKS).map(([path, json]) => ({ path, result: parseRulePack(json) }));
  const broken = parsed.find(({ result }) => !result.ok);
  if (broken !== undefined && !broken.result.ok) {
    const [problem] = broken.result.problems;
    const file = broken.path.slice(broken.path.lastIndexOf('/') + 1);
    return failed([{ code: 'policy-invalid', detail: [file, problem?.path, problem?.code].filter(Boolean).join(' · ') }]);
  }
  const packs = parsed.flatMap(({ result }) => (result.ok ? [result.value] : []));
  return ok(packs.sort((a, b) => (a.id < b.id ? -1 : 1)));
}
