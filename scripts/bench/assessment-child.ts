/**
 * One measurement in a process of its own, for `assessment.ts`: prints one line of JSON. `parse FILE`, `records FILE`,
 * `engine LEDGER SOURCES ZONES`, or `floor LEDGER SOURCES ZONES OUT ROWS CELLS BYTES`, which is timed from outside.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import Papa from 'papaparse';
import { assess } from '../../src/assess/assess.ts';
import { reassessZone } from '../../src/assess/reassess-zone.ts';
import { openCourt } from '../../src/assess/court.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { loadPacks, loadProject } from '../cli/load.ts';
import { parseOptions } from '../cli/options.ts';

/** The day of a year in which most of the documents are in force. */
export const AS_OF = '2024-12-31';

/** Time on the clock and of the processor, ms: on a busy machine the second says more. */
interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

function spend<Answer>(work: () => Answer): Spent & { readonly answer: Answer } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answer = work();
  const used = process.cpuUsage(before);
  return { answer, wallMs: performance.now() - start, cpuMs: (used.user + used.system) / 1000 };
}

/** @param header each row as a record by its headers, as one uses a ledger, instead of a list of cells. */
function parseAlone(file: string, header: boolean): Spent {
  const text = readFileSync(file, 'utf8');
  const { wallMs, cpuMs } = spend(() => (header ? Papa.parse<Record<string, string>>(text, { header }) : Papa.parse<string[]>(text)).data.length);
  return { wallMs, cpuMs };
}

/** Rows put into CSV together. */
const ROWS_A_PART = 5000;

/** What any program must do that reads these files and writes such a table: no question is asked of what is read. */
function floor(ledger: string, sources: string, zones: string, out: string, [rows = 0, cells = 0, bytes = 0]: readonly number[]) {
  const texts = [ledger, sources, zones].map((file) => {
    const content = readFileSync(file);
    const sum = createHash('sha256').update(content).digest('hex');
    return { sum, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  });
  const [own = [], heat = []] = texts.slice(0, 2).map(({ text }) => Papa.parse<string[]>(text).data);
  const { features } = JSON.parse(texts[2]?.text ?? '') as { readonly features: readonly unknown[] };
  // The ledger's own cells, then as many more as our table has, filled up to its size.
  const first = own[1] ?? [];
  const more = Math.max(0, cells - first.length);
  const filling = Math.max(0, bytes / rows - Buffer.byteLength(first.join(','))) / Math.max(1, more);
  const filled = Array.from({ length: more }, () => FILLING.repeat(Math.floor((filling - 1) / BYTES_OF_FILLING)));
  const file = openSync(out, 'w');
  for (let from = 0; from < rows; from += ROWS_A_PART) {
    const part = own.slice(1 + from, 1 + Math.min(from + ROWS_A_PART, rows)).map((row) => [...row, ...filled]);
    writeSync(file, `${Papa.unparse(part)}\r\n`);
  }
  closeSync(file);
  return { sums: texts.map(({ sum }) => sum), rows: own.length, sources: heat.length, zones: features.length };
}

/** A Chinese character. */
const FILLING = String.fromCharCode(0x7164);
const BYTES_OF_FILLING = 3;

function engineAlone(ledger: string, sources: string, zones: string) {
  const { options } = parseOptions(['--facilities', ledger, '--heat-sources', sources, '--zones', zones, '--crs', 'wgs84', '--as-of', AS_OF], AS_OF);
  const [loaded, law] = [loadProject(options), loadPacks([])];
  if (!loaded.ok || !law.ok) throw new Error('assessment-child: got unusable files');
  const before = process.memoryUsage();
  const built = spend(() => buildScene(loaded.value));
  const scene = built.answer;
  const book = openRuleBook(law.value.packs, AS_OF, {});
  const judged = spend(() => assess(scene, book));
  const after = process.memoryUsage();
  const assessment = judged.answer;
  if (assessment === null) throw new Error('assessment-child: the run stopped');
  const court = openCourt(scene, book);
  const edits = loaded.value.zones.slice(0, 20).map(({ polygons }, zone) => {
    // One vertex moved by about a hundred metres; the first two edits are the compiler's.
    const moved = polygons.map((polygon) => polygon.map((ring, r) => (r > 0 ? ring : ring.map(([lng, lat], k) => (k === 3 ? ([lng + 0.001, lat] as const) : ([lng, lat] as const))))));
    return spend(() => reassessZone(court, assessment, zone, moved)).wallMs;
  });
  const facilities = Math.max(1, loaded.value.facilities.length);
  return {
    sceneMs: built.cpuMs,
    wallMs: judged.wallMs,
    cpuMs: judged.cpuMs,
    bytesPerFacility: (after.arrayBuffers - before.arrayBuffers) / facilities,
    editMs: edits.slice(2).sort((a, b) => a - b)[Math.floor((edits.length - 2) / 2)] ?? NaN,
  };
}

const [what, ...files] = process.argv.slice(2);
const [first = '', second = '', third = '', out = '', ...sizes] = files;
const answer = what === 'engine' ? engineAlone(first, second, third) : what === 'floor' ? floor(first, second, third, out, sizes.map(Number)) : parseAlone(first, what === 'records');
process.stdout.write(`${JSON.stringify(answer)}\n`);
