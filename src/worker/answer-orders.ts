import { assess } from '../assess/assess.ts';
import { openRuleBook } from '../assess/rule-book.ts';
import type { Scene } from '../assess/scene.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The worker's side of the wall, without the wall: takes messages, posts answers. Fails by message, never by silence. */
export function answerOrders(post: (message: FromWorker) => void): (message: ToWorker) => void {
  let scene: Scene | null = null;
  return (message) => {
    if (message.kind === 'scene') {
      scene = message.scene;
      return;
    }
    const { order, packs, asOf, choices } = message;
    try {
      if (scene === null) throw new Error('answerOrders: got an order before a scene');
      const assessment = assess(scene, openRuleBook(packs, asOf, choices), (share) => {
        post({ kind: 'progress', order, share });
        return true;
      });
      if (assessment !== null) post({ kind: 'done', order, assessment });
    } catch (error) {
      post({ kind: 'failed', order, reason: error instanceof Error ? error.message : String(error) });
    }
  };
}
