import { DUTIES } from '../policy/duty.ts';
import { kmDigits } from '../text/formats.ts';
import type { Lang } from '../text/lang.ts';
import type { LedgerWords } from '../text/ledger.ts';
import { ledgerWords } from '../text/ledger.ts';
import type { Terms } from '../text/terms.ts';
import { terms } from '../text/terms.ts';
import { departmentsOf } from '../assess/summary.ts';
import { dutyRank } from '../policy/duty.ts';
import type { CaseFile, ExportRequest } from './case-file.ts';
import { caseFiles } from './case-file.ts';
import { csvLine, textCell } from './cell.ts';
import { keptColumns, originalCell } from './kept-columns.ts';

/** What a column writer can look at. */
interface Desk {
  readonly request: ExportRequest;
  readonly words: LedgerWords;
  readonly terms: Terms;
}

/** A number, a calendar day, or text that must stay text. */
export type Cell = number | null | string | { readonly day: string | null };

interface Column {
  readonly header: keyof LedgerWords;
  readonly write: (file: CaseFile, desk: Desk) => Cell;
}

/** The ledger's columns in the order that a person reads them: who, what, verdict, why, where, how sure. */
const COLUMNS: readonly Column[] = [
  { header: 'id', write: ({ facility }) => facility.id },
  { header: 'name', write: ({ facility }) => facility.name },
  { header: 'enterprise', write: ({ facility }) => facility.enterprise ?? '' },
  { header: 'creditCode', write: ({ facility }) => facility.creditCode ?? '' },
  { header: 'county', write: ({ index }, { request }) => countyName(index, request, request.lang) },
  { header: 'kind', write: ({ facility }, desk) => (facility.kind === null ? desk.terms.unknown : desk.terms.kind[facility.kind]) },
  { header: 'fuel', write: ({ facility }, desk) => (facility.fuel === null ? desk.terms.unknown : desk.terms.fuel[facility.fuel]) },
  { header: 'capacity', write: ({ facility }) => facility.capacityTph },
  { header: 'count', write: ({ facility }) => facility.count },
  { header: 'verdict', write: verdictWords },
  { header: 'certainty', write: ({ verdict }, desk) => desk.terms.certainty[verdict.certainty] },
  { header: 'deadline', write: ({ verdict }) => ({ day: verdict.deadline }) },
  { header: 'deadlineOrigin', write: ({ verdict }, desk) => (verdict.duty === 'none' ? '' : desk.terms.deadlineOrigin[verdict.deadlineOrigin]) },
  { header: 'overdue', write: ({ verdict }, desk) => (verdict.deadline === null ? '' : verdict.overdue ? desk.terms.yes : desk.terms.no) },
  { header: 'rules', write: ruleWords },
  { header: 'nearestSource', write: ({ index }, { request: { assessment, project } }) => project.heatSources[assessment.nearestEligible[index] as number]?.name ?? null },
  { header: 'nearestKm', write: nearestKm },
  { header: 'zones', write: ({ zones }, { request, words }) => zones.map((zone) => request.project.zones[zone]?.name ?? '').join(words.listSeparator) },
  { header: 'margin', write: ({ marginM }) => (marginM === null ? null : Number(marginM.toFixed(1))) },
  { header: 'missing', write: ({ missing }, desk) => missing.map((field) => desk.terms.field[field as keyof Terms['field']]).join(desk.words.listSeparator) },
  { header: 'departments', write: ({ index }, { request, words }) => departmentsOf(request.assessment, index).join(words.listSeparator) },
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
  const { header, rows } = ledgerTable(request);
  yield `${BYTE_ORDER_MARK}${csvLine(header.map(textCell))}\r\n`;
  for (const cells of rows) yield `${csvLine(cells.map(cellText))}\r\n`;
}

/** The ledger that tables of every format hold: our columns, then the ledger's own. */
export function ledgerTable(request: ExportRequest): { readonly header: readonly string[]; readonly rows: Iterable<readonly Cell[]> } {
  const desk: Desk = { request, words: ledgerWords[request.lang], terms: terms[request.lang] };
  const ours = COLUMNS.map((column) => desk.words[column.header] as string);
  const kept = keptColumns(request, ours);
  const rows = function* (): Generator<readonly Cell[]> {
    for (const file of caseFiles(request)) {
      yield [...COLUMNS.map((column) => column.write(file, desk)), ...kept.map(({ header }) => originalCell(file.facility, header))];
    }
  };
  return { header: [...ours, ...kept.map(({ title }) => title)], rows: rows() };
}

/** The verdict in words: the sure duty, and the stronger one that is possible. */
function verdictWords({ verdict: { duty, possibleDuty } }: CaseFile, desk: Desk): string {
  if (possibleDuty === duty) return desk.terms.duty[duty];
  return desk.words.possibly(duty === 'none' ? null : desk.terms.duty[duty], desk.terms.duty[possibleDuty]);
}

/** The rules that apply, strongest first, then the open ones that could make the verdict stronger. */
function ruleWords({ findings, deciding }: CaseFile, { request, words, terms: say }: Desk): string {
  const bound = new Map(request.assessment.rules.map((one) => [one.rule.id, one]));
  const applying = findings
    .filter((finding) => finding.outcome === 'applies')
    .sort((a, b) => rank(a.rule) - rank(b.rule));
  const open = deciding.filter((finding) => finding.outcome !== 'applies');
  return [...applying, ...open]
    .map(({ rule, outcome }) => {
      const one = bound.get(rule);
      const open = outcome === 'applies' ? '' : ` (${say.outcome[outcome]})`;
      return `${one?.pack.shortTitle[request.lang] ?? ''} ${one?.rule.article ?? ''} [${rule}]${open}`;
    })
    .join(words.listSeparator);

  function rank(rule: string): number {
    return dutyRank(bound.get(rule)?.rule.duty ?? DUTIES[DUTIES.length - 1] ?? 'none');
  }
}

function nearestKm({ index }: CaseFile, { request: { assessment, project } }: Desk): Cell {
  const source = project.heatSources[assessment.nearestEligible[index] as number];
  const radiusM = source?.reachM ?? reachOf(assessment);
  return source === undefined ? null : Number(kmDigits(assessment.nearestEligibleDistanceM[index] as number, 3, radiusM));
}

/** The radius of the reach rules, so that a printed distance never contradicts what it decided. */
function reachOf({ rules }: ExportRequest['assessment']): number | undefined {
  return rules.flatMap(({ pack }) => pack.sourceSets.map((set) => set.radiusM))[0];
}

/** The county's name when its outline is loaded, else what the ledger says, else its code. */
export function countyName(index: number, { assessment, project }: Pick<ExportRequest, 'assessment' | 'project'>, lang: Lang): string {
  const code = assessment.division[index] === 0 ? null : String(assessment.division[index]);
  const division = project.divisions.find((candidate) => candidate.code === code);
  return (lang === 'zh' ? division?.name : division?.nameEn) ?? code ?? '';
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return textCell(cell);
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : (cell.day ?? '');
}
