import type { ReactNode } from 'react';
import { reachOf } from '../../state/selectors/findings.ts';
import type { LedgerRow } from '../../state/selectors/ledger.ts';
import type { Answer } from '../../state/session.ts';
import { formatCount, formatKm, formatMetres, formatTph } from '../../text/formats.ts';
import { sayProblem } from '../../text/messages.ts';
import { divisionName } from '../parts/counties.ts';
import { useWords } from '../parts/words.ts';
import { sourcesWithinReach, zonesAround } from './surroundings.ts';

interface Props {
  readonly answer: Answer;
  readonly row: LedgerRow;
  /** Facts that a stricter verdict hangs on. */
  readonly wanted: readonly string[];
}

/** What the ledger says, and does not say, of the facility, with the row it was read from. */
export function CardFacts({ answer, row, wanted }: Props) {
  const { lang, w, t } = useWords();
  const { facility } = row;
  const { divisions, heatSources } = answer.question.city.project;
  const { assessment } = answer;
  const nearestIndex = assessment.nearestEligible[row.index] ?? -1;
  const nearest = heatSources[nearestIndex];
  const zones = zonesAround(answer, row.index);
  const reach = sourcesWithinReach(answer, row.index);
  const say = <Key extends string>(words: Readonly<Record<Key, string>>, key: Key | null): string | null => key && words[key];
  const fact = (name: string, value: ReactNode, field?: string) => (
    <div className={field !== undefined && wanted.includes(field) ? 'fact fact-wanted' : 'fact'}>
      <dt>{name}</dt>
      <dd>{value ?? <span className="cell-unknown">{w.unknown}</span>}</dd>
    </div>
  );
  return (
    <section className="card-section">
      <h3>{w.facts.title}</h3>
      <dl className="facts">
        {fact(w.facts.id, facility.id)}
        {fact(w.facts.kind, say(t.kind, facility.kind), 'kind')}
        {fact(w.facts.fuel, say(t.fuel, facility.fuel), 'fuel')}
        {fact(w.facts.capacity, capacity(), 'capacityTph')}
        {fact(w.facts.use, say(t.use, facility.use), 'use')}
        {fact(w.facts.status, say(t.status, facility.status), 'status')}
        {fact(w.facts.county, divisionName(divisions, facility.divisionCode, lang) ?? facility.divisionCode, 'divisionCode')}
        {fact(w.facts.park, facility.park, 'park')}
        {fact(w.facts.creditCode, facility.creditCode)}
        {fact(w.facts.position, position(), 'lngLat')}
        {fact(t.field.ultraLowEmission, yesNo(facility.ultraLowEmission), 'ultraLowEmission')}
        {fact(t.field.monitored, yesNo(facility.monitored), 'monitored')}
        {fact(t.field.cleanHeating, yesNo(facility.cleanHeating), 'cleanHeating')}
        {nearest !== undefined && row.nearestEligibleM !== null && fact(w.facts.nearest, `${nearest.name} · ${formatKm(lang, row.nearestEligibleM, 3, reachOf(answer, nearestIndex) ?? undefined)}`)}
        {reach.length > 0 && fact(w.facts.reach, list(reach.map(({ source, distanceM, reachM, eligible }) => `${source.name} · ${formatKm(lang, distanceM, 3, reachM ?? undefined)} · ${w.facts.eligible[eligible]}`)))}
        {zones.length > 0 && fact(w.facts.zones, list(zones.map(({ name }) => name)))}
        {facility.issues.length > 0 && fact(w.facts.issues, list(facility.issues.map(({ code, params }) => sayProblem(lang, code, params))))}
        {fact(
          w.facts.source,
          <>
            {w.facts.sourceRow(facility.source.file, String(facility.source.row))}
            {facility.synthetic && <em className="synthetic">{w.facts.synthetic}</em>}
          </>,
        )}
      </dl>
    </section>
  );

  function yesNo(value: boolean | null): string | null {
    return value === null ? null : value ? t.yes : t.no;
  }

  function capacity(): string | null {
    if (facility.capacityTph === null) return null;
    const each = formatTph(lang, facility.capacityTph);
    return facility.count === 1 ? each : w.facts.units(each, formatCount(lang, facility.count));
  }

  function position(): string {
    if (facility.lngLat === null) return w.facts.noPosition;
    const [lng, lat] = facility.lngLat;
    const accuracy = facility.locationAccuracyM;
    return `${String(lng)}, ${String(lat)} · ${accuracy === null ? w.facts.accuracyUnknown : w.facts.accuracy(formatMetres(lang, accuracy))}`;
  }
}

function list(entries: readonly string[]): ReactNode {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry}>{entry}</li>
      ))}
    </ul>
  );
}
