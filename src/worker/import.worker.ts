import { answerImports } from './answer-imports.ts';
import type { ToReader } from './import-protocol.ts';
import { nextTask } from './next-task.ts';

const answer = answerImports({
  post: (message, transfer = []) => {
    postMessage(message, { transfer: [...transfer] });
  },
  listen: nextTask,
  nowMs: () => performance.now(),
});

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  answer(data);
});
