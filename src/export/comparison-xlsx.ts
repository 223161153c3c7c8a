import { failed, type Result } from '../base/result.ts';
import { CHANGES } from '../assess/change.ts';
import type { ChangeTotals } from '../assess/compare-totals.ts';
import { totalsOf } from '../assess/compare-totals.ts';
import type { Tally } from '../assess/summary.ts';
import { compareWords } from '../text/compare.ts';
import { terms } from '../text/terms.ts';
import { workbookWords } from '../text/workbook.ts';
import type { ComparisonManifest, ComparisonRequest } from './comparison.ts';
import { comparisonManifest, comparisonTable } from './comparison.ts';
import type { Cell } from './csv-text.ts';
import { divisionTitle } from './csv.ts';
import { aboutInputsAndPacks } from './xlsx.ts';
import { MAX_ROWS, writeWorkbook } from './write-workbook.ts';

/** The rows of the CSV, the totals by county and fuel of the whole comparison, and what both answers were made from. */
export function comparisonXlsx(request: ComparisonRequest): Result<readonly Uint8Array[], string> {
  const words = workbookWords[request.lang];
  const w = compareWords[request.lang];
  const rows = request.indices.length;
  if (rows > MAX_ROWS - 1) return failed([words.tooManyRows(rows, MAX_ROWS - 1)]);
  const table = comparisonTable(request);
  const written = writeWorkbook([
    { name: w.tableSheet, ...table },
    { name: w.totalsSheet, ...totalsTable(request) },
    { name: w.aboutSheet, header: null, rows: aboutRows(request) },
  ]);
  if (written.ok) return written;
  return failed(written.problems.map((limit) => {
    if (limit.code === 'rows') return words.tooManyRows(rows, limit.limit);
    return words.cellTooLong(limit.row, limit.sheet === w.tableSheet ? (table.header[limit.column] ?? '') : limit.sheet, limit.length, limit.limit);
  }));
}

/** A row a group, three columns a bucket: units, their steam, and those whose steam is not known. */
export function totalsTable({ comparison, before, after, lang }: ComparisonRequest): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const [w, t] = [compareWords[lang], terms[lang]];
  const { all, byCounty, byFuel } = totalsOf(comparison, before.world.data, after.world.data);
  const names = [...CHANGES.map((change) => w.change[change]), w.side.before(w.affected), w.side.after(w.affected)];
  const { divisions } = after.world.data;
  return {
    header: [w.group, ...names.flatMap((name) => [name, `${name} ${w.tph}`, `${name} ${w.unknownTph}`])],
    rows: [
      [w.total, ...cells(all)],
      [],
      [w.byCounty],
      ...[...byCounty].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, totals]) => [code === '' ? t.unknown : divisionTitle(divisions, code, lang), ...cells(totals)]),
      [],
      [w.byFuel],
      ...[...byFuel].map(([fuel, totals]) => [fuel === null ? t.unknown : t.fuel[fuel], ...cells(totals)]),
    ],
  };
}

function cells({ byChange, affectedBefore, affectedAfter }: ChangeTotals): Cell[] {
  return [...CHANGES.map((change) => byChange[change]), affectedBefore, affectedAfter].flatMap(({ count, tph, unknownTph }: Tally) => [count, rounded(tph), unknownTph]);
}

/** Sums of decimals carry the last bits of binary fractions, which no ledger has. */
function rounded(tph: number): number {
  return Math.round(tph * 1e6) / 1e6;
}

function aboutRows(request: ComparisonRequest): readonly (readonly Cell[])[] {
  const w = compareWords[request.lang];
  const { before, after, gainedM2, lostM2 } = comparisonManifest(request);
  return [
    [w.about.gained, gainedM2],
    [w.about.lost, lostM2],
    [],
    ...sideRows(w.side.before(before.name), before, request),
    [],
    ...sideRows(w.side.after(after.name), after, request),
  ];
}

function sideRows(title: string, side: ComparisonManifest['before'], { lang }: ComparisonRequest): readonly (readonly Cell[])[] {
  const [w, t] = [compareWords[lang], terms[lang]];
  const { scenario } = side;
  const pairs = (record: Readonly<Record<string, string | number>>): string => Object.entries(record).map(([key, value]) => `${key} = ${value}`).join(', ');
  return [
    [title],
    ...(scenario === null
      ? []
      : [
          [w.about.scenario, scenario.name],
          [w.about.id, scenario.id],
          [w.about.description, scenario.description],
          [w.about.frozen, scenario.frozen ? t.yes : t.no],
          [w.about.madeOn, { day: scenario.madeOn }],
          [w.about.madeFor, scenario.madeFor],
        ]),
    [w.about.dataRevision, side.dataRevision],
    [w.about.readings, pairs(side.readings)],
    [w.about.reach, pairs(side.reachM)],
    [w.about.zones, side.zones.map(({ name, kind }) => `${name} (${t.zoneKind[kind]})`).join(', ')],
    ...aboutInputsAndPacks(side, lang),
  ];
}
