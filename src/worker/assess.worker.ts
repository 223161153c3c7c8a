import { answerOrders } from './answer-orders.ts';
import { nextTask } from './next-task.ts';
import type { ToWorker } from './protocol.ts';

const answer = answerOrders({
  post: (message, transfer) => {
    postMessage(message, { transfer: [...transfer] as ArrayBuffer[] });
  },
  listen: nextTask,
  nowMs: () => performance.now(),
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data);
});
