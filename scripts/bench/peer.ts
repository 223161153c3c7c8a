import type { Fingerprint } from './answer.ts';

/** One tool at one task. */
export interface Peer {
  readonly name: string;
  /** What the reader must know to judge the figure. */
  readonly note?: string;
  /** Does the work once; ms as the tool's own side measures it, else the caller's clock counts. */
  readonly run: () => Promise<number | null>;
  /** The answer of the work, found outside of any timing; `null` for a tool that answers something else by design. */
  readonly answer: () => Promise<Fingerprint | null>;
  /** Work done is this share of the whole task, chosen evenly; times are scaled up by it. */
  readonly share?: number;
  readonly stop?: () => Promise<void>;
}

/** A tool that could not be run, and why: it stands in the table all the same. */
export interface MissingPeer {
  readonly name: string;
  readonly missing: string;
}

export function isMissing(peer: Peer | MissingPeer): peer is MissingPeer {
  return 'missing' in peer;
}

/** A peer in this process. */
export function inProcess(name: string, work: () => unknown, answer: () => Fingerprint | null, more: Partial<Peer> = {}): Peer {
  return {
    name,
    run: () => {
      work();
      return Promise.resolve(null);
    },
    answer: () => Promise.resolve(answer()),
    ...more,
  };
}
