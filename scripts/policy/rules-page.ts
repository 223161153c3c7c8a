import type { Condition } from '../../src/policy/condition.ts';
import { nodesOf } from '../../src/policy/conditions.ts';
import type { Deadline, Departments, Exemption, Reading, Rule, RulePack, SitingRule } from '../../src/policy/rule.ts';
import { sayCondition } from '../../src/text/conditions.ts';
import { formatKm } from '../../src/text/formats.ts';
import type { Lang } from '../../src/text/lang.ts';
import { placeName } from '../../src/text/place-names.ts';
import { terms } from '../../src/text/terms.ts';
import type { PartKind } from '../text/rules-page.ts';
import { rulesPageWords } from '../text/rules-page.ts';

export const RULES_FILES: Readonly<Record<Lang, string>> = { zh: 'RULES.md', en: 'RULES.en.md' };

/** The page that says, for every document, what models each article and what each rule asks: the coverage report. */
export function rulesPage(packs: readonly RulePack[], lang: Lang): string {
  const words = rulesPageWords[lang];
  const rows = packs.map((pack) => [
    `[${pack.id}](#${pack.id})`,
    words.number(pack.documentNumber),
    words.issued(pack.issued),
    placeName(lang, pack.jurisdiction),
    words.period(pack.inForce.from, pack.inForce.until),
    ...[pack.rules, pack.siting, pack.areaDuties, pack.targets, pack.coverage].map(({ length }) => String(length)),
  ]);
  return `${[`# ${words.title}`, words.intro, table(words.pack, rows), ...packs.flatMap((pack) => packSections(pack, lang))].join('\n\n')}\n`;
}

function packSections(pack: RulePack, lang: Lang): string[] {
  const words = rulesPageWords[lang];
  const section = (title: string, parts: readonly string[]) => (parts.length === 0 ? [] : [`### ${title}`, ...parts]);
  const rowsOrNone = (head: readonly string[], rows: readonly (readonly string[])[]) => (rows.length === 0 ? [] : [table(head, rows)]);
  return [
    `## ${pack.id}`,
    `${pack.title[lang]}　${words.number(pack.documentNumber)}`,
    ...section(words.coverage, [coverageTable(pack, lang)]),
    ...section(words.rules, pack.rules.map((rule) => ruleEntry(pack, rule, lang))),
    ...section(words.siting, pack.siting.map((ban) => banEntry(pack, ban, lang))),
    ...section(words.sources, sourceEntries(pack, lang)),
    ...section(words.areas, rowsOrNone(words.areasHead, pack.areaDuties.map((duty) => [duty.id, duty.article, duty.title[lang], sayDeadline(duty.deadline, lang), sayDepartments(duty.departments, lang)]))),
    ...section(words.targets, rowsOrNone(words.targetsHead, targetRows(pack, lang))),
    ...section(words.totals, rowsOrNone(words.totalsHead, pack.controlTotals.map((total) => [total.id, total.article, placeName(lang, total.divisionCode), sayCondition(lang, total.where, pack), total.count ?? '', total.capacityTph ?? ''].map(String)))),
    ...section(words.readings, pack.readings.map((reading) => readingEntry(pack, reading, lang))),
  ];
}

function coverageTable(pack: RulePack, lang: Lang): string {
  const words = rulesPageWords[lang];
  const kinds = partKinds(pack);
  const rows = pack.coverage.map(({ article, heading, by, why }) => {
    const found = [...new Set(by.map((id) => kinds.get(id)))].flatMap((kind) => (kind === undefined ? [] : [`${words.kinds[kind]}${words.colon}${by.filter((id) => kinds.get(id) === kind).join(words.comma)}`]));
    return [article, heading[lang], found.length === 0 ? '—' : found.join('<br>'), why?.[lang] ?? ''];
  });
  return table(words.coverageHead, rows);
}

function partKinds(pack: RulePack): ReadonlyMap<string, PartKind> {
  const of = (kind: PartKind, parts: readonly { readonly id: string }[]) => parts.map(({ id }) => [id, kind] as const);
  return new Map([
    ...pack.rules.map(({ id, duty }) => [id, duty === 'hold' ? 'hold' : 'rule'] as const),
    ...of('siting', pack.siting),
    ...of('source', pack.sourceSets),
    ...of('requirement', pack.sourceRequirements),
    ...of('area', pack.areaDuties),
    ...of('target', pack.targets),
    ...of('total', pack.controlTotals),
  ]);
}

function ruleEntry(pack: RulePack, rule: Rule, lang: Lang): string {
  const { label, comma } = rulesPageWords[lang];
  const holds = rule.holds.map((duty) => terms[lang].duty[duty]).join(comma);
  return entry(`${rule.id}　${rule.title[lang]}`, lang, [
    ...addressed(pack, rule, lang),
    [label.duty, terms[lang].duty[rule.duty]],
    ...(holds === '' ? [] : ([[label.holds, holds]] as const)),
    [label.deadline, sayDeadline(rule.deadline, lang)],
    [label.departments, sayDepartments(rule.departments, lang)],
    [label.inForce, sayPeriod(pack, rule, lang)],
  ]);
}

function banEntry(pack: RulePack, ban: SitingRule, lang: Lang): string {
  const { label, strength } = rulesPageWords[lang];
  return entry(`${ban.id}　${ban.title[lang]}`, lang, [
    ...addressed(pack, ban, lang),
    [label.duty, strength[ban.strength]],
    [label.departments, sayDepartments(ban.departments, lang)],
    [label.inForce, sayPeriod(pack, ban, lang)],
  ]);
}

type Line = readonly [label: string, text: string];

function addressed(pack: RulePack, rule: Rule | SitingRule, lang: Lang): readonly Line[] {
  const { label } = rulesPageWords[lang];
  return [
    [label.article, rule.article],
    [label.phrase, rule.phrase],
    [label.subject, sayCondition(lang, rule.subject, pack)],
    [label.when, sayCondition(lang, rule.when, pack)],
    ...rule.unless.map(({ clause, condition }: Exemption): Line => [label.unless, `${clause[lang]} → ${sayCondition(lang, condition, pack)}`]),
  ];
}

function sourceEntries(pack: RulePack, lang: Lang): readonly string[] {
  const { label } = rulesPageWords[lang];
  return [
    ...pack.sourceSets.map((set) => entry(set.id, lang, [[label.article, set.article], [label.phrase, set.phrase], [label.radius, formatKm(lang, set.radiusM, 0)], [label.eligible, sayCondition(lang, set.eligible, pack)]])),
    ...pack.sourceRequirements.map((requirement) =>
      entry(requirement.id, lang, [
        [label.article, requirement.article],
        [label.phrase, requirement.phrase],
        [label.appliesTo, sayCondition(lang, requirement.appliesTo, pack)],
        [label.require, sayCondition(lang, requirement.require, pack)],
        [label.inForce, sayPeriod(pack, requirement, lang)],
      ]),
    ),
  ];
}

function targetRows(pack: RulePack, lang: Lang): readonly (readonly string[])[] {
  const words = rulesPageWords[lang];
  return pack.targets.map((target) => [
    target.id,
    target.article,
    target.place?.[lang] ?? placeName(lang, target.divisionCode),
    words.pollutant[target.pollutant],
    `${target.op === 'lt' ? '<' : '≤'} ${target.limit} ${words.unit[target.unit]}`,
    words.period(target.period.from, target.period.until),
    words.targetStrength[target.strength],
  ]);
}

function readingEntry(pack: RulePack, reading: Reading, lang: Lang): string {
  const words = rulesPageWords[lang];
  const labelOf = (id: string) => reading.options.find((option) => option.id === id)?.label[lang] ?? id;
  const others = reading.options.filter(({ id }) => id !== reading.chosen).map(({ label }) => label[lang]);
  const users = usersOf(pack, reading.id);
  const lines = [words.chosen(labelOf(reading.chosen)), reading.why[lang], ...(others.length === 0 ? [] : [words.others(others.join(words.comma))]), ...(users.length === 0 ? [] : [words.usedBy(users.join(words.comma))])];
  return `- \`${reading.id}\` ${reading.question[lang]}\n${lines.map((line) => `  - ${line}`).join('\n')}`;
}

/** The entries of the pack whose conditions hang on the reading. */
function usersOf(pack: RulePack, reading: string): readonly string[] {
  const asks = (conditions: readonly Condition[]) => conditions.some((condition) => [...nodesOf(condition)].some((node) => ('reading' in node && node.reading === reading) || ('undecided' in node && node.undecided === reading)));
  return [
    ...[...pack.rules, ...pack.siting].filter(({ subject, when, unless }) => asks([subject, when, ...unless.map(({ condition }) => condition)])),
    ...pack.sourceSets.filter(({ eligible }) => asks([eligible])),
    ...pack.sourceRequirements.filter(({ appliesTo, require }) => asks([appliesTo, require])),
  ].map(({ id }) => id);
}

function sayDeadline(deadline: Deadline, lang: Lang): string {
  const words = rulesPageWords[lang];
  if (deadline.origin === 'none') return words.noDeadline;
  return deadline.origin === 'stated' ? deadline.day : words.inherited(deadline.day, deadline.from);
}

function sayDepartments({ lead, share }: Departments, lang: Lang): string {
  const words = rulesPageWords[lang];
  const said = words.departments(lead.join(words.comma), share.join(words.comma));
  return said === '' ? words.nobody : said;
}

/** A part holds from the later beginning to the earlier end of its own period and its document's. */
function sayPeriod(pack: RulePack, { inForce, standing }: Pick<Rule, 'inForce' | 'standing'>, lang: Lang): string {
  const words = rulesPageWords[lang];
  const from = [pack.inForce.from, inForce.from].filter((day) => day !== null).sort().at(-1) ?? null;
  const until = [standing ? null : pack.inForce.until, inForce.until].filter((day) => day !== null).sort().at(0) ?? null;
  return `${words.period(from, until)}${standing ? words.standing : ''}`;
}

function entry(title: string, lang: Lang, lines: readonly Line[]): string {
  return [`#### ${title}`, '', ...lines.map(([label, text]) => `- ${label}${rulesPageWords[lang].colon}${text}`)].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
