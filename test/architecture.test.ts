import { describe, expect, it } from 'vitest';
import { readCode, textFiles } from './source-tree.ts';
import type { CodeFile, Import } from './source-tree.ts';

/** The composition root knows every room. */
const MAIN = 'src/main.tsx';

/** Who may import whom. A name after `type:` may be imported for its types only. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  geometry: ['base'],
  domain: ['base', 'geometry'],
  policy: ['base', 'domain'],
  draft: ['base', 'geometry', 'domain'],
  text: ['base', 'domain', 'policy', 'type:assess'],
  ingest: ['base', 'geometry', 'domain', 'policy', 'text'],
  assess: ['base', 'geometry', 'domain', 'policy', 'draft', 'text'],
  worker: ['base', 'geometry', 'domain', 'policy', 'text', 'ingest', 'assess'],
  export: ['base', 'geometry', 'domain', 'policy', 'draft', 'text', 'ingest', 'assess'],
  state: ['base', 'geometry', 'domain', 'policy', 'draft', 'text', 'ingest', 'assess', 'worker', 'export'],
  map: ['base', 'geometry', 'domain', 'policy', 'draft', 'text', 'assess', 'worker', 'state'],
  ui: ['base', 'geometry', 'domain', 'policy', 'draft', 'text', 'ingest', 'assess', 'worker', 'export', 'state', 'map'],
};

/** The only file of state that knows React. */
const HOOK = 'src/state/use-session.ts';

/** Where a package may be used: rooms, or single files. What is not listed may be used nowhere. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@deck.gl/core': ['map'],
  '@deck.gl/maplibre': ['map'],
  '@luma.gl/core': ['map'],
  '@luma.gl/engine': ['map'],
  '@noble/hashes': ['ingest'],
  '@tanstack/react-virtual': ['ui'],
  '@turf/turf': ['geometry', 'ingest'],
  fflate: ['ingest', 'export'],
  flatbush: ['geometry', 'draft'],
  geojson: ['geometry', 'ingest', 'export', 'map'],
  'geographiclib-geodesic': ['geometry'],
  idb: ['state'],
  'maplibre-gl': ['map'],
  papaparse: ['ingest', 'export'],
  'polyclip-ts': ['src/draft/overlay.ts', 'src/geometry/repair-area.ts'],
  react: ['ui', 'map', MAIN, HOOK],
  'react-dom': ['ui', 'map', MAIN],
  'robust-predicates': ['geometry'],
  zustand: ['state'],
};

const CHINESE_WELCOME = /^(src\/text|src\/ingest\/columns|scripts\/text|scripts\/ledger|test)\//;

const files = textFiles();
const code = files.filter(({ path }) => /^(src|scripts|test)\/.*\.tsx?$/.test(path)).map(readCode);
const source = code.filter(({ path }) => path.startsWith('src/'));
const byPath = new Map(code.map((file) => [file.path, file]));

const roomOf = (path: string): string => path.split('/').at(1) ?? '';

/** The faults of each file, as sentences that say what to do instead. */
function faults(list: readonly CodeFile[], find: (file: CodeFile) => readonly string[]): readonly string[] {
  return list.flatMap((file) => find(file).map((fault) => `${file.path}: ${fault}`));
}

/** Whether a file of `room` may import `target`. Data, and the version in package.json, are open to all. */
function mayImport(room: string, { target, typeOnly }: Import): boolean {
  if (!target.startsWith('src/')) return target.startsWith('data/') || target === 'package.json';
  const other = roomOf(target);
  const below = ROOMS[room] ?? [];
  return other === room || below.includes(other) || (typeOnly && below.includes(`type:${other}`));
}

/** The files of a circle of imports through `path`, or `null`; `seen` keeps a file from being walked twice. */
function circleThrough(path: string, seen: Set<string>, trail: readonly string[] = []): readonly string[] | null {
  const at = trail.indexOf(path);
  if (at >= 0) return trail.slice(at);
  if (seen.has(path)) return null;
  const next = (byPath.get(path)?.imports ?? []).filter(({ isFile }) => isFile);
  for (const { target } of next) {
    const circle = circleThrough(target, seen, [...trail, path]);
    if (circle !== null) return circle;
  }
  seen.add(path);
  return null;
}

describe('the house', () => {
  it('has imports that go down only', () => {
    const found = faults(source, (file) =>
      file.imports
        .filter((used) => used.isFile && file.path !== MAIN && !mayImport(roomOf(file.path), used))
        .map(({ target }) => `may not import ${target}; pass it in, or move what is shared to a room below both`),
    );
    expect(found).toEqual([]);
  });

  it('imports only files that are there, by their full names', () => {
    const names = new Set(files.map(({ path }) => path));
    const found = faults(code, ({ imports }) =>
      imports
        .filter(({ target, isFile }) => isFile && !names.has(target))
        .map(({ target }) => `imports ${target}, which is not there; write the name with its extension`),
    );
    expect(found).toEqual([]);
  });

  it('keeps each package in its room', () => {
    const found = faults(source, ({ path, imports }) =>
      imports
        .filter(({ target, isFile }) => !isFile && !(PACKAGES[target] ?? []).some((place) => [path, roomOf(path)].includes(place)))
        .map(({ target }) => `may not import ${target}; call what wraps it in: ${PACKAGES[target]?.join(', ') ?? 'scripts'}`),
    );
    expect(found).toEqual([]);
  });

  it('has no circles, type imports included', () => {
    const seen = new Set<string>();
    const circles = code.flatMap(({ path }) => {
      const circle = circleThrough(path, seen) ?? [];
      for (const member of circle) seen.add(member);
      return circle.length === 0 ? [] : [`${circle.join(' → ')} → again: move what both ends need to a file below`];
    });
    expect(circles).toEqual([]);
  });

  it('exports by name, but for what is loaded lazily', () => {
    const lazily = new Set(code.flatMap(({ imports }) => imports.filter(({ lazy }) => lazy).map(({ target }) => target)));
    const found = faults(source, ({ path, exportsDefault }) =>
      exportsDefault && !lazily.has(path) ? ['has a default export; export by name, unless React.lazy loads the file'] : [],
    );
    expect(found).toEqual([]);
  });

  it('has a short README in every room', () => {
    const rooms = new Set(source.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    const found = [...rooms].flatMap((room) => {
      if (room === MAIN) return [];
      const readme = files.find(({ path }) => path === `${room}/README.md`);
      if (readme === undefined) return [`${room}/README.md is missing: write its purpose, what it may import, where to start`];
      return readme.lines > 40 ? [`${readme.path} has ${readme.lines} lines: cut it to 40`] : [];
    });
    expect(found).toEqual([]);
  });
});

describe('the code', () => {
  it('comes in files of at most 400 lines', () => {
    const long = files.filter(({ path, lines }) => /^(src|scripts|test)\/.*\.(tsx?|css)$/.test(path) && lines > 400);
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines; split it by idea`)).toEqual([]);
  });

  it('has no any', () => {
    expect(faults(code, ({ anyLines }) => anyLines.map((line) => `line ${line}: say the type, or unknown and check it`))).toEqual([]);
  });

  it('keeps every human word in text/', () => {
    const coded = code.filter(({ path }) => !CHINESE_WELCOME.test(path));
    expect(faults(coded, ({ chinese }) => chinese.map((word) => `${word}: move the word to text/, or to ingest/columns/`))).toEqual([]);
  });

  it('holds nothing of the machine it was written on, and nothing unfinished', () => {
    const leak = /\/work\/|\/tmp\/[a-z]|\/farm\/|registry[.]npmjs|deb[.]debian|[.]library/;
    const mark = /\b(?:TO[D]O|FIX[M]E|XX[X])\b|敬请[期]待|开发[中]|\b(?:it|test|describe)\.(?:skip|only|to[d]o)\b/;
    const leaks = files.filter(({ text }) => leak.test(text)).map(({ path }) => `${path}: names a machine path or a registry; take it out`);
    const marks = code.filter(({ text }) => mark.test(text)).map(({ path }) => `${path}: finish what is marked, or open an issue`);
    expect([...leaks, ...marks]).toEqual([]);
  });
});
