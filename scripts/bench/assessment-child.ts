/** One measurement in a process of its own, for `assessment.ts`: prints one line of JSON. `parse FILE` or `engine LEDGER SOURCES ZONES`. */
import { readFileSync } from 'node:fs';
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

function parseAlone(file: string): Spent {
  const text = readFileSync(file, 'utf8');
  const { wallMs, cpuMs } = spend(() => Papa.parse(text).data.length);
  return { wallMs, cpuMs };
}

function engineAlone(ledger: string, sources: string, zones: string) {
  const { options } = parseOptions(['--facilities', ledger, '--heat-sources', sources, '--zones', zones, '--as-of', AS_OF], AS_OF);
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
const [first = '', second = '', third = ''] = files;
process.stdout.write(`${JSON.stringify(what === 'parse' ? parseAlone(first) : engineAlone(first, second, third))}\n`);
