import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProgress } from '../../scripts/cli/progress.ts';
import { writeUnlessStopped, writeWhole } from '../../scripts/cli/write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coal-ban-map-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Longer than what is written in one part. */
const LINE = '禁'.repeat(1 << 20);

function* linesWith(event: () => void): Generator<string> {
  yield LINE;
  yield LINE;
  event();
  yield LINE;
  yield LINE;
}

describe('a file is written whole or not at all', () => {
  it('writes every line, and tells how far it is', async () => {
    const told: number[] = [];
    const isWritten = await writeUnlessStopped(join(folder, 'a.csv'), linesWith(() => undefined), (bytes) => told.push(bytes));
    expect(isWritten).toBe(true);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe(LINE.repeat(4));
    expect(told).toEqual([1, 2, 3, 4].map((parts) => parts * 3 * LINE.length));
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('keeps the file that was there, and nothing else, when the user stops it', async () => {
    writeFileSync(join(folder, 'a.csv'), 'before');
    const isWritten = await writeUnlessStopped(join(folder, 'a.csv'), linesWith(() => process.emit('SIGINT')), () => undefined);
    expect(isWritten).toBe(false);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('leaves nothing behind when a line cannot be made', () => {
    const lines = linesWith(() => {
      throw new Error('no such facility');
    });
    expect(() => {
      writeWhole(join(folder, 'a.csv'), lines);
    }).toThrow('no such facility');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the line of progress', () => {
  const seen = (isTTY: boolean): string => {
    let text = '';
    const line = openProgress({ isTTY, write: (part: string | Uint8Array) => (text += String(part)) !== '' });
    line.show('12%');
    line.show('12%');
    line.show('13%');
    line.end();
    line.end();
    return text;
  };

  it('is drawn over itself where somebody sits before it, and ended once', () => {
    expect(seen(true)).toBe('\r12%\u001b[K\r13%\u001b[K\n');
  });

  it('is not drawn into a file', () => {
    expect(seen(false)).toBe('');
  });
});
