import { packsOf } from '../selectors/packs.ts';
import type { Command } from '../session.ts';

/**
 * Reads an ambiguous text another way, in every pack that asks the question. The packs' own choice is the absence of an
 * entry, so equal scenarios are equal values.
 */
export function chooseReading(reading: string, option: string): Command {
  return (session) => {
    const asked = (packsOf(session) ?? []).flatMap((pack) => pack.readings).filter(({ id }) => id === reading);
    if (!asked.some(({ options }) => options.some(({ id }) => id === option))) return session;
    const others = Object.entries(session.scenario.choices).filter(([id]) => id !== reading);
    const entries = asked.every(({ chosen }) => chosen === option) ? others : [...others, [reading, option] as const];
    return { ...session, scenario: { ...session.scenario, choices: Object.fromEntries(entries) } };
  };
}
