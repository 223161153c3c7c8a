import type { IsoDay } from '../../domain/place.ts';
import { isIsoDay } from '../iso-day.ts';
import type { Command } from '../session.ts';

/** Asks for another day. A half-typed date changes nothing. */
export function setAsOf(asOf: IsoDay): Command {
  return (session) =>
    isIsoDay(asOf) && asOf !== session.scenario.asOf ? { ...session, scenario: { ...session.scenario, asOf } } : session;
}
