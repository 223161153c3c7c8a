import rules from '../../data/air-quality-assessment.json' with { type: 'json' };
import type { Pollutant } from '../domain/air-reading.ts';
import { lies } from '../domain/division.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { Station } from '../domain/station.ts';
import type { RulePack, Target } from '../policy/rule.ts';
import type { DailyMeans } from './daily-means.ts';
import { dailyMeans, daysFrom } from './daily-means.ts';

/** Why nobody can say whether a target is met. */
export type OpenBecause =
  /** It is of a place that no division code names: no station stands for it. */
  | 'place'
  /** The document sets no period. */
  | 'period'
  | 'not-begun'
  | 'not-ended'
  | 'no-readings'
  /** Readings cover too few days of the period. */
  | 'too-few';

/** An air-quality target held against what the stations of its division read. */
export interface MeasuredTarget {
  readonly pack: RulePack;
  readonly target: Target;
  /** `not-met` of a trigger: the duty begins. */
  readonly status: 'met' | 'not-met' | 'open';
  readonly because: OpenBecause | null;
  /** Mean over the days with readings, or the number of heavily polluted days, in the target's unit; `null` without readings. */
  readonly value: number | null;
  readonly days: { readonly covered: number; readonly inPeriod: number; readonly needed: number };
  readonly stations: readonly string[];
  /** Days on which rows of one station disagree; they are averaged. */
  readonly disagreeing: number;
}

/**
 * Every target of the packs, measured by the readings up to the day. A city's mean is that of its stations of the highest
 * level that reads anything (national before provincial before municipal before township); background and enterprise
 * stations show something else and are left out. A few days never decide a period: `days` says how many there are.
 */
export function measureTargets(project: Project, packs: readonly RulePack[], asOf: IsoDay): readonly MeasuredTarget[] {
  return packs.flatMap((pack) => pack.targets.map((target) => ({ pack, target, ...measure(project, target, asOf) })));
}

type Measured = Omit<MeasuredTarget, 'pack' | 'target'>;

function measure(project: Project, target: Target, asOf: IsoDay): Measured {
  const { from, until } = target.period;
  const nothing = { status: 'open', value: null, days: { covered: 0, inPeriod: 0, needed: 0 }, stations: [], disagreeing: 0 } as const;
  if (target.place !== null) return { ...nothing, because: 'place' };
  if (from === null || until === null) return { ...nothing, because: 'period' };
  const inPeriod = daysFrom(from, until);
  const needed = Math.ceil((inPeriod * rules.sufficientDays.days) / rules.sufficientDays.ofDays);
  if (asOf < from) return { ...nothing, days: { ...nothing.days, inPeriod, needed }, because: 'not-begun' };

  const means = meansOfLevel(project, target, from, asOf < until ? asOf : until);
  const covered = means.byDay.size;
  const found = { days: { covered, inPeriod, needed }, stations: means.stations, disagreeing: means.disagreeing };
  if (covered === 0) return { ...nothing, ...found, because: 'no-readings' };
  const value = valueOf(target, [...means.byDay.values()]);
  const broken = !holds(target, value);
  // Heavily polluted days only become more: once there are too many, nothing that is still to come mends it.
  if (broken && target.pollutant === 'heavyPollutionDays') return { ...found, value, status: 'not-met', because: null };
  if (asOf < until) return { ...found, value, status: 'open', because: 'not-ended' };
  if (covered < needed) return { ...found, value, status: 'open', because: 'too-few' };
  return { ...found, value, status: broken ? 'not-met' : 'met', because: null };
}

const READ_BY: Readonly<Record<Target['pollutant'], Pollutant>> = { pm25: 'pm25', no2: 'no2', so2: 'so2', dustfall: 'dustfall', heavyPollutionDays: 'aqi' };

const LEVELS: readonly Station['level'][] = ['national', 'provincial', 'municipal', 'township'];

function meansOfLevel({ stations, airReadings }: Project, { divisionCode, pollutant }: Target, from: IsoDay, until: IsoDay): DailyMeans {
  const own = stations.filter((station) => station.role !== 'background' && station.divisionCode !== null && lies(station.divisionCode, divisionCode));
  let means: DailyMeans | null = null;
  for (const level of LEVELS) {
    const codes = own.filter((station) => station.level === level).map(({ code }) => code);
    means = dailyMeans(airReadings, codes, READ_BY[pollutant], from, until);
    if (means.byDay.size > 0) return means;
  }
  return means ?? { byDay: new Map(), stations: [], disagreeing: 0 };
}

function valueOf({ pollutant }: Target, means: readonly number[]): number {
  if (pollutant === 'heavyPollutionDays') return means.filter((index) => index > rules.heavyPollution.aqiAbove).length;
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

function holds({ op, limit, unit }: Target, value: number): boolean {
  const judged = unit === 'ug/m3' ? roundHalfEven(value, rules.decimals['ug/m3']) : value;
  return op === 'lt' ? judged < limit : judged <= limit;
}

/** GB/T 8170: a half goes to the even neighbour. */
function roundHalfEven(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = value * scale;
  const down = Math.floor(scaled);
  const rest = scaled - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 !== 0);
  return (up ? down + 1 : down) / scale;
}
