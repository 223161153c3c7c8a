import { openRuleBook } from '../../assess/rule-book.ts';
import { truthWord } from '../../base/truth.ts';
import type { Truth } from '../../base/truth.ts';
import type { Facility } from '../../domain/facility.ts';
import { lookOf, placeAmong, type MapMarks } from '../../map/map-marks.ts';
import type { MapHeatSource } from '../../map/map-types.ts';
import { memoiseLast } from '../../state/memoise.ts';
import type { Ledger } from '../../state/selectors/ledger.ts';
import type { Answer } from '../../state/session.ts';

let marked: { readonly ledger: Ledger; readonly shown: readonly number[]; readonly marks: MapMarks } | null = null;

/** The rows that have a position, as marks. Where a drag changes some verdicts, only these are looked at. */
export function mapMarks(ledger: Ledger, shown: readonly number[]): MapMarks {
  const before = marked;
  const isPatch = before !== null && ledger.patch?.of === before.ledger.state && shown === before.shown;
  const marks = isPatch ? withLooks(before.marks, ledger.answer, ledger.patch.rows) : freshMarks(ledger.answer, shown);
  marked = { ledger, shown, marks };
  return marks;
}

function freshMarks({ question, assessment }: Answer, shown: readonly number[]): MapMarks {
  const { facilities } = question.city.project;
  const at = placesOf(facilities);
  const facility = Uint32Array.from(shown).filter((index) => !Number.isNaN(at.lng[index]));
  const [lng, lat, look] = [new Float64Array(facility.length), new Float64Array(facility.length), new Uint8Array(facility.length)];
  for (let k = 0; k < facility.length; k++) {
    const index = facility[k] as number;
    lng[k] = at.lng[index] as number;
    lat[k] = at.lat[index] as number;
    look[k] = lookAt(assessment, index);
  }
  return { among: facilities, facility, lng, lat, look };
}

function withLooks(before: MapMarks, { assessment }: Answer, rows: Uint32Array): MapMarks {
  const changed = Array.from(rows, (index) => [placeAmong(before, index), lookAt(assessment, index)] as const).filter(([place, look]) => place >= 0 && before.look[place] !== look);
  if (changed.length === 0) return before;
  const look = before.look.slice();
  for (const [place, now] of changed) look[place] = now;
  return { ...before, look };
}

function lookAt({ duty, possibleDuty, certainty }: Answer['assessment'], index: number): number {
  return lookOf(duty[index] as number, possibleDuty[index] as number, certainty[index] as number);
}

const placesOf = memoiseLast((facilities: readonly Facility[]): Pick<MapMarks, 'lng' | 'lat'> => ({
  lng: Float64Array.from(facilities, ({ lngLat }) => lngLat?.[0] ?? NaN),
  lat: Float64Array.from(facilities, ({ lngLat }) => lngLat?.[1] ?? NaN),
}));

/** The heat sources as the rules of the answer's day see them; without a reach rule there is no circle to draw. */
export function mapSources({ question, assessment }: Answer): MapHeatSource[] {
  const { reachM } = openRuleBook(question.packs, question.asOf, question.choices);
  return question.city.project.heatSources.map((source, i) => ({
    source,
    eligible: truthWord((assessment.sourceEligible[i] ?? 0) as Truth),
    reachM: source.reachM ?? reachM ?? 0,
  }));
}
