import type { Facility } from '../domain/facility.ts';
import type { Rejected } from '../domain/issue.ts';
import type { Zone } from '../domain/zone.ts';
import type { Crs } from '../ingest/datum/crs.ts';
import { decodeText, ENCODINGS } from '../ingest/decode.ts';
import { parseGeoJson, type Feature } from '../ingest/geojson.ts';
import { COLUMNS_OF } from '../ingest/columns-of.ts';
import { guessKind, headOf } from '../ingest/guess-kind.ts';
import type { LayerAnswers, Remembered } from '../ingest/layer-answers.ts';
import { isDataKind, type DataKind, type KindGuess, type Noticed, type NoticedRow } from '../ingest/layer-kind.ts';
import { headerSetKey, isSure, type Mapping } from '../ingest/mapping.ts';
import { axesTurned } from '../ingest/place-witnesses.ts';
import { drawnArea } from '../ingest/polygons.ts';
import { previewSteps, type Preview } from '../ingest/preview.ts';
import { readDataSteps, type DataReading, type Surroundings } from '../ingest/read-data.ts';
import { readMapping } from '../ingest/read-mapping.ts';
import { readProjectFile, type ProjectFile } from '../ingest/read-project-file.ts';
import type { Reading } from '../ingest/reading.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import { part, type Steps } from '../base/steps.ts';
import { jsonFault } from '../policy/json-fault.ts';
import { parseRulePack } from '../policy/parse-rule-pack.ts';
import { sayJsonFault } from '../text/json-fault.ts';
import type { Noted } from './import-protocol.ts';
import { MOST_LISTED, type ImportQuestion, type ImportRefusal, type ImportResult, type RepairProposal, type TableSample } from './import-results.ts';

/** What is kept of a file that has been read. */
export type Held =
  | { readonly kind: 'data'; readonly read: DataReading; readonly sample: TableSample | null }
  | { readonly kind: 'project'; readonly file: ProjectFile }
  | { readonly kind: 'policy'; readonly text: string }
  | { readonly kind: 'mapping'; readonly mapping: Mapping };

export type LayerOutcome =
  | { readonly kind: 'asks'; readonly question: ImportQuestion; readonly noted: Noted }
  | { readonly kind: 'refused'; readonly refusal: ImportRefusal; readonly noted: Noted }
  | { readonly kind: 'read'; readonly held: Held; readonly result: ImportResult; readonly noted: Noted };

/** Reads one layer as far as the answers allow: to its result, to a question, or to why it can't be used. */
export function* readLayerSteps(layer: SourceFile, said: LayerAnswers, remembered: Readonly<Record<string, Remembered>>, known: Surroundings): Steps<LayerOutcome> {
  const guess = guessKind(layer, said.encoding);
  const what = said.kind ?? guess.kind;
  if (what !== null && !isDataKind(what)) return readDocument(layer, what, { guess, answers: said, isRemembered: false });

  const shown = yield* preview(layer, what ?? 'facilities', said);
  const before = shown === null ? undefined : remembered[headerSetKey(shown.header)];
  const kind = said.kind ?? before?.kind ?? what;
  const answers: LayerAnswers = { ...said, kind, mapping: said.mapping ?? before?.mapping ?? null, crs: said.crs ?? before?.crs ?? null, groups: said.groups ?? before?.groups ?? null };
  const noted: Noted = { guess, answers, isRemembered: before !== undefined };
  const sample = shown === null ? null : { header: shown.header, rows: shown.rows };
  if (kind === null) return unreadable(layer, said) ?? { kind: 'asks', question: { kind: 'what', guess, sample }, noted };
  if (!isDataKind(kind)) return readDocument(layer, kind, noted);
  if (shown !== null && answers.mapping === null && sample !== null && isUnsure(kind, shown.mapping)) {
    return { kind: 'asks', question: { kind: 'columns', what: kind, mapping: shown.mapping, sample, contradicting: [] }, noted };
  }
  const read = yield* part(readDataSteps(kind, layer, answers, known), 0.1, 1);
  return outcomeOf(layer, read, sample, noted);
}

/** A ledger is asked about when any of its columns is unknown; of other tables only guesses are shown. */
function isUnsure(kind: DataKind, mapping: Mapping): boolean {
  return kind === 'facilities' ? !isSure(mapping) : mapping.columns.some(({ why }) => why === 'alike');
}

/** The columns by the beginning of the file; `null` where it has none, or can't be opened without an answer. */
function* preview(layer: SourceFile, kind: DataKind, { encoding, sheet }: LayerAnswers): Steps<Preview | null> {
  const opened = yield* previewSteps(headOf(layer), COLUMNS_OF[kind], { encoding, sheet, crs: 'wgs84', lookOnly: true });
  return opened.ok ? opened.value : null;
}

/** What can't be read as anything is told so before anyone is asked what it is. */
function unreadable(layer: SourceFile, answers: LayerAnswers): LayerOutcome | null {
  if (layer.content !== undefined) return null;
  const noted: Noted = { guess: NOTHING, answers, isRemembered: false };
  const decoded = decodeText(layer, answers.encoding);
  if (!decoded.ok && decoded.problems.some(({ code }) => ASKS_ENCODING.has(code))) return { kind: 'asks', question: encodingQuestion(layer), noted };
  const text = decoded.ok ? decoded.value.text : '';
  const parsed = decoded.ok && /^\s*[{[]/u.test(text) ? parseGeoJson(layer.name, text) : null;
  const messages = decoded.ok ? (parsed?.ok === false ? parsed.problems : []) : decoded.problems;
  return messages.length === 0 ? null : { kind: 'refused', refusal: { kind: 'messages', messages }, noted };
}

const NOTHING: KindGuess = { kind: null, why: 'nothing', by: [], rivals: [] };
const ASKS_ENCODING: ReadonlySet<string> = new Set(['encoding-unclear', 'encoding-not-as-stated']);
const ASKS_SHEET: ReadonlySet<string> = new Set(['sheet-question', 'sheet-missing']);

function encodingQuestion({ bytes }: SourceFile): ImportQuestion {
  const head = bytes.subarray(0, SAMPLE_BYTES);
  return { kind: 'encoding', samples: ENCODINGS.map((encoding) => ({ encoding, text: new TextDecoder(encoding).decode(head) })) };
}

const SAMPLE_BYTES = 400;

function outcomeOf(layer: SourceFile, read: DataReading, sample: TableSample | null, noted: Noted): LayerOutcome {
  const reading: Reading<unknown> = read.reading;
  const { question, messages } = reading;
  const asks = (asked: ImportQuestion): LayerOutcome => ({ kind: 'asks', question: asked, noted });
  if (question?.kind === 'crs') return asks({ kind: 'crs', what: read.what, candidates: question.candidates.map((candidate) => ({ ...candidate, verdicts: null })) });
  if (question?.kind === 'columns' && reading.mapping !== undefined) {
    return asks({ kind: 'columns', what: read.what, mapping: reading.mapping, sample: sample ?? { header: [], rows: [] }, contradicting: question.columns });
  }
  if (!reading.usable) {
    if (messages.some(({ code }) => ASKS_ENCODING.has(code))) return asks(encodingQuestion(layer));
    if (messages.some(({ code }) => ASKS_SHEET.has(code)) && layer.content?.kind === 'grids') {
      return asks({ kind: 'sheet', sheets: layer.content.grids.filter(({ hidden = false }) => !hidden).map((grid) => grid.sheet) });
    }
    return { kind: 'refused', refusal: { kind: 'messages', messages }, noted };
  }
  const proposals = read.what === 'zones' && noted.answers.repair === null ? repairsIn(layer, read.reading) : [];
  if (proposals.length > 0) return asks({ kind: 'repair', zones: proposals });
  return { kind: 'read', held: { kind: 'data', read, sample }, result: resultOf(read, sample), noted };
}

/** The part of a reading that is shown. */
export function resultOf(read: DataReading, sample: TableSample | null): ImportResult {
  const { what, reading } = read;
  const { input, mapping = null, crs = null, quarantine, ignored, messages } = reading;
  return {
    kind: 'data',
    what,
    input,
    mapping,
    sample,
    crs,
    quarantine: quarantine.slice(0, MOST_LISTED),
    ignored: ignored.slice(0, MOST_LISTED),
    noticed: what === 'facilities' ? noticedOn(reading.accepted) : [],
    messages,
  };
}

/** Rows of each remark that are shown. */
const MOST_NOTICED = 20;

function noticedOn(facilities: readonly Facility[]): readonly Noticed[] {
  const found = new Map<string, { count: number; readonly rows: NoticedRow[] }>();
  for (const { issues, source, original } of facilities) {
    for (const { code, column, params } of issues) {
      const kind = found.get(code) ?? { count: 0, rows: [] };
      found.set(code, kind);
      kind.count += 1;
      const { row, sheet } = source;
      if (kind.rows.length < MOST_NOTICED) kind.rows.push({ row, params, original, ...(column === undefined ? {} : { column }), ...(sheet === undefined ? {} : { sheet }) });
    }
  }
  return [...found].map(([code, { count, rows }]) => ({ code, count, rows }));
}

/** Zones that cross themselves, as drawn and as they would be cut. */
function repairsIn(layer: SourceFile, { skipped, quarantine, input, crs }: Reading<Zone>): readonly RepairProposal[] {
  if (skipped.every(({ repair }) => repair === undefined)) return [];
  const features = featuresOf(layer);
  return skipped.flatMap((zone, i): readonly RepairProposal[] => {
    const { repair } = zone;
    const feature = features[(quarantine[i] as Rejected).row - 1];
    if (repair === undefined || feature === undefined) return [];
    const { polygons: after, areaBeforeM2, areaAfterM2 } = repair;
    const geometry = crs?.isSwapped === true ? axesTurned(feature.geometry) : feature.geometry;
    return [{ zone: zone.name, before: drawnArea(geometry, input.crs as Crs) ?? [], after, areaBeforeM2, areaAfterM2 }];
  });
}

function featuresOf(layer: SourceFile): readonly Feature[] {
  if (layer.content?.kind === 'features') return layer.content.features;
  const decoded = decodeText(layer, null);
  const parsed = decoded.ok ? parseGeoJson(layer.name, decoded.value.text) : null;
  return parsed?.ok === true ? parsed.value.features : [];
}

/** One of our own documents. */
function readDocument(layer: SourceFile, kind: 'project' | 'policy' | 'mapping', noted: Noted): LayerOutcome {
  const decoded = decodeText(layer, 'utf-8');
  if (!decoded.ok) return { kind: 'refused', refusal: { kind: 'messages', messages: decoded.problems }, noted };
  const { text } = decoded.value;
  const refuse = (refusal: ImportRefusal): LayerOutcome => ({ kind: 'refused', refusal, noted });
  if (kind === 'mapping') {
    const mapping = readMapping(layer.name, text);
    if (!mapping.ok) return refuse({ kind: 'messages', messages: mapping.problems });
    return { kind: 'read', held: { kind, mapping: mapping.value }, result: { kind, mapping: mapping.value }, noted };
  }
  if (kind === 'project') {
    const file = readProjectFile(layer);
    if (!file.ok) return refuse({ kind, problems: file.problems });
    const { data, workbook, asOf, product } = file.value;
    const counts = { facilities: data.facilities.length, zones: data.zones.length, scenarios: workbook.scenarios.length };
    return { kind: 'read', held: { kind, file: file.value }, result: { kind, ...counts, asOf, product }, noted };
  }
  const fault = jsonFault(text);
  if (fault !== null) return refuse({ kind: 'json', sentence: { zh: sayJsonFault('zh', fault), en: sayJsonFault('en', fault) } });
  const pack = parseRulePack(JSON.parse(text));
  if (!pack.ok) return refuse({ kind, problems: pack.problems });
  return { kind: 'read', held: { kind, text }, result: { kind, id: pack.value.id, title: pack.value.title }, noted };
}
