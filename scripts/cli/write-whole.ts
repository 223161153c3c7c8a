import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';

/** Lines gathered before a write: fewer system calls, little memory. */
const BUFFER_CHARS = 1 << 20;

/**
 * Writes to a temporary name and renames, so that a failure never leaves half a file; a link is followed, and what is no
 * regular file (a pipe, a device) is written as it stands. Throws the system's error.
 */
export function writeWhole(name: string, lines: Iterable<string | Uint8Array>): void {
  const path = existsSync(name) ? realpathSync(name) : name;
  if (existsSync(path) && !statSync(path).isFile() && !statSync(path).isDirectory()) {
    const file = openSync(path, 'w');
    writeLines(file, lines);
    closeSync(file);
    return;
  }
  const temporary = `${path}.${process.pid}.part`;
  const file = openSync(temporary, 'w');
  try {
    writeLines(file, lines);
    closeSync(file);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes to standard output; a reader that has seen enough (`head`) ends it without a fuss. */
export function writeOut(lines: Iterable<string | Uint8Array>): void {
  try {
    writeLines(process.stdout.fd, lines);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function writeLines(file: number, lines: Iterable<string | Uint8Array>): void {
  let [buffer, chars]: [string[], number] = [[], 0];
  for (const line of lines) {
    if (typeof line !== 'string') {
      writeAll(file, line);
      continue;
    }
    buffer.push(line);
    chars += line.length;
    if (chars >= BUFFER_CHARS) {
      writeAll(file, Buffer.from(buffer.join('')));
      [buffer, chars] = [[], 0];
    }
  }
  writeAll(file, Buffer.from(buffer.join('')));
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
