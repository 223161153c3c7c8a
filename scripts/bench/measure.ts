import type { Fingerprint } from './answer.ts';
import { isSameAnswer } from './answer.ts';
import type { MissingPeer, Peer } from './peer.ts';
import { isMissing } from './peer.ts';

export interface Timing {
  readonly name: string;
  /** Median, quartiles and number of the rounds, ms, scaled up where only a share of the work was done. */
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly rounds: number;
  readonly share: number;
  readonly answer: 'same' | 'other by design';
  readonly note: string;
}

export interface Missing {
  readonly name: string;
  readonly missing: string;
}

/**
 * Checks that all tools give the first one's answer, then times them in turns, round by round, so that whatever else the
 * machine does meets all of them alike. A different answer ends the benchmark.
 */
export async function measure(peers: readonly (Peer | MissingPeer)[], rounds: number, log: (line: string) => void): Promise<(Timing | Missing)[]> {
  const running = peers.filter((peer): peer is Peer => !isMissing(peer));
  const answers = await checkedAnswers(running);
  const times = running.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [n, peer] of running.entries()) (times[n] as number[]).push((await turnMs(peer)) / (peer.share ?? 1));
    log(`  round ${round + 1} of ${rounds}`);
  }
  return peers.map((peer) => {
    if (isMissing(peer)) return peer;
    const n = running.indexOf(peer);
    const sorted = (times[n] as number[]).sort((a, b) => a - b);
    const last = sorted.length - 1;
    const { name, note = '', share = 1 } = peer;
    const answer = answers[n] === null || share < 1 ? 'other by design' : 'same';
    return { name, note, share, answer, medianMs: medianOf(sorted), lowMs: sorted[Math.floor(last / 4)] as number, highMs: sorted[Math.ceil((3 * last) / 4)] as number, rounds };
  });
}

/** Runs of a turn go on for so long: after the others' turns the first finds caches cold and code thrown away. */
const TURN_MS = 1500;
const TURN_RUNS = 9;

/** The median of one turn's runs. */
async function turnMs(peer: Peer): Promise<number> {
  const runs: number[] = [];
  const turnStart = performance.now();
  while (runs.length === 0 || (runs.length < TURN_RUNS && performance.now() - turnStart < TURN_MS)) {
    const start = performance.now();
    const own = await peer.run();
    runs.push(own ?? performance.now() - start);
  }
  return medianOf(runs);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

async function checkedAnswers(peers: readonly Peer[]): Promise<(Fingerprint | null)[]> {
  const answers: (Fingerprint | null)[] = [];
  for (const peer of peers) {
    const answer = await peer.answer();
    const first = answers[0] ?? answer;
    if (answer !== null && first !== null && !isSameAnswer(answer, first)) {
      throw new Error(`${peer.name}: got answer ${JSON.stringify(answer)}, expected that of ${peers[0]?.name ?? ''}: ${JSON.stringify(first)}`);
    }
    answers.push(answer);
  }
  return answers;
}

/** The exponent of cost ~ size^exponent, by least squares of the logarithms. */
export function fittedExponent(sizes: readonly number[], costs: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), costs.map(Math.log)];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, k) => sum + (value - mx) * ((y[k] as number) - my), 0);
  return covariance / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
