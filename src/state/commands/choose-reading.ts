import type { Command } from '../session.ts';

/** Reads an ambiguous text another way. The pack's own choice is the absence of an entry, so equal scenarios are equal values. */
export function chooseReading(reading: string, option: string): Command {
  return (session) => {
    if (session.city.kind !== 'ready') return session;
    const own = session.city.city.packs.flatMap((pack) => pack.readings).find((known) => known.id === reading);
    if (own === undefined || !own.options.some((known) => known.id === option)) return session;
    const others = Object.entries(session.scenario.choices).filter(([id]) => id !== reading);
    const entries = option === own.chosen ? others : [...others, [reading, option] as const];
    return { ...session, scenario: { ...session.scenario, choices: Object.fromEntries(entries) } };
  };
}
