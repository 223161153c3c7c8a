import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AreaRings } from '../../../src/geometry/rings.ts';
import type { Fingerprint } from '../answer.ts';
import { FINGERPRINT_SQL } from '../answer.ts';
import type { Points } from '../data.ts';
import type { MissingPeer, Peer } from '../peer.ts';
import type { LineProcess } from './line-process.ts';
import { startLineProcess } from './line-process.ts';

const run = promisify(execFile);
const ROOT = '/usr/lib/postgresql';
const MISSING = 'PostgreSQL with PostGIS is not installed (see scripts/bench/README.md)';
/** PostgreSQL refuses to run as root; `nobody` owns nothing else. */
const NOBODY = 65534;

/** A server of our own: data in a temporary folder, reached only through a socket in it, stopped and removed at the end. */
export interface Postgis {
  readonly sql: (text: string) => Promise<string[]>;
  readonly timedMs: (text: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

export async function startPostgis(): Promise<Postgis | { readonly missing: string }> {
  const versions = existsSync(ROOT) ? await readdir(ROOT) : [];
  const bin = versions.map((version) => join(ROOT, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (bin === undefined) return { missing: MISSING };
  const folder = await mkdtemp(join(tmpdir(), 'bench-postgis-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '-E', 'UTF8', '--no-sync'], { ...user, cwd: folder });
  const settings = ['listen_addresses=', 'shared_buffers=1GB', 'work_mem=256MB', 'maintenance_work_mem=512MB', 'jit=off', 'fsync=off', 'autovacuum=off'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])], { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  const stopServer = async (): Promise<void> => {
    server.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(bin, folder);
    const psql = startLineProcess(join(bin, 'psql'), ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'bench', 'postgres']);
    const { sql, timedMs } = client(psql);
    await sql('CREATE EXTENSION postgis;');
    return {
      sql,
      timedMs,
      stop: async () => {
        await psql.stop();
        await stopServer();
      },
    };
  } catch (error) {
    await stopServer();
    return { missing: `${MISSING}: ${String(error).slice(0, 200)}` };
  }
}

async function waitUntilReady(bin: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const ready = await run(join(bin, 'pg_isready'), ['-h', folder, '-q']).then(() => true, () => false);
    if (ready) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the server did not answer within 20 s');
}

function client(psql: LineProcess): Pick<Postgis, 'sql' | 'timedMs'> {
  const sql = (text: string): Promise<string[]> => psql.ask(`${text}\n\\echo done`, 'done');
  return {
    sql,
    timedMs: async (text) => {
      const lines = await sql(`\\timing on\n${text}\n\\timing off`);
      // One line a statement: the last is the question's, those before only set it up.
      const time = lines.filter((line) => line.startsWith('Time:')).at(-1) ?? '';
      return Number(/Time: ([\d.]+) ms/.exec(time)?.[1] ?? NaN);
    },
  };
}

/** Fills a table of points `p` with an index on both kinds of location. */
export async function loadPoints({ sql }: Postgis, table: 'p' | 'h', { lng, lat }: Points): Promise<void> {
  const rows = [...lng].map((x, i) => `${i}\t${x}\t${lat[i] ?? NaN}\n`);
  await sql(`DROP TABLE IF EXISTS ${table}, raw; CREATE TABLE raw (id int, x float8, y float8);\nCOPY raw FROM STDIN;\n${rows.join('')}\\.`);
  await sql(`CREATE TABLE ${table} AS SELECT id, ST_SetSRID(ST_MakePoint(x, y), 4326) AS geom, ST_SetSRID(ST_MakePoint(x, y), 4326)::geography AS geog FROM raw;`);
  await sql(`CREATE INDEX ON ${table} USING gist (geom); CREATE INDEX ON ${table} USING gist (geog); VACUUM ANALYZE ${table};`);
}

export async function loadZones({ sql }: Postgis, zones: readonly AreaRings[]): Promise<void> {
  const ring = (positions: AreaRings[number][number]): string => `(${positions.map(([x, y]) => `${x} ${y}`).join(',')})`;
  const rows = zones.map((polygons, z) => `${z}\tSRID=4326;MULTIPOLYGON(${polygons.map((rings) => `(${rings.map(ring).join(',')})`).join(',')})\n`);
  await sql(`DROP TABLE IF EXISTS h; CREATE TABLE h (id int, geom geometry(MultiPolygon, 4326));\nCOPY h FROM STDIN;\n${rows.join('')}\\.`);
  await sql('CREATE INDEX ON h USING gist (geom); VACUUM ANALYZE h;');
}

const COUNT = 'count(*)';

/** The same question as the planner likes it, zones first and points first. */
function orders(select: string, condition: string): readonly string[] {
  return [
    `SELECT ${select} FROM h JOIN p ON ${condition};`,
    `SELECT ${select} FROM h CROSS JOIN LATERAL (SELECT p.id FROM p WHERE ${condition} OFFSET 0) p;`,
    `SELECT ${select} FROM p CROSS JOIN LATERAL (SELECT h.id FROM h WHERE ${condition} OFFSET 0) h;`,
  ];
}

/** Tries the orders with one and with two processes, and keeps what was quickest. */
async function quickest(postgis: Postgis, queries: readonly string[], patienceMs: number): Promise<{ query: string; workers: number }> {
  let best = { query: queries[0] as string, workers: 0, ms: patienceMs };
  for (const workers of [0, 1]) {
    await postgis.sql(`SET max_parallel_workers_per_gather = ${workers}; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;`);
    for (const query of queries) {
      await postgis.sql(`SET statement_timeout = ${Math.ceil(best.ms) + 1000}; \\set ON_ERROR_STOP 0`);
      const ms = await postgis.timedMs(query).catch(() => Infinity);
      if (ms < best.ms) best = { query, workers, ms };
    }
  }
  await postgis.sql('SET statement_timeout = 0; \\set ON_ERROR_STOP 1');
  return best;
}

export async function postgisPeer(postgis: Postgis | { readonly missing: string }, name: string, condition: string, load: (server: Postgis) => Promise<void>): Promise<Peer | MissingPeer> {
  if ('missing' in postgis) return { name, missing: postgis.missing };
  await load(postgis);
  const queries = orders(COUNT, condition);
  const best = await quickest(postgis, queries, 600_000);
  const setWorkers = `SET max_parallel_workers_per_gather = ${best.workers};`;
  const order = ['as planned', 'zones first', 'points first'][queries.indexOf(best.query)] ?? '';
  return {
    name,
    note: `${order}, ${best.workers + 1} process(es), counts only`,
    run: () => postgis.timedMs(`${setWorkers}\n${best.query}`),
    answer: async (): Promise<Fingerprint> => {
      const [line = ''] = await postgis.sql(best.query.replace(COUNT, `${COUNT}, ${FINGERPRINT_SQL.first}, ${FINGERPRINT_SQL.second}`));
      const [pairs = NaN, first = NaN, second = NaN] = line.split('|').map(Number);
      return { pairs, first, second };
    },
  };
}
