import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AreaRings } from '../../../src/geometry/rings.ts';
import type { Points } from '../data.ts';
import type { MissingPeer, Peer } from '../peer.ts';
import { startLineProcess } from './line-process.ts';

const NAME = 'Shapely STRtree';
const SCRIPT = join(import.meta.dirname, 'shapely_zones.py');

/** Debian's own Python sees Debian's packages; another one may have Shapely too. */
function pythonWithShapely(): string | null {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      execFileSync(python, ['-c', 'import shapely, numpy'], { stdio: 'ignore' });
      return python;
    } catch {
      continue;
    }
  }
  return null;
}

export async function shapelyZones({ lng, lat }: Points, zones: readonly AreaRings[]): Promise<Peer | MissingPeer> {
  const python = pythonWithShapely();
  if (python === null) return { name: NAME, missing: 'Shapely is not installed (see scripts/bench/README.md)' };
  const file = join(tmpdir(), `bench-shapely-${process.pid}.f64`);
  writeFileSync(file, Float64Array.from(flat({ lng, lat }, zones)));
  const child = startLineProcess(python, [SCRIPT]);
  const ask = (command: string): Promise<string[]> => child.ask(command, 'done');
  const [version = ''] = await ask(`LOAD ${file}`);
  rmSync(file);
  return {
    name: NAME,
    note: `Shapely ${version}, points indexed`,
    run: async () => Number((await ask('RUN'))[0]),
    answer: async () => {
      const [pairs = NaN, first = NaN, second = NaN] = ((await ask('ANSWER'))[0] ?? '').split(' ').map(Number);
      return { pairs, first, second };
    },
    stop: child.stop,
  };
}

/** All numbers in a row, each list after its length. */
function flat({ lng, lat }: Points, zones: readonly AreaRings[]): number[] {
  const numbers: number[] = [lng.length];
  for (const x of lng) numbers.push(x);
  for (const y of lat) numbers.push(y);
  numbers.push(zones.length);
  for (const polygons of zones) {
    numbers.push(polygons.length);
    for (const rings of polygons) {
      numbers.push(rings.length);
      for (const ring of rings) {
        numbers.push(ring.length);
        for (const [x, y] of ring) numbers.push(x, y);
      }
    }
  }
  return numbers;
}
