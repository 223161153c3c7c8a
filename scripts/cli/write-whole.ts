import { setImmediate } from 'node:timers/promises';
import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';

/** Lines gathered before a write: fewer system calls, little memory. */
const BUFFER_CHARS = 1 << 20;

/**
 * Writes to a temporary name and renames, so that a failure never leaves half a file; a link is followed, and what is no
 * regular file (a pipe, a device) is written as it stands. Throws the system's error.
 */
export function writeWhole(name: string, lines: Iterable<string | Uint8Array>): void {
  const steps = writing(name, lines);
  while (steps.next().done !== true);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The same, but a user who has had enough (Ctrl-C) is heard between the parts, and nothing stays behind: then `false`.
 *
 * @param onPart hears how many bytes are written so far.
 */
export async function writeUnlessStopped(name: string, lines: Iterable<string | Uint8Array>, onPart: (bytes: number) => void): Promise<boolean> {
  const user = { hasEnough: false };
  const stop = (): void => {
    user.hasEnough = true;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const steps = writing(name, lines);
  try {
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      onPart(step.value);
      await setImmediate();
      if (!user.hasEnough) continue;
      steps.return();
      return false;
    }
    return true;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** Yields the bytes written so far, part by part. Left off in between, it leaves no file. */
function* writing(name: string, lines: Iterable<string | Uint8Array>): Generator<number, void> {
  const path = existsSync(name) ? realpathSync(name) : name;
  if (existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory()) {
    const file = openSync(path, 'w');
    yield* writeParts(file, lines);
    closeSync(file);
    return;
  }
  const temporary = `${path}.${process.pid}.part`;
  const file = openSync(temporary, 'w');
  let isWhole = false;
  try {
    yield* writeParts(file, lines);
    closeSync(file);
    renameSync(temporary, path);
    isWhole = true;
  } finally {
    if (!isWhole) rmSync(temporary, { force: true });
  }
}

/** Writes to standard output; a reader that has seen enough (`head`) ends it without a fuss. */
export function writeOut(lines: Iterable<string | Uint8Array>): void {
  try {
    const parts = writeParts(process.stdout.fd, lines);
    while (parts.next().done !== true);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function* writeParts(file: number, lines: Iterable<string | Uint8Array>): Generator<number, void> {
  let [buffer, chars, written]: [string[], number, number] = [[], 0, 0];
  const write = (bytes: Uint8Array): number => {
    writeAll(file, bytes);
    return (written += bytes.length);
  };
  for (const line of lines) {
    if (typeof line !== 'string') {
      yield write(line);
      continue;
    }
    buffer.push(line);
    chars += line.length;
    if (chars < BUFFER_CHARS) continue;
    yield write(Buffer.from(buffer.join('')));
    [buffer, chars] = [[], 0];
  }
  write(Buffer.from(buffer.join('')));
}

/** A pipe may take a part, or nothing for the moment. */
function writeAll(file: number, all: Uint8Array): void {
  let bytes = all;
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(file, bytes));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
