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
import { csvLine, textCell } from './cell.ts';
import type { Cell } from './csv-text.ts';
import { openColumn } from './csv-text.ts';
import type { DemandWords } from './demand-words.ts';
import { openDemands } from './demand-words.ts';
import type { KeptColumn } from './kept-columns.ts';
import { keptColumns, originalCell } from './kept-columns.ts';
import { rounded } from './rounded.ts';
import type { Numbers } from './same-cells.ts';
import { alikeIn, alikeInList } from './same-cells.ts';

/** What a column writer can look at. */
interface Desk {
  readonly request: ExportRequest;
  readonly words: LedgerWords;
  readonly terms: Terms;
  readonly countyOf: (index: number) => string;
  readonly demandOf: DemandWords;
  /** The radius of the reach rules, so that a printed distance never contradicts what it decided. */
  readonly reachM: number | undefined;
}

/** One facility, by its index too. */
interface Line {
  readonly index: number;
  readonly facility: Facility;
}

interface Column {
  readonly header: keyof LedgerWords;
  readonly write: (line: Line, desk: Desk) => Cell;
  /** What facilities must have in common, for their cells to be the same. */
  readonly sameIn?: 'answer' | 'zones';
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
  { header: 'verdict', sameIn: 'answer', write: (line, desk) => sayVerdict(verdictIn(line, desk), desk.request.lang) },
  { header: 'certainty', sameIn: 'answer', write: (line, desk) => desk.terms.certainty[verdictIn(line, desk).certainty] },
  { header: 'deadline', sameIn: 'answer', write: (line, desk) => ({ day: verdictIn(line, desk).deadline }) },
  { header: 'deadlineOrigin', sameIn: 'answer', write: deadlineOriginWord },
  { header: 'overdue', sameIn: 'answer', write: overdueWord },
  { header: 'rules', sameIn: 'answer', write: ({ index }, { demandOf }) => demandOf(index).rules },
  { header: 'nearestSource', write: ({ index }, { request: { assessment, project } }) => project.heatSources[assessment.nearestEligible[index] as number]?.name ?? null },
  { header: 'nearestKm', write: nearestKm },
  { header: 'zones', sameIn: 'zones', write: zoneWords },
  { header: 'margin', write: marginCell },
  { header: 'missing', sameIn: 'answer', write: missingWords },
  { header: 'departments', sameIn: 'answer', write: ({ index }, { demandOf }) => demandOf(index).departments },
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
export function* csvLines(request: ExportRequest): Generator<string> {
  const { header, kept } = headerOf(request);
  yield csvHeader(header);
  const writers = blocksOf(request).map(({ columns, sameAs }) => {
    const cells = columns.map((write) => ({ write, text: openColumn() }));
    return remembered(sameAs, (line) => cells.map(({ write, text }) => text(write(line))).join(','));
  });
  for (const { header } of kept) {
    const text = openColumn();
    writers.push(({ facility }) => text(originalCell(facility, header)));
  }
  const texts: string[] = [];
  for (const line of linesOf(request)) {
    for (let k = 0; k < writers.length; k++) texts[k] = (writers[k] as (line: Line) => string)(line);
    yield `${texts.join(',')}\r\n`;
  }
}

/** A table that a reader of ours or a spreadsheet can open. */
export interface TableToWrite {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Any table as such a CSV, line by line. */
export function* tableLines({ header, rows }: TableToWrite): Generator<string> {
  yield csvHeader(header);
  const columns = header.map(openColumn);
  for (const cells of rows) yield `${columns.map((text, k) => text(cells[k] as Cell)).join(',')}\r\n`;
}

function csvHeader(header: readonly string[]): string {
  return `${BYTE_ORDER_MARK}${csvLine(header.map(textCell))}\r\n`;
}

/** The ledger that tables of every format hold: our columns, then the ledger's own. */
export function ledgerTable(request: ExportRequest): TableToWrite {
  const { header, kept } = headerOf(request);
  const rows = function* (): Generator<readonly Cell[]> {
    const writers = blocksOf(request).map(({ columns, sameAs }) => remembered(sameAs, (line) => columns.map((write) => write(line))));
    for (const line of linesOf(request)) {
      const cells: Cell[] = [];
      for (const write of writers) cells.push(...write(line));
      for (const { header } of kept) cells.push(originalCell(line.facility, header));
      yield cells;
    }
  };
  return { header, rows: rows() };
}

function headerOf(request: ExportRequest): { readonly header: readonly string[]; readonly kept: readonly KeptColumn[] } {
  const ours = COLUMNS.map((column) => ledgerWords[request.lang][column.header] as string);
  const kept = keptColumns(request, ours);
  return { header: [...ours, ...kept.map(({ title }) => title)], kept };
}

function* linesOf({ project: { facilities }, indices }: ExportRequest): Generator<Line> {
  for (const index of indices) {
    const facility = facilities[index];
    if (facility === undefined) throw new Error(`linesOf: got facility ${index}, expected less than ${facilities.length}`);
    yield { index, facility };
  }
}

/** Neighbouring columns whose cells are written together. */
interface Block {
  readonly columns: ((line: Line) => Cell)[];
  /** Facilities of one number have the same cells; `null` where nobody knows. */
  readonly sameAs: Numbers | null;
}

/** Our columns. Takes its time with a long ledger. */
function blocksOf(request: ExportRequest): readonly Block[] {
  const { assessment, lang } = request;
  const { combination, demandOf } = openDemands(request);
  const { duty, possibleDuty, certainty, deadlineRule, overdue, missing } = assessment;
  const numbers = {
    answer: alikeIn(combination, [duty, possibleDuty, certainty, deadlineRule, overdue, missing]),
    zones: alikeInList(assessment.zones),
  };
  const desk: Desk = { request, words: ledgerWords[lang], terms: terms[lang], countyOf: countyNames(request), demandOf, reachM: assessment.rules.flatMap(({ pack }) => pack.sourceSets.map((set) => set.radiusM))[0] };
  const blocks: Block[] = [];
  for (const { write, sameIn } of COLUMNS) {
    const sameAs = sameIn === undefined ? null : numbers[sameIn];
    const last = blocks.at(-1);
    if (last !== undefined && sameAs !== null && last.sameAs === sameAs) last.columns.push((line) => write(line, desk));
    else blocks.push({ columns: [(line) => write(line, desk)], sameAs });
  }
  return blocks;
}

/** What is the same for many facilities is made for the first of them. */
function remembered<Made>(sameAs: Numbers | null, make: (line: Line) => Made): (line: Line) => Made {
  if (sameAs === null) return make;
  const known: Made[] = [];
  return (line) => (known[sameAs[line.index] as number] ??= make(line));
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

function verdictIn({ index }: Line, { request }: Desk): Verdict {
  return verdictOf(request.assessment, index);
}

function deadlineOriginWord(line: Line, desk: Desk): string {
  const { duty, deadlineOrigin } = verdictIn(line, desk);
  return duty === 'none' ? '' : desk.terms.deadlineOrigin[deadlineOrigin];
}

function overdueWord(line: Line, desk: Desk): string {
  const { deadline, overdue } = verdictIn(line, desk);
  return deadline === null ? '' : overdue ? desk.terms.yes : desk.terms.no;
}

function marginCell({ index }: Line, { request: { assessment } }: Desk): Cell {
  const marginM = assessment.marginM[index] as number;
  return Number.isNaN(marginM) ? null : rounded(marginM, 1);
}

function missingWords({ index }: Line, { request: { assessment }, words, terms: say }: Desk): string {
  const missing = assessment.missingSets[assessment.missing[index] as number] ?? [];
  return missing.map((field) => say.field[field as keyof Terms['field']]).join(words.listSeparator);
}

function nearestKm({ index }: Line, { request: { assessment, project }, reachM }: Desk): Cell {
  const source = project.heatSources[assessment.nearestEligible[index] as number];
  if (source === undefined) return null;
  const [metres, limitM] = [assessment.nearestEligibleDistanceM[index] as number, source.reachM ?? reachM];
  const km = rounded(metres / 1000, KM_DIGITS);
  // The same question as in `kmDigits`, which most distances need not be asked.
  return limitM !== undefined && metres <= limitM !== km * 1000 <= limitM ? Number(kmDigits(metres, KM_DIGITS, limitM)) : km;
}

const KM_DIGITS = 3;

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
