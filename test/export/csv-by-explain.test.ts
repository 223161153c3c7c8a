import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { explainRange } from '../../src/assess/explain.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import { surroundingsOf } from '../../src/assess/surroundings.ts';
import { departments } from '../../src/assess/summary.ts';
import { verdictOf } from '../../src/assess/verdict.ts';
import type { Project } from '../../src/domain/project.ts';
import { csvLines } from '../../src/export/csv.ts';
import { geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import { readCity } from '../../src/ingest/read-city.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { dutyRank } from '../../src/policy/duty.ts';
import { kmDigits } from '../../src/text/formats.ts';
import { ledgerWords } from '../../src/text/ledger.ts';
import { terms } from '../../src/text/terms.ts';
import { decidingFindings, missingFields, smallestMarginM } from '../assess/deciding-findings.ts';
import { largeProject } from '../assess/large-project.ts';
import { loadPacks } from '../policy/packs.ts';
import Papa from 'papaparse';

const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(new URL(`../../data/jincheng/${name}`, import.meta.url))) });
const packs = loadPacks();
const WINDOW = 1000;
const words = ledgerWords.zh;

/** The cells of a line that the columns of the assessment give, worked out from the full findings instead. */
function* cellsByExplain(project: Project, asOf: string): Generator<Record<string, string>> {
  const [scene, book] = [sceneOf(project), openRuleBook(packs, asOf, {})];
  const assessment = assess(scene, book);
  if (assessment === null) throw new Error('the run stopped');
  const boundBy = new Map(book.rules.map((one) => [`${one.pack.id} ${one.rule.id}`, one]));
  const ruleOf = (pack: string, rule: string) => boundBy.get(`${pack} ${rule}`);
  let explained = explainRange(scene, book, 0, 0);
  for (const index of project.facilities.keys()) {
    if (index % WINDOW === 0) explained = explainRange(scene, book, index, Math.min(index + WINDOW, project.facilities.length));
    const findings = explained(index);
    const verdict = verdictOf(assessment, index);
    const dutyOf = ({ pack, rule }: (typeof findings)[number]) => ruleOf(pack, rule)?.rule.duty ?? 'none';
    const deciding = decidingFindings(findings, verdict, dutyOf);
    const applying = findings.filter(({ outcome }) => outcome === 'applies').sort((a, b) => dutyRank(dutyOf(a)) - dutyRank(dutyOf(b)));
    const marginM = smallestMarginM(deciding);
    const source = assessment.nearestEligible[index] ?? -1;
    const [lng, lat] = project.facilities[index]?.lngLat ?? [NaN, NaN];
    const exactM = geodesicDistanceM(lng, lat, scene.sources.lng[source] ?? NaN, scene.sources.lat[source] ?? NaN);
    yield {
      [words.rules]: [...applying, ...deciding.filter(({ outcome }) => outcome !== 'applies')]
        .map(({ pack, rule, outcome }) => {
          const one = ruleOf(pack, rule);
          return `${one?.pack.shortTitle.zh ?? ''} ${one?.rule.article ?? ''} [${rule}]${outcome === 'applies' ? '' : ` (${terms.zh.outcome[outcome]})`}`;
        })
        .join(words.listSeparator),
      [words.margin]: marginM === null ? '' : String(Number(marginM.toFixed(1))),
      [words.missing]: missingFields(deciding).map((field) => terms.zh.field[field as 'lngLat']).join(words.listSeparator),
      [words.zones]: [...surroundingZones(assessment.zones, index)].map((zone) => project.zones[zone]?.name ?? '').join(words.listSeparator),
      [words.departments]: departments(assessment)(index).join(words.listSeparator),
      [words.nearestKm]: source === -1 ? '' : String(Number(kmDigits(exactM, 3, scene.sourceList[source]?.reachM ?? book.reachM ?? 0))),
    };
    // A source that is nearer than the nearest eligible one must itself be ineligible.
    const { nearest } = surroundingsOf(scene, book, index);
    if (nearest !== null && source !== -1 && nearest.distanceM < exactM) expect(assessment.sourceEligible[nearest.source]).not.toBe(3);
  }
}

function* surroundingZones({ offsets, items }: { readonly offsets: Uint32Array; readonly items: Uint32Array }, index: number): Generator<number> {
  for (let k = offsets[index] ?? 0; k < (offsets[index + 1] ?? 0); k++) yield items[k] ?? -1;
}

function written(project: Project, asOf: string): readonly Readonly<Record<string, string>>[] {
  const assessment = assess(sceneOf(project), openRuleBook(packs, asOf, {}));
  if (assessment === null) throw new Error('the run stopped');
  const csv = [...csvLines({ project, packs, choices: {}, assessment, lang: 'zh', indices: [...project.facilities.keys()] })].join('');
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;
}

const counties = readDivisions(file('counties.geojson')).accepted;
const prefectures = readDivisions(file('prefectures.geojson')).accepted;

describe.each([
  ['the embedded city', 1000, () => readCity({ facilities: file('facilities.csv'), heatSources: file('heat-sources.csv'), zones: file('zones.geojson'), divisions: [file('counties.geojson'), file('prefectures.geojson')], parks: file('parks.csv'), stations: file('stations.csv'), airReadings: file('air-quality.csv') })],
  ['a province of 5,000', 5000, () => largeProject({ facilities: 5000, zones: 40, sources: 30, vertices: [20, 200], seed: 11 }, [...counties, ...prefectures])],
] as const)('the CSV of %s', (_name, atLeast, make) => {
  let project: Project;
  beforeAll(() => {
    project = make();
  });

  it('says in its quick columns what the full findings say, cell by cell', { timeout: 120_000 }, () => {
    expect(project.facilities.length).toBeGreaterThanOrEqual(atLeast);
    const lines = written(project, '2024-12-31');
    let index = 0;
    for (const expected of cellsByExplain(project, '2024-12-31')) {
      const line = lines[index++];
      // Cells that a spreadsheet might run carry a mark; none of these columns begins with one but the margin.
      const found = Object.fromEntries(Object.keys(expected).map((header) => [header, line?.[header]]));
      if (JSON.stringify(found) !== JSON.stringify(expected)) expect({ index, ...found }).toEqual({ index, ...expected });
    }
    expect(lines).toHaveLength(index);
  });
});
