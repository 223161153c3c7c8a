import type { Facility } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import { kmDigits } from '../text/formats.ts';
import type { Lang } from '../text/lang.ts';
import type { LedgerWords } from '../text/ledger.ts';
import { ledgerWords } from '../text/ledger.ts';
import type { Terms } from '../text/terms.ts';
import { terms } from '../text/terms.ts';
import type { Verdict } from '../assess/assessment.ts';
import { verdictOf } from '../assess/verdict.ts';
import type { ExportRequest } from './case-file.ts';
import { csvCell, csvLine, textCell } from './cell.ts';
import type { DemandWords } from './demand-words.ts';
import { demandWords } from './demand-words.ts';
import { keptColumns, originalCell } from './kept-columns.ts';

/** What a column writer can look at. */
interface Desk {
  readonly request: ExportRequest;
  readonly words: LedgerWords;
  readonly terms: Terms;
  readonly countyOf: (index: number) => string;
  /** The radius of the reach rules, so that a printed distance never contradicts what it decided. */
  readonly reachM: number | undefined;
}

/** One facility, with what the columns of the assessment say of it. */
interface Line {
  readonly index: number;
  readonly facility: Facility;
  readonly verdict: Verdict;
  readonly demand: ReturnType<DemandWords>;
}

/** A number, a calendar day, or text that must stay text. */
export type Cell = number | null | string | { readonly day: string | null };

interface Column {
  readonly header: keyof LedgerWords;
  readonly write: (line: Line, desk: Desk) => Cell;
}

/** The ledger's columns in the order that a person reads them: who, what, verdict, why, where, how sure. */
const COLUMNS: readonly Column[] = [
  { header: 'id', write: ({ facility }) => facility.id },
  { header: 'name', write: ({ facility }) => facility.name },
  { header: 'enterprise', write: ({ facility }) => facility.enterprise ?? '' },
  { header: 'creditCode', write: ({ facility }) => facility.creditCode ?? '' },
  { header: 'county', write: ({ index }, { countyOf }) => countyOf(index) },
  { header: 'kind', write: ({ facility }, desk) => (facility.kind === null ? desk.terms.unknown : desk.terms.kind[facility.kind]) },
  { header: 'fuel', write: ({ facility }, desk) => (facility.fuel === null ? desk.terms.unknown : desk.terms.fuel[facility.fuel]) },
  { header: 'capacity', write: ({ facility }) => facility.capacityTph },
  { header: 'count', write: ({ facility }) => facility.count },
  { header: 'verdict', write: ({ verdict }, { request }) => sayVerdict(verdict, request.lang) },
  { header: 'certainty', write: ({ verdict }, desk) => desk.terms.certainty[verdict.certainty] },
  { header: 'deadline', write: ({ verdict }) => ({ day: verdict.deadline }) },
  { header: 'deadlineOrigin', write: ({ verdict }, desk) => (verdict.duty === 'none' ? '' : desk.terms.deadlineOrigin[verdict.deadlineOrigin]) },
  { header: 'overdue', write: ({ verdict }, desk) => (verdict.deadline === null ? '' : verdict.overdue ? desk.terms.yes : desk.terms.no) },
  { header: 'rules', write: ({ demand }) => demand.rules },
  { header: 'nearestSource', write: ({ index }, { request: { assessment, project } }) => project.heatSources[assessment.nearestEligible[index] as number]?.name ?? null },
  { header: 'nearestKm', write: nearestKm },
  { header: 'zones', write: zoneWords },
  { header: 'margin', write: marginCell },
  { header: 'missing', write: missingWords },
  { header: 'departments', write: ({ demand }) => demand.departments },
  { header: 'lng', write: ({ facility }) => facility.lngLat?.[0] ?? null },
  { header: 'lat', write: ({ facility }) => facility.lngLat?.[1] ?? null },
  { header: 'accuracy', write: ({ facility }) => facility.locationAccuracyM },
  { header: 'nature', write: ({ facility }, { words }) => (facility.synthetic ? words.synthetic : words.asLedger) },
];

/** UTF-8 needs this mark to be recognised by Chinese Excel. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The ledger as a CSV that Chinese Excel opens right: byte order mark, CRLF, long codes as text, no cell that runs. The
 * ledger's other columns follow as they came. One line a facility, in the order asked.
 */
export function toCsv(request: ExportRequest): string {
  return [...csvLines(request)].join('');
}

/** The same, line by line. */
export function csvLines(request: ExportRequest): Generator<string> {
  return tableLines(ledgerTable(request));
}

/** A table that a reader of ours or a spreadsheet can open. */
export interface TableToWrite {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Any table as such a CSV, line by line. */
export function* tableLines({ header, rows }: TableToWrite): Generator<string> {
  yield `${BYTE_ORDER_MARK}${csvLine(header.map(textCell))}\r\n`;
  const columns = header.map(openColumn);
  const texts: string[] = [];
  for (const cells of rows) {
    for (let k = 0; k < columns.length; k++) texts[k] = (columns[k] as (typeof columns)[number])(cells[k] as Cell);
    yield `${texts.join(',')}\r\n`;
  }
}

/** Texts of a column whose form in CSV is remembered; a column of more is one of names or numbers. */
const MOST_REMEMBERED = 4096;

/** Puts the cells of one column into CSV. */
function openColumn(): (cell: Cell) => string {
  let known: Map<string, string> | null = new Map();
  return (cell) => {
    if (typeof cell !== 'string') return cell === null ? '' : typeof cell === 'number' ? String(cell) : (cell.day ?? '');
    if (known === null) return csvCell(cell);
    let text = known.get(cell);
    if (text === undefined) {
      text = csvCell(cell);
      if (known.size < MOST_REMEMBERED) known.set(cell, text);
      else known = null;
    }
    return text;
  };
}

/** The ledger that tables of every format hold: our columns, then the ledger's own. */
export function ledgerTable(request: ExportRequest): TableToWrite {
  const { project, assessment, lang } = request;
  const words = ledgerWords[lang];
  const desk: Desk = { request, words, terms: terms[lang], countyOf: countyNames(request), reachM: assessment.rules.flatMap(({ pack }) => pack.sourceSets.map((set) => set.radiusM))[0] };
  const ours = COLUMNS.map((column) => words[column.header] as string);
  const kept = keptColumns(request, ours);
  const rows = function* (): Generator<readonly Cell[]> {
    // Not before the header is out: each takes its time with a long ledger.
    const demands = demandWords(request);
    for (const index of request.indices) {
      const facility = project.facilities[index];
      if (facility === undefined) throw new Error(`ledgerTable: got facility ${index}, expected less than ${project.facilities.length}`);
      const line: Line = { index, facility, verdict: verdictOf(assessment, index), demand: demands(index) };
      const cells: Cell[] = [];
      for (const { write } of COLUMNS) cells.push(write(line, desk));
      for (const { header } of kept) cells.push(originalCell(facility, header));
      yield cells;
    }
  };
  return { header: [...ours, ...kept.map(({ title }) => title)], rows: rows() };
}

/** The verdict in words: the sure duty, and the stronger one that is possible. */
export function sayVerdict({ duty, possibleDuty }: Verdict, lang: Lang): string {
  const names = terms[lang].duty;
  if (possibleDuty === duty) return names[duty];
  return ledgerWords[lang].possibly(duty === 'none' ? null : names[duty], names[possibleDuty]);
}

function zoneWords({ index }: Line, { request: { project, assessment: { zones } }, words }: Desk): string {
  const [from, to] = [zones.offsets[index] as number, zones.offsets[index + 1] as number];
  if (from === to) return '';
  const names: string[] = [];
  for (let k = from; k < to; k++) names.push(project.zones[zones.items[k] as number]?.name ?? '');
  return names.join(words.listSeparator);
}

function marginCell({ index }: Line, { request: { assessment } }: Desk): Cell {
  const marginM = assessment.marginM[index] as number;
  return Number.isNaN(marginM) ? null : Number(marginM.toFixed(1));
}

function missingWords({ index }: Line, { request: { assessment }, words, terms: say }: Desk): string {
  const missing = assessment.missingSets[assessment.missing[index] as number] ?? [];
  return missing.map((field) => say.field[field as keyof Terms['field']]).join(words.listSeparator);
}

function nearestKm({ index }: Line, { request: { assessment, project }, reachM }: Desk): Cell {
  const source = project.heatSources[assessment.nearestEligible[index] as number];
  const radiusM = source?.reachM ?? reachM;
  return source === undefined ? null : Number(kmDigits(assessment.nearestEligibleDistanceM[index] as number, 3, radiusM));
}

/** The county's name when its outline is loaded, else what the ledger says, else its code. */
export function countyName(index: number, { assessment, project }: Pick<ExportRequest, 'assessment' | 'project'>, lang: Lang): string {
  return assessment.division[index] === 0 ? '' : divisionTitle(project.divisions, String(assessment.division[index]), lang);
}

/** Its name when its outline is loaded, else its code. */
export function divisionTitle(divisions: Project['divisions'], code: string, lang: Lang): string {
  const division = divisions.find((candidate) => candidate.code === code);
  return (lang === 'zh' ? division?.name : division?.nameEn) ?? code;
}

/** `countyName` for many facilities of few counties. */
function countyNames(request: ExportRequest): (index: number) => string {
  const known = new Map<number, string>();
  return (index) => {
    const code = request.assessment.division[index] as number;
    let name = known.get(code);
    if (name === undefined) known.set(code, (name = countyName(index, request, request.lang)));
    return name;
  };
}
