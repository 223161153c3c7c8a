import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A child that is told lines and answers in lines. */
export interface LineProcess {
  /** Writes a command and gives the lines up to the one that is `until`, that one left out. */
  readonly ask: (command: string, until: string) => Promise<string[]>;
  readonly write: (text: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function startLineProcess(command: string, args: readonly string[], options: SpawnOptions = {}): LineProcess {
  const child: ChildProcess = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error(`${command}: got no pipes`);
  const errors: string[] = [];
  stderr.on('data', (text: Buffer) => errors.push(text.toString()));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();

  const write = (text: string): Promise<void> =>
    new Promise((done, fail) => {
      stdin.write(text, (error) => (error ? fail(error) : done()));
    });
  return {
    write,
    ask: async (text, until) => {
      await write(`${text}\n`);
      const answer: string[] = [];
      for (;;) {
        const next = await lines.next();
        if (next.done === true) throw new Error(`${command} ended: ${errors.join('').slice(-1000)}`);
        if (next.value === until) return answer;
        answer.push(next.value);
      }
    },
    stop: async () => {
      stdin.end();
      await ended;
    },
  };
}
