import { useState } from 'react';
import type { MeasuredTarget } from '../../assess/area-duties.ts';
import { measureTargets } from '../../assess/area-duties.ts';
import type { RulePack } from '../../policy/rule.ts';
import type { Answer } from '../../state/session.ts';
import { number } from '../../text/formats.ts';
import { placeName } from '../../text/place-names.ts';
import { policyStanding } from '../parts/policy-standing.ts';
import { useLawWords } from '../parts/law-words.ts';
import { Unbroken } from '../parts/unbroken.tsx';
import { useWords } from '../parts/words.ts';
import { DeadlineWords, DepartmentWords } from './article-entry.tsx';
import { orderPacks } from '../parts/order-packs.ts';
import { openBecause } from './target-words.ts';

const PARTS = ['targets', 'duties'] as const;

/** What the documents ask of governments for an area: figures to reach, held against readings, and things to do. */
export function AreaTab({ answer }: { readonly answer: Answer }) {
  const words = useLawWords().area;
  const [part, setPart] = useState<(typeof PARTS)[number]>('targets');
  return (
    <div className="law-column">
      <div className="segments" role="group" aria-label={words.parts}>
        {PARTS.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={part === id}
            onClick={() => {
              setPart(id);
            }}
          >
            {words[id]}
          </button>
        ))}
      </div>
      {part === 'targets' ? <Targets answer={answer} /> : <Duties answer={answer} />}
    </div>
  );
}

function DocumentTitle({ pack, asOf }: { readonly pack: RulePack; readonly asOf: string }) {
  const { lang } = useWords();
  const words = useLawWords().articles;
  const { state } = policyStanding(pack, asOf);
  return (
    <h4 className="area-document">
      {pack.shortTitle[lang]}
      <span className={`document-state standing-${state}`}>{words.state[state]}</span>
    </h4>
  );
}

function Targets({ answer }: { readonly answer: Answer }) {
  const { lang } = useWords();
  const words = useLawWords().area;
  const [place, setPlace] = useState<string | null>(null);
  const { city, packs, asOf } = answer.question;
  const measured = measureTargets(city.project, packs, asOf);
  const places = [...new Set(measured.map((one) => placeOfTarget(one, lang)))];
  const shown = measured.filter((one) => place === null || placeOfTarget(one, lang) === place);
  return (
    <section>
      <h3 className="visually-hidden">{words.targets}</h3>
      <p className="law-hint">{words.targetsHint}</p>
      {measured.length === 0 && <p className="hint">{words.none}</p>}
      {places.length > 1 && (
        <label className="law-filter">
          {words.place}
          <select
            className="select"
            value={place ?? ''}
            onChange={(event) => {
              setPlace(event.target.value || null);
            }}
          >
            <option value="">{words.allPlaces}</option>
            {places.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      {orderPacks(packs, city.project, asOf).map((pack) => {
        const rows = shown.filter((one) => one.pack === pack);
        if (rows.length === 0) return null;
        return (
          <div key={pack.id} className={`area-group policy-${policyStanding(pack, asOf).state}`}>
            <DocumentTitle pack={pack} asOf={asOf} />
            <div className="law-table-scroller">
              <table className="law-table targets-table">
                <thead>
                  <tr>
                    <th scope="col">{words.place}</th>
                    <th scope="col">{words.pollutant}</th>
                    <th scope="col" className="cell-end">
                      {words.limit}
                    </th>
                    <th scope="col">{words.period}</th>
                    <th scope="col">{words.strength}</th>
                    <th scope="col">{words.measured}</th>
                    <th scope="col">{words.article}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <TargetRow key={one.target.id} measured={one} />
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        );
      })}
    </section>
  );
}

function placeOfTarget({ target }: MeasuredTarget, lang: 'zh' | 'en'): string {
  return target.place?.[lang] ?? placeName(lang, target.divisionCode);
}

function TargetRow({ measured }: { readonly measured: MeasuredTarget }) {
  const { lang } = useWords();
  const words = useLawWords();
  const { target, status, value, days, because } = measured;
  const { from, until } = target.period;
  const trigger = target.strength === 'trigger';
  return (
    <tr>
      <th scope="row">{placeOfTarget(measured, lang)}</th>
      <td data-label={words.area.pollutant}>{words.area.pollutants[target.pollutant]}</td>
      <td className="cell-end law-figure" data-label={words.area.limit} title={target.phrase}>
        {trigger ? '' : words.area.ops[target.op]}
        <b>{number(lang, target.limit, 2)}</b>
        <small>{words.area.units[target.unit]}</small>
      </td>
      <td data-label={words.area.period}>
        <Unbroken text={from === null && until === null ? words.articles.openEnd : words.articles.periodOf(from ?? words.articles.openStart, until ?? words.articles.openEnd)} />
      </td>
      <td data-label={words.area.strength}>{words.area.strengths[target.strength]}</td>
      <td data-label={words.area.measured}>
        <span className={`status status-${status}`}>{trigger && status !== 'open' ? words.area.triggered[status] : words.area.results[status]}</span>
        {value !== null && <span className="law-measured">{words.area.value(number(lang, value, 1), String(days.covered), String(days.inPeriod))}</span>}
        {because !== null && <span className="law-because">{openBecause(words, because, target, days)}</span>}
      </td>
      <td className="law-article" data-label={words.area.article}>{target.article}</td>
    </tr>
  );
}

function Duties({ answer }: { readonly answer: Answer }) {
  const { lang } = useWords();
  const words = useLawWords();
  const { city, packs, asOf } = answer.question;
  const listed = orderPacks(packs, city.project, asOf).filter(({ areaDuties }) => areaDuties.length > 0);
  return (
    <section>
      <h3 className="visually-hidden">{words.area.duties}</h3>
      <p className="law-hint">{words.area.dutiesHint}</p>
      {listed.length === 0 && <p className="hint">{words.area.none}</p>}
      {listed.map((pack) => (
        <div key={pack.id} className={`area-group policy-${policyStanding(pack, asOf).state}`}>
          <DocumentTitle pack={pack} asOf={asOf} />
          <ul className="duty-list">
            {pack.areaDuties.map((duty) => (
              <li key={duty.id}>
                <div>
                  <p className="duty-title">
                    <span className="article-number">{duty.article}</span>
                    {duty.title[lang]}
                  </p>
                  <q className="finding-phrase" lang="zh-CN" title={words.articles.phrase}>
                    {duty.phrase}
                  </q>
                </div>
                <dl>
                  <div>
                    <dt>{words.area.deadline}</dt>
                    <dd>
                      <DeadlineWords deadline={duty.deadline} />
                    </dd>
                  </div>
                  <div>
                    <dt>{words.area.departments}</dt>
                    <dd>
                      <DepartmentWords departments={duty.departments} />
                    </dd>
                  </div>
                </dl>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
