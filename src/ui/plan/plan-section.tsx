import { useId, useState } from 'react';
import type { Plan, Scenario } from '../../domain/scenario.ts';
import { PLAN_CHOICES } from '../../domain/scenario.ts';
import { planProblem } from '../../draft/plan-problem.ts';
import { work } from '../../state/drafts/draft-commands.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { setPlan } from '../../state/drafts/edit-workbook.ts';
import type { LedgerRow } from '../../state/selectors/ledger.ts';
import { homesOf } from '../../state/selectors/replacement.ts';
import type { Answer } from '../../state/session.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { planWords } from '../../text/plan.ts';
import { useWords } from '../parts/words.ts';
import './plan.css';

interface Props {
  readonly answer: Answer;
  readonly row: LedgerRow;
}

/** What the open scenario means to do with the facility; without a scenario there is nobody to mean it. */
export function PlanSection({ answer, row }: Props) {
  const { lang } = useWords();
  const w = planWords[lang];
  const scenario = useSession(({ drafts }) => openScenarioOf(drafts));
  if (scenario === null) return null;
  const plan = Object.hasOwn(scenario.plans, row.key) ? (scenario.plans[row.key] ?? null) : null;
  return (
    <section className="card-section plan" aria-label={w.title}>
      <h3>
        {w.title} <span className="plan-scenario">{scenario.name}</span>
      </h3>
      {scenario.frozen ? <PlanShown plan={plan} /> : <PlanForm key={`${scenario.id} ${row.key} ${JSON.stringify(plan)}`} scenario={scenario} plan={plan} answer={answer} row={row} />}
    </section>
  );
}

function PlanShown({ plan }: { readonly plan: Plan | null }) {
  const { lang } = useWords();
  const w = planWords[lang];
  return (
    <>
      <p>{plan === null ? w.none : [w.planned(w.choice[plan.choice]), plan.reason, plan.replacement ?? ''].filter(Boolean).join(' · ')}</p>
      <p className="hint">{w.frozen}</p>
    </>
  );
}

const LONGEST = 500;

function PlanForm({ scenario, plan, answer, row }: Props & { readonly scenario: Scenario; readonly plan: Plan | null }) {
  const { lang } = useWords();
  const w = planWords[lang];
  const apply = useApply();
  const group = useId();
  const [draft, setDraft] = useState<{ readonly choice: Plan['choice'] | null; readonly reason: string; readonly replacement: string }>({
    choice: plan?.choice ?? null,
    reason: plan?.reason ?? '',
    replacement: plan?.replacement ?? '',
  });
  const homes = homesOf(answer, row);
  const stated = draft.replacement.trim();
  const meant: Plan | null = draft.choice === null ? null : { choice: draft.choice, reason: draft.reason.trim(), replacement: stated === '' ? null : stated };
  const problem = meant === null ? null : planProblem(meant, homes);
  const isEnding = draft.choice === 'close' || draft.choice === 'consolidate';
  const isSame = plan !== null && meant !== null && plan.choice === meant.choice && plan.reason === meant.reason && plan.replacement === meant.replacement;
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (meant !== null && problem === null) apply(work(setPlan(scenario.id, row.key, meant)));
      }}
    >
      <fieldset>
        <legend className="visually-hidden">{w.label}</legend>
        {PLAN_CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={group}
              checked={draft.choice === choice}
              onChange={() => {
                setDraft({ ...draft, choice });
              }}
            />
            {w.choice[choice]}
          </label>
        ))}
      </fieldset>
      {draft.choice !== null && (
        <>
          <label>
            {w.reason}
            <input
              value={draft.reason}
              maxLength={LONGEST}
              required
              onChange={({ target }) => {
                setDraft({ ...draft, reason: target.value });
              }}
            />
          </label>
          {isEnding && (
            <label>
              {w.replacement}
              <input
                value={draft.replacement}
                maxLength={LONGEST}
                required={homes === 'blocking'}
                placeholder={w.replacementHint}
                onChange={({ target }) => {
                  setDraft({ ...draft, replacement: target.value });
                }}
              />
            </label>
          )}
          {isEnding && homes === 'open' && stated === '' && <p className="plan-doubt">{w.replacementUnknown}</p>}
          {problem !== null && (
            <p className="plan-problem" role="status">
              {problem === 'reason-needed' ? w.reasonNeeded : w.replacementNeeded}
            </p>
          )}
        </>
      )}
      <p className="hint">{isSame ? w.saved : w.hint}</p>
      <div className="plan-acts">
        <button type="submit" className="button" disabled={meant === null || problem !== null || isSame}>
          {w.save}
        </button>
        {plan !== null && (
          <button
            type="button"
            className="button button-link"
            onClick={() => {
              apply(work(setPlan(scenario.id, row.key, null)));
            }}
          >
            {w.takeBack}
          </button>
        )}
      </div>
    </form>
  );
}
