import { useState } from 'react';
import { uniqueKeys } from '../../base/unique-keys.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Reading, RulePack } from '../../policy/rule.ts';
import { settleWork, work } from '../../state/drafts/draft-commands.ts';
import { describeScenario, setReach, setReading } from '../../state/drafts/edit-workbook.ts';
import { packsOf } from '../../state/selectors/packs.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { settingWords } from '../../text/scenario-settings.ts';
import { formatCount, number } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { NumberField } from './number-field.tsx';
import '../plan/plan.css';

const NO_PACKS: readonly RulePack[] = [];

/** What a scenario says beside its zones: a description, how it reads the law, how far sources reach. */
export function ScenarioSettings({ scenario }: { readonly scenario: Scenario }) {
  const { lang } = useWords();
  const w = settingWords[lang];
  const own = Object.keys(scenario.readings).length + Object.keys(scenario.reachM).length;
  return (
    <details className="scenario-settings">
      <summary>
        {w.title}
        {own > 0 && <span className="hint"> {w.own(formatCount(lang, own))}</span>}
      </summary>
      <Description scenario={scenario} />
      <Reaches scenario={scenario} />
      <Readings scenario={scenario} />
    </details>
  );
}

function Description({ scenario }: { readonly scenario: Scenario }) {
  const { lang } = useWords();
  const w = settingWords[lang];
  const apply = useApply();
  if (scenario.frozen) return scenario.description === '' ? null : <p>{scenario.description}</p>;
  return (
    <label className="draft-form">
      {w.description}
      <textarea
        rows={3}
        maxLength={2000}
        value={scenario.description}
        onChange={({ target }) => {
          apply(work(describeScenario(scenario.id, { description: target.value }), `description:${scenario.id}`));
        }}
        onBlur={() => {
          apply(settleWork);
        }}
      />
    </label>
  );
}

const M_PER_KM = 1000;
/** Farther than any document asks, km. */
const MOST_KM = 500;

function Reaches({ scenario }: { readonly scenario: Scenario }) {
  const { lang, w: page } = useWords();
  const w = settingWords[lang];
  const apply = useApply();
  const sources = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.heatSources : null)) ?? [];
  const keys = uniqueKeys(sources.map(({ id }) => id));
  const named = keys.map((key, i) => ({ key, name: sources[i]?.name ?? key }));
  const own = Object.entries(scenario.reachM);
  const [chosen, setChosen] = useState('');
  const [text, setText] = useState('');
  const km = Number(text);
  const isReady = chosen !== '' && text.trim() !== '' && km > 0 && km <= MOST_KM;
  return (
    <details>
      <summary>{w.reach(formatCount(lang, own.length))}</summary>
      <ul className="setting-list">
        {own.map(([key, reachM]) => (
          <li key={key} className="is-own">
            <span>{w.reachOf(named.find((one) => one.key === key)?.name ?? page.unknown, number(lang, reachM / M_PER_KM, 3))}</span>
            {!scenario.frozen && (
              <button
                type="button"
                className="button button-link"
                onClick={() => {
                  apply(work(setReach(scenario.id, key, null)));
                }}
              >
                {w.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!scenario.frozen && (
        <form
          className="draft-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isReady) return;
            apply(work(setReach(scenario.id, chosen, km * M_PER_KM)));
            setText('');
          }}
        >
          <select
            className="select draft-wide"
            aria-label={w.source}
            value={chosen}
            onChange={({ target }) => {
              setChosen(target.value);
            }}
          >
            <option value="">{w.source}</option>
            {named.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          <NumberField label={w.km} text={text} onText={setText} />
          <button type="submit" className="button" disabled={!isReady}>
            {w.setReach}
          </button>
          <p className="hint">{w.reachHint}</p>
        </form>
      )}
    </details>
  );
}

function Readings({ scenario }: { readonly scenario: Scenario }) {
  const { lang } = useWords();
  const w = settingWords[lang];
  const packs = useSession(packsOf) ?? NO_PACKS;
  const open = packs.map((pack) => ({ pack, readings: pack.readings.filter(({ options }) => options.length > 1) })).filter(({ readings }) => readings.length > 0);
  return (
    <details>
      <summary>{w.readings(formatCount(lang, Object.keys(scenario.readings).length))}</summary>
      <p className="hint">{w.readingsHint}</p>
      {open.map(({ pack, readings }) => (
        <details key={pack.id}>
          <summary>{pack.shortTitle[lang]}</summary>
          <ul className="setting-list">
            {readings.map((reading) => (
              <ReadingItem key={reading.id} scenario={scenario} reading={reading} />
            ))}
          </ul>
        </details>
      ))}
    </details>
  );
}

function ReadingItem({ scenario, reading }: { readonly scenario: Scenario; readonly reading: Reading }) {
  const { lang } = useWords();
  const w = settingWords[lang];
  const apply = useApply();
  const asToday = useSession((session) => session.scenario.choices[reading.id]) ?? reading.chosen;
  const own = Object.hasOwn(scenario.readings, reading.id) ? scenario.readings[reading.id] : undefined;
  const labelOf = (id: string): string => reading.options.find((option) => option.id === id)?.label[lang] ?? id;
  return (
    <li className={own === undefined ? undefined : 'is-own'}>
      <label>
        {reading.question[lang]}
        <select
          className="select draft-wide"
          value={own ?? ''}
          disabled={scenario.frozen}
          onChange={({ target }) => {
            apply(work(setReading(scenario.id, reading.id, target.value === '' ? null : target.value)));
          }}
        >
          <option value="">{w.asToday(labelOf(asToday))}</option>
          {reading.options.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[lang]}
            </option>
          ))}
        </select>
      </label>
    </li>
  );
}
