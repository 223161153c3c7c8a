import type { HeatSource } from '../domain/heat-source.ts';
import type { Message } from '../domain/issue.ts';
import { HEAT_SOURCE_COLUMNS, type HeatSourceField } from './columns/place-columns.ts';
import { flag, grade, heatSourceKind, isSynthetic } from './columns/words.ts';
import { problem } from './problem.ts';
import { issuesAsMessages } from './issues-as-messages.ts';
import { readWholeSheet } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { readSourceShape } from './source-shape.ts';
import { creditCodeOf, divisionCodeOf, numberOf, positionOf, textOf, wordOf, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';

/** 热源, CSV or GeoJSON points, areas or lines. A name (or an id) and a point are enough; all else may be unknown. */
export function readHeatSources(source: SourceFile): Reading<HeatSource> {
  const remarks: Message[] = [];
  const read = readWholeSheet(source, 'heatSources', HEAT_SOURCE_COLUMNS, (row) => {
    const heatSource = buildHeatSource(row);
    if (row.faults.length === 0) remarks.push(...issuesAsMessages(row));
    return heatSource;
  }, { takesShapes: true });
  return { ...read, messages: [...read.messages, ...remarks] };
}

function buildHeatSource(row: Row<HeatSourceField>): HeatSource | null {
  const lngLat = positionOf(row);
  if (lngLat === null && row.faults.length === 0) row.faults.push(problem('point-missing', {}));
  const shape = row.geometry === undefined ? null : readSourceShape(row.geometry, { file: row.file, feature: row.number, zone: textOf(row, 'name') ?? '' });
  if (shape !== null && 'code' in shape) row.faults.push(shape);
  const id = textOf(row, 'id');
  const name = textOf(row, 'name') ?? id;
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
    locationAccuracyM: numberOf(row, 'locationAccuracyM'),
    reachM: numberOf(row, 'reachM'),
    synthetic: isSynthetic(textOf(row, 'synthetic') ?? ''),
    original: row.original,
  };
  return lngLat === null || name === null || (shape !== null && 'code' in shape) ? null : { id: id ?? name, name, lngLat, shape, ...facts };
}
