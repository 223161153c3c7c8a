/**
 * Runs a TypeScript entry of this folder as one bundled file: `node scripts/run.mjs assess.ts …`. Translating two hundred
 * modules at each start took longer than judging a city. The bundle is kept in `.cache/` under a stamp of the contents of
 * every file in it, so it is never older than its sources; when it cannot be made, tsx runs the entry as it stands.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const entry = join(root, 'scripts', name);
const bundle = join(root, '.cache', 'run', `${name.replace(/\.ts$/u, '')}.mjs`);
process.argv = [process.execPath, entry, ...args];

const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
/** Where it lies, what runs it and what its packages are is part of what it was made from. */
const SETTING = [root, process.version, hash(fileURLToPath(import.meta.url)), hash(join(root, 'package-lock.json'))];

/** The bundle bears its stamp in the first line, so that both are replaced in one step. */
function isFresh() {
  try {
    const text = readFileSync(bundle, 'utf8');
    const stamp = JSON.parse(text.slice(2, text.indexOf('\n')));
    return JSON.stringify(stamp.setting) === JSON.stringify(SETTING) && stamp.inputs.every(([path, sum]) => hash(join(root, path)) === sum);
  } catch {
    return false;
  }
}

async function make() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [{ name: 'own-address', setup: keepAddresses }],
  });
  const inputs = Object.keys(metafile.inputs).map((path) => [path, hash(join(root, path))]);
  const temporary = `${bundle}.${process.pid}.part`;
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(temporary, `//${JSON.stringify({ setting: SETTING, inputs })}\n${outputFiles[0].text}`);
  renameSync(temporary, bundle);
}

/** A file that asks for its own address means the source, not the bundle. */
function keepAddresses({ onLoad }) {
  onLoad({ filter: /[\\/]scripts[\\/].*\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8');
    return text.includes('import.meta.url') ? { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' } : undefined;
  });
}

async function prepare() {
  if (isFresh()) return bundle;
  try {
    await make();
    return bundle;
  } catch {
    const { register } = await import('tsx/esm/api');
    register();
    return entry;
  }
}

await import(pathToFileURL(await prepare()).href);
