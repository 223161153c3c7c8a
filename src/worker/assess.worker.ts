import { answerOrders } from './answer-orders.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const answer = answerOrders((message: FromWorker) => {
  postMessage(message);
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data);
});
