import type { ReactNode } from 'react';
import { openLaw } from '../../state/commands/open-law.ts';
import type { KnownPlace } from '../../state/selectors/place.ts';
import { placeOf } from '../../state/selectors/place.ts';
import { reachOf } from '../../state/selectors/findings.ts';
import { facilitiesInside, facilitiesWithin } from '../../state/selectors/sources.ts';
import type { Answer } from '../../state/session.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import type { LawWords } from '../../text/law-zh.ts';
import { formatCount, formatKm, formatMetres, number } from '../../text/formats.ts';
import { sayPlantUnits } from '../../text/plant-units.ts';
import { HearingView } from '../law/source-hearing.tsx';
import { divisionName } from '../parts/counties.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { pickedAs, useLawWords } from '../parts/law-words.ts';
import { PickButton } from '../parts/pick-button.tsx';
import { useWords } from '../parts/words.ts';
import { rulesOfPlace } from './rules-of-place.ts';
import '../styles/law.css';

/** What is known of a source, zone, park or station, and what the law of the day makes of it. */
export default function PlaceCard() {
  const place = useSession(placeOf);
  const answer = useSession((session) => session.run.answer);
  if (place === null || answer === null) return null;
  return (
    <>
      {place.kind === 'source' && <SourcePart place={place} answer={answer} />}
      <PlaceRecord place={place} answer={answer} />
      {(place.kind === 'zone' || place.kind === 'park') && <RulesOfPlace place={place} answer={answer} />}
    </>
  );
}

type Of<Kind extends KnownPlace['kind']> = Extract<KnownPlace, { kind: Kind }>;

function SourcePart({ place, answer }: { readonly place: Of<'source'>; readonly answer: Answer }) {
  const words = useLawWords();
  const apply = useApply();
  return (
    <section className="card-section">
      <HearingView answer={answer} source={place.record} index={place.index} />
      <p className="card-door">
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            apply(openLaw({ tab: 'sources', at: place.record.id }));
          }}
        >
          {words.sources.page}
        </button>
      </p>
    </section>
  );
}

function PlaceRecord({ place, answer }: { readonly place: KnownPlace; readonly answer: Answer }) {
  const { lang, w, t } = useWords();
  const words = useLawWords();
  const { divisions } = answer.question.city.project;
  const rows = recordRows();
  return (
    <section className="card-section">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value === null || value === '' ? <span className="cell-unknown">{w.unknown}</span> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );

  function inDivision(code: string | null): string | null {
    return divisionName(divisions, code, lang) ?? code;
  }

  function accuracy(metres: number | null): string | null {
    return metres === null ? null : words.place.accuracyOf(formatMetres(lang, metres));
  }

  function count(indices: readonly number[], label: (words: LawWords) => string): ReactNode {
    if (indices.length === 0) return words.place.insideCount('0');
    return (
      <PickButton filters={pickedAs(label, indices)} title={words.articles.filterHint}>
        {words.place.insideCount(formatCount(lang, indices.length))}
      </PickButton>
    );
  }

  function recordRows(): readonly (readonly [string, ReactNode])[] {
    switch (place.kind) {
      case 'source': {
        const { record } = place;
        const reachM = reachOf(answer, place.index);
        return [
          [words.sources.reach, reachM === null ? words.sources.noReach : formatKm(lang, reachM, 0)],
          [words.place.inside, count(facilitiesWithin(answer, place.index), ({ sources }) => sources.pickedWithin(record.name))],
          [words.sources.kind, record.kind && t.heatSourceKind[record.kind]],
          ...(record.kindEvidence === '' ? [] : [[words.sources.evidence, record.kindEvidence] as const]),
          [words.sources.units, sayPlantUnits(lang, record)],
          [words.sources.grade, record.performanceGrade && t.performanceGrade[record.performanceGrade]],
          [words.sources.exit, record.listedForExit === null ? null : record.listedForExit ? t.yes : t.no],
          [words.sources.enterprise, record.enterprise],
          [words.sources.place, inDivision(record.divisionCode)],
          [words.sources.accuracy, accuracy(record.locationAccuracyM)],
        ];
      }
      case 'zone': {
        const { record } = place;
        const km2 = words.place.areaKm2(number(lang, record.areaM2 / 1e6, 2));
        const { from, until } = record.inForce;
        return [
          [words.place.kind, t.zoneKind[record.kind]],
          ...(record.kind === 'noBurn' ? [[words.place.class, record.class === null ? <span className="cell-unknown">{words.place.noClass}</span> : t.zoneClass[record.class]] as const] : []),
          [words.place.inside, count(facilitiesInside(answer, place.index), ({ place: of }) => of.pickedInside(record.name))],
          [words.place.notice, record.notice ?? words.place.noNotice],
          ...(record.illustrative ? [[words.place.note, <em key="note" className="synthetic-note">{words.place.illustrative}</em>] as const] : []),
          [words.place.period, from === null && until === null ? null : words.articles.periodOf(from ?? words.articles.openStart, until ?? words.articles.openEnd)],
          [words.place.area, record.statedAreaKm2 === null ? km2 : `${km2}（${words.place.statedArea(number(lang, record.statedAreaKm2, 2))}）`],
          [words.place.division, inDivision(record.divisionCode)],
        ];
      }
      case 'park': {
        const { record } = place;
        return [
          [words.place.division, record.divisionCodes.map((code) => inDivision(code)).join(w.listSeparator)],
          [words.place.accuracy, accuracy(record.accuracyM)],
          [words.place.note, words.place.parkNote],
        ];
      }
      case 'station': {
        const { record } = place;
        return [
          [words.place.code, record.code],
          [words.place.level, words.place.levels[record.level]],
          [words.place.role, record.role && words.place.roles[record.role]],
          [words.place.division, inDivision(record.divisionCode)],
          [words.place.accuracy, accuracy(record.accuracyM)],
          [words.place.readings, readingsOf(record.code)],
        ];
      }
    }
  }

  function readingsOf(code: string): string {
    const own = answer.question.city.project.airReadings.filter((reading) => reading.stationCode === code);
    return own.length === 0 ? words.place.noReadings : words.place.dayReadings(formatCount(lang, own.length));
  }
}

function RulesOfPlace({ place, answer }: { readonly place: Of<'zone'> | Of<'park'>; readonly answer: Answer }) {
  const { lang } = useWords();
  const words = useLawWords();
  const rules = rulesOfPlace(place, answer.assessment.rules);
  return (
    <section className="card-section">
      <h3>{words.place.rules}</h3>
      {rules.length === 0 && <p className="hint">{words.place.noRules}</p>}
      <ul className="place-rules">
        {rules.map(({ rule, pack }) => (
          <li key={`${pack.id}/${rule.id}`}>
            <DutyMark duty={rule.duty} size={18} />
            <span>
              {rule.title[lang]}
              <small>
                {pack.shortTitle[lang]} {rule.article}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
