import type { Command, Session } from '../session.ts';
import type { OwnPack } from '../own-packs.ts';

/** Puts a pack of the reader's into the list, ticked; one with the same id, or from the same file, gives way. */
export function addOwnPack(own: OwnPack): Command {
  return (session) => {
    const others = session.own.filter((known) => known.file !== own.file && (known.pack === null || known.pack.id !== own.pack?.id));
    const { packs } = session.scenario;
    const ticked = packs === null || own.pack === null || packs.includes(own.pack.id) ? packs : [...packs, own.pack.id];
    return { ...withOwn(session, [...others, own]), scenario: { ...session.scenario, packs: ticked } };
  };
}

/** Takes a pack of the reader's out again; an embedded one with its id counts from then on. */
export function removeOwnPack(file: string): Command {
  return (session) => withOwn(session, session.own.filter((known) => known.file !== file));
}

function withOwn(session: Session, own: readonly OwnPack[]): Session {
  return { ...session, own };
}
