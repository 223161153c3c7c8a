import type { HeatSource } from '../domain/heat-source.ts';
import type { Message } from '../domain/issue.ts';
import { HEAT_SOURCE_COLUMNS, type HeatSourceField } from './columns/place-columns.ts';
import { flag, grade, heatSourceKind, isSynthetic } from './columns/words.ts';
import { issuesAsMessages } from './issues-as-messages.ts';
import { axesTurned } from './place-witnesses.ts';
import { SITES } from './points-table.ts';
import { problem } from './problem.ts';
import { readPlaceSheet } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { accuracyIn, positionOf } from './position.ts';
import type { PlaceOptions } from './read-options.ts';
import { creditCodeOf, divisionCodeOf, idOf, numberOf, originalIn, textOf, wordOf, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';
import { readSite } from './source-shapes.ts';

/** 热源, CSV or GeoJSON points, areas and lines. A name (or an id) and a place are enough; all else may be unknown. */
export function readHeatSources(source: SourceFile, options: PlaceOptions = {}): Reading<HeatSource> {
  const remarks: Message[] = [];
  const read = readPlaceSheet(source, 'heatSources', HEAT_SOURCE_COLUMNS, (row) => {
    const heatSource = buildHeatSource(row);
    if (row.faults.length === 0) remarks.push(...issuesAsMessages(row));
    return heatSource;
  }, SITES, options);
  return { ...read, messages: [...read.messages, ...remarks] };
}

function buildHeatSource(row: Row<HeatSourceField>): HeatSource | null {
  const id = idOf(row);
  const name = textOf(row, 'name') ?? id;
  const site = siteOf(row, name ?? '');
  if (site === null && row.faults.length === 0) row.faults.push(problem('point-missing', {}));
  if (name === null) row.faults.push(problem('name-missing', {}));

  const facts = {
    kind: wordOf(row, 'kind', heatSourceKind),
    kindEvidence: textOf(row, 'kindEvidence') ?? '',
    unitMW: numberOf(row, 'unitMW'),
    plantMW: numberOf(row, 'plantMW'),
    units: textOf(row, 'units') ?? '',
    large: wordOf(row, 'large', flag),
    performanceGrade: wordOf(row, 'performanceGrade', grade),
    listedForExit: wordOf(row, 'listedForExit', flag),
    spareHeatMW: numberOf(row, 'spareHeatMW'),
    enterprise: textOf(row, 'enterprise'),
    creditCode: creditCodeOf(row),
    divisionCode: divisionCodeOf(row),
    locationAccuracyM: accuracyIn(row.crs, numberOf(row, 'locationAccuracyM')),
    reachM: numberOf(row, 'reachM'),
    synthetic: isSynthetic(textOf(row, 'synthetic') ?? ''),
    original: originalIn(row),
  };
  return site === null || name === null ? null : { id: id ?? name, name, ...site, ...facts };
}

function siteOf(row: Row<HeatSourceField>, name: string): Pick<HeatSource, 'lngLat' | 'shape'> | null {
  const drawn = row.feature?.geometry ?? null;
  const site = readSite(row.isSwapped ? axesTurned(drawn) : drawn, { file: row.file, feature: row.number, zone: name }, row.crs);
  if (site !== null && 'code' in site) {
    row.faults.push(site);
    return null;
  }
  if (site !== null) return site;
  const lngLat = positionOf(row);
  return lngLat === null ? null : { lngLat, shape: null };
}
