import { DUTIES } from '../../policy/duty.ts';
import { answerOf } from '../../state/selectors/ledger.ts';
import { changeFilters, clearFilters } from '../../state/commands/change-filters.ts';
import type { Filters } from '../../state/filters.ts';
import { FUEL_CHOICES, UNKNOWN } from '../../state/filters.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import type { Tally } from '../../state/selectors/tally.ts';
import { EMPTY_TALLY } from '../../state/selectors/tally.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { countiesOf } from '../parts/counties.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { FilterSelect } from './filter-select.tsx';
import { readRuleFilter, readVerdictFilter, ruleFilterOf, verdictFilterOf } from './verdict-filter.ts';

/** Narrows the table, the map and every count. Each choice says how many rows it would show. */
export function LedgerFilters({ overview }: { readonly overview: Overview }) {
  const { lang, w, t } = useWords();
  const apply = useApply();
  const filters = useSession((session) => session.view.filters);
  const answer = useSession(answerOf);
  const change = (part: Partial<Filters>): void => {
    apply(changeFilters(part));
  };
  const named = (name: string, tally: Tally | undefined): string => w.option(name, formatCount(lang, (tally ?? EMPTY_TALLY).count));
  const { byCounty, byDuty, byPossible, byFuel, byRule, byMayRule } = overview;
  const divisions = answer?.question.city.project.divisions ?? [];
  return (
    <div className="filters" role="group" aria-label={w.filters}>
      <FilterSelect
        label={w.filterBy.county}
        all={w.allCounties}
        chosen={filters.counties}
        options={countiesOf(divisions, [...byCounty.keys(), ...filters.counties], lang, w.noCounty).map(({ code, name }) => [code, named(name, byCounty.get(code))])}
        onChoose={(code) => {
          change({ counties: code === null ? [] : [code] });
        }}
      />
      <FilterSelect
        label={w.filterBy.verdict}
        all={w.allVerdicts}
        chosen={verdictFilterOf(filters)}
        options={[
          ...DUTIES.filter((duty) => byDuty.has(duty) || filters.duties.includes(duty)).map((duty) => [duty, named(t.duty[duty], byDuty.get(duty))] as const),
          ...DUTIES.filter((duty) => byPossible.has(duty) || filters.possible.includes(duty)).map(
            (duty) => [`?${duty}`, named(w.possibly(t.duty[duty]), byPossible.get(duty))] as const,
          ),
        ]}
        onChoose={(choice) => {
          change(readVerdictFilter(choice));
        }}
      />
      <FilterSelect
        label={w.filterBy.fuel}
        all={w.allFuels}
        chosen={filters.fuels}
        options={FUEL_CHOICES.map((fuel) => [fuel, named(fuel === UNKNOWN ? w.unknown : t.fuel[fuel], byFuel.get(fuel))])}
        onChoose={(choice) => {
          change({ fuels: FUEL_CHOICES.filter((fuel) => fuel === choice) });
        }}
      />
      <FilterSelect
        label={w.filterBy.rule}
        all={w.allRules}
        chosen={ruleFilterOf(filters)}
        options={ruleOptions()}
        onChoose={(choice) => {
          change(readRuleFilter(choice));
        }}
      />
      <input
        type="search"
        className="filter-text"
        aria-label={w.filterBy.text}
        placeholder={w.searchHint}
        value={filters.text}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
      />
      {filters.picked !== null && (
        <button
          type="button"
          className="picked-chip"
          onClick={() => {
            change({ picked: null });
          }}
        >
          {w.picked(filters.picked.label[lang])}
          <Icon name="close" size={12} />
        </button>
      )}
      {overview.filtered && (
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            apply(clearFilters);
          }}
        >
          {w.clearFilters}
        </button>
      )}
    </div>
  );

  /** The rules of the day, surely and possibly, and the chosen one even when it is not in force then. */
  function ruleOptions(): (readonly [string, string])[] {
    const rules = (answer?.assessment.rules ?? []).map(({ rule, pack }) => ({ id: rule.id, name: `${pack.shortTitle[lang]} ${rule.article} ${rule.title[lang]}` }));
    const sure = rules.map(({ id, name }) => [id, named(name, byRule.get(id))] as const);
    const may = rules.filter(({ id }) => byMayRule.has(id) || filters.mayRule === id).map(({ id, name }) => [`?${id}`, named(w.mayApply(name), byMayRule.get(id))] as const);
    const known = [...sure, ...may];
    return [...known, ...ruleFilterOf(filters).flatMap((choice) => (known.some(([id]) => id === choice) ? [] : [[choice, named(choice, undefined)] as const]))];
  }
}
