import type { AreaDuty, Bilingual, ControlTotal, Rule, RulePack, SitingRule, SourceRequirement, SourceSet, Target } from '../../policy/rule.ts';

/** What a pack makes of an article. Targets and totals come in bundles: a county each, they would bury the rest. */
export type ArticleEntry =
  | { readonly kind: 'rule' | 'hold'; readonly items: readonly [Rule] }
  | { readonly kind: 'siting'; readonly items: readonly [SitingRule] }
  | { readonly kind: 'areaDuty'; readonly items: readonly [AreaDuty] }
  | { readonly kind: 'sourceSet'; readonly items: readonly [SourceSet] }
  | { readonly kind: 'requirement'; readonly items: readonly [SourceRequirement] }
  | { readonly kind: 'target'; readonly items: readonly Target[] }
  | { readonly kind: 'controlTotal'; readonly items: readonly ControlTotal[] };

export interface ArticleRow {
  readonly key: string;
  readonly article: string;
  /** `null` in a pack that lists no coverage. */
  readonly heading: Bilingual | null;
  readonly why: Bilingual | null;
  readonly entries: readonly ArticleEntry[];
}

/** The articles of a document in its order with what models each; a pack without coverage is told by the articles of its provisions. */
export function articlesOf(pack: RulePack): readonly ArticleRow[] {
  if (pack.coverage.length > 0) {
    return pack.coverage.map(({ article, heading, by, why }, at) => ({ key: `${String(at)} ${article}`, article, heading, why, entries: entriesFor(pack, ({ id }) => by.includes(id)) }));
  }
  const articles = [...pack.rules, ...pack.siting, ...pack.sourceSets, ...pack.sourceRequirements, ...pack.areaDuties, ...pack.targets, ...pack.controlTotals].map(({ article }) => article);
  return [...new Set(articles)].map((article) => ({ key: article, article, heading: null, why: null, entries: entriesFor(pack, (item) => item.article === article) }));
}

function entriesFor(pack: RulePack, belongs: (item: { readonly id: string; readonly article: string }) => boolean): readonly ArticleEntry[] {
  const targets = pack.targets.filter(belongs);
  const controlTotals = pack.controlTotals.filter(belongs);
  return [
    ...pack.rules.filter(belongs).map((rule): ArticleEntry => ({ kind: rule.duty === 'hold' ? 'hold' : 'rule', items: [rule] })),
    ...pack.siting.filter(belongs).map((rule): ArticleEntry => ({ kind: 'siting', items: [rule] })),
    ...pack.sourceSets.filter(belongs).map((set): ArticleEntry => ({ kind: 'sourceSet', items: [set] })),
    ...pack.sourceRequirements.filter(belongs).map((demand): ArticleEntry => ({ kind: 'requirement', items: [demand] })),
    ...pack.areaDuties.filter(belongs).map((duty): ArticleEntry => ({ kind: 'areaDuty', items: [duty] })),
    ...(targets.length === 0 ? [] : [{ kind: 'target', items: targets } as const]),
    ...(controlTotals.length === 0 ? [] : [{ kind: 'controlTotal', items: controlTotals } as const]),
  ];
}
