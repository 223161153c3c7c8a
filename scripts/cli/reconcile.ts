import { reconcile } from '../../src/assess/reconcile.ts';
import type { Project } from '../../src/domain/project.ts';
import type { Choices } from '../../src/policy/conditions.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { sayReconciled } from '../../src/text/reconcile.ts';
import type { Options } from './options.ts';

/** What `--reconcile` prints: the published totals held against the ledger, as a table or as JSON. */
export function reconcileLines(project: Project, packs: readonly RulePack[], choices: Choices, { asOf, format, lang }: Options): readonly string[] {
  const rows = reconcile(project, packs, asOf, choices);
  if (format !== 'json') {
    const names = new Map(project.divisions.map(({ code, name, nameEn }) => [code, lang === 'zh' ? name : nameEn]));
    return sayReconciled(lang, rows, (code) => names.get(code) ?? null).map((line) => `${line}\n`);
  }
  const records = rows.map(({ pack, total, records: { counted, open }, ...rest }) => ({
    policy: pack.id,
    id: total.id,
    article: total.article,
    phrase: total.phrase,
    divisionCode: total.divisionCode,
    published: { count: total.count, tph: total.capacityTph },
    ...rest,
    facilities: { counted: counted.map((index) => project.facilities[index]?.id ?? ''), open: open.map((index) => project.facilities[index]?.id ?? '') },
  }));
  return [`[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`];
}
