import type { ZoneKind } from '../domain/zone.ts';
import type { Condition } from '../policy/condition.ts';
import type { Choices } from '../policy/conditions.ts';
import { chosenOptions, resolveReadings } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import { formatKm, number } from './formats.ts';
import type { Lang } from './lang.ts';
import { placeName } from './place-names.ts';
import { OPPOSITE, SIGN, UNIT } from './signs.ts';
import { wordTerms } from './evidence.ts';
import { terms } from './terms.ts';

/** What a condition is said with: the language, and the pack whose sets, lists and readings it names. */
interface Say {
  readonly lang: Lang;
  readonly pack: RulePack;
}

type Node<Key extends string> = Extract<Condition, Readonly<Record<Key, unknown>>>;

const ALWAYS: Condition = { always: true };
const NEVER: Condition = { not: ALWAYS };

/**
 * A condition in words: “燃煤锅炉；容量 ≤ 35 蒸吨/小时”. Readings are settled first, so what is said is what is applied;
 * a spot that the text leaves open ends in its question.
 *
 * @param choices option id by reading id; a reading that is not there keeps the pack's own answer.
 */
export function sayCondition(lang: Lang, condition: Condition, pack: RulePack, choices: Choices = {}): string {
  const settled = resolveReadings(condition, chosenOptions(pack.readings, choices));
  return sayNode({ lang, pack }, simplify(settled), 'top');
}

/** Drops what changes nothing, so that no sentence says “always” or “never” beside a test. */
function simplify(condition: Condition): Condition {
  if ('all' in condition) {
    const parts = condition.all.map(simplify).flatMap((part) => ('all' in part ? part.all : 'always' in part ? [] : [part]));
    return parts.some(isNever) ? NEVER : joined(parts, ALWAYS, (all) => ({ all }));
  }
  if ('any' in condition) {
    const parts = condition.any.map(simplify).flatMap((part) => ('any' in part ? part.any : isNever(part) ? [] : [part]));
    return parts.some((part) => 'always' in part) ? ALWAYS : joined(parts, NEVER, (any) => ({ any }));
  }
  if ('not' in condition) {
    const part = simplify(condition.not);
    return 'not' in part ? part.not : { not: part };
  }
  return condition;
}

function joined(parts: readonly Condition[], empty: Condition, join: (parts: readonly Condition[]) => Condition): Condition {
  return parts.length > 1 ? join(parts) : (parts[0] ?? empty);
}

function isNever(condition: Condition): boolean {
  return 'not' in condition && 'always' in condition.not;
}

/** `at`: inside which joint the words will stand; alternatives need brackets inside “and”. */
function sayNode(say: Say, node: Condition, at: 'top' | 'all' | 'any'): string {
  const words = WORDS[say.lang];
  if ('all' in node) {
    const said = sayParts(say, node.all, 'all');
    return at === 'any' ? said.join(words.and) : said.join(words.also);
  }
  if ('any' in node) {
    const said = sayParts(say, node.any, 'any').join(words.or);
    return at === 'all' ? words.bracket(said) : said;
  }
  if ('not' in node) return sayNot(say, node.not);
  return sayLeaf(say, node, true);
}

/** A kind and a fuel side by side are one noun: “燃煤锅炉”. */
function sayParts(say: Say, parts: readonly Condition[], at: 'all' | 'any'): string[] {
  const fuel = at === 'all' ? parts.find((part) => 'word' in part && part.word === 'fuel') : undefined;
  const kind = at === 'all' ? parts.find((part) => 'word' in part && part.word === 'kind') : undefined;
  if (fuel === undefined || kind === undefined) return parts.map((part) => sayNode(say, part, at));
  const noun = WORDS[say.lang].noun(listOf(say, fuel as Node<'word'>), listOf(say, kind as Node<'word'>));
  return [noun, ...parts.filter((part) => part !== fuel && part !== kind).map((part) => sayNode(say, part, at))];
}

/** A leaf is negated in its own words, a group in brackets. */
function sayNot(say: Say, node: Condition): string {
  const words = WORDS[say.lang];
  if ('always' in node) return words.never;
  if ('all' in node || 'any' in node || 'not' in node) return words.not(sayNode(say, node, 'top'));
  return sayLeaf(say, node, false);
}

type Leaf = Exclude<Condition, Node<'all'> | Node<'any'> | Node<'not'>>;

function sayLeaf(say: Say, leaf: Leaf, holds: boolean): string {
  const { lang, pack } = say;
  const words = WORDS[lang];
  const named = terms[lang];
  if ('number' in leaf) return `${inSentence(lang, named.field[leaf.number])} ${(holds ? SIGN : OPPOSITE)[leaf.op]} ${number(lang, leaf.limit, 6)} ${UNIT[leaf.number][lang]}`;
  if ('word' in leaf) return words.word(leaf.word === 'kind' || leaf.word === 'fuel' ? null : inSentence(lang, named.field[leaf.word]), listOf(say, leaf), leaf.word === 'fuel', holds);
  if ('flag' in leaf) return words.fact(inSentence(lang, named.field[leaf.flag]), inSentence(lang, leaf.is === holds ? named.yes : named.no));
  if ('inDivision' in leaf) return words.inside(leaf.inDivision.map((code) => placeName(lang, code)).join(words.comma), holds);
  if ('inZone' in leaf) return words.inside(zoneWords(say, leaf), holds);
  if ('withinReach' in leaf) {
    const radiusM = pack.sourceSets.find(({ id }) => id === leaf.withinReach)?.radiusM ?? 0;
    return words.reach(formatKm(lang, radiusM, 0), leaf.byOthers ?? false, holds);
  }
  if ('inPark' in leaf) return words.inside(leaf.inPark.join(words.comma), holds);
  if ('onList' in leaf) {
    const entries = pack.lists.find(({ id }) => id === leaf.onList)?.entries ?? [];
    return words.listed(entries.map(({ enterprise }) => enterprise).join(words.comma), holds);
  }
  if ('ownUnit' in leaf) return words.ownUnit(holds);
  if ('overdue' in leaf) return words.overdue(holds);
  if ('undecided' in leaf) return words.open(pack.readings.find(({ id }) => id === leaf.undecided)?.question[lang] ?? leaf.undecided);
  if ('always' in leaf) return words.always;
  throw new Error(`sayCondition: got the open reading ${leaf.reading}, expected settled conditions`);
}

function listOf({ lang }: Say, { word, in: accepted }: Node<'word'>): string {
  const named = word === 'fuel' ? WORDS[lang].fuelled : wordTerms(terms[lang], word);
  return accepted.map((one) => inSentence(lang, named[one] ?? one)).join(WORDS[lang].comma);
}

/** A term inside a sentence: "Boiler" loses its capital, "CHP" and "B" keep theirs. */
function inSentence(lang: Lang, term: string): string {
  return lang === 'en' && /^[A-Z][a-z]/u.test(term) ? `${term.charAt(0).toLowerCase()}${term.slice(1)}` : term;
}

function zoneWords({ lang }: Say, { inZone, class: zoneClass, minus = [] }: Node<'inZone'>): string {
  const named = (kinds: readonly ZoneKind[]) => kinds.map((kind) => inSentence(lang, terms[lang].zoneKind[kind])).join(WORDS[lang].comma);
  const ofClass = zoneClass === undefined ? '' : WORDS[lang].ofClass(terms[lang].zoneClass[zoneClass]);
  return `${named(inZone)}${ofClass}${minus.length === 0 ? '' : WORDS[lang].minus(named(minus))}`;
}

interface ConditionWords {
  /** Between the parts of a whole, of a part, and between alternatives. */
  readonly also: string;
  readonly and: string;
  readonly or: string;
  readonly comma: string;
  readonly always: string;
  readonly never: string;
  readonly fuelled: Readonly<Record<string, string>>;
  readonly bracket: (text: string) => string;
  readonly ofClass: (zoneClass: string) => string;
  readonly not: (text: string) => string;
  readonly noun: (fuels: string, kinds: string) => string;
  readonly word: (field: string | null, values: string, isFuel: boolean, holds: boolean) => string;
  readonly fact: (field: string, value: string) => string;
  readonly inside: (place: string, holds: boolean) => string;
  readonly minus: (kinds: string) => string;
  readonly reach: (radius: string, byOthers: boolean, holds: boolean) => string;
  readonly listed: (enterprises: string, holds: boolean) => string;
  readonly ownUnit: (holds: boolean) => string;
  readonly overdue: (holds: boolean) => string;
  readonly open: (question: string) => string;
}

const WORDS: Readonly<Record<Lang, ConditionWords>> = {
  zh: {
    also: '；',
    and: '且',
    or: '，或',
    comma: '、',
    always: '不限',
    never: '无',
    fuelled: { coal: '燃煤', gas: '燃气', oil: '燃油', biomass: '燃生物质', electricity: '用电', other: '用其他燃料' },
    bracket: (text) => `（${text}）`,
    ofClass: (zoneClass) => `（${zoneClass}）`,
    not: (text) => `非（${text}）`,
    noun: (fuels, kinds) => `${fuels}${kinds}`,
    word: (field, values, isFuel, holds) => (field === null ? `${holds ? '' : '非'}${values}${isFuel ? '设施' : ''}` : `${field}${holds ? '为' : '不是'}${values}`),
    fact: (field, value) => `${field}：${value}`,
    inside: (place, holds) => `${holds ? '在' : '不在'}${place}内`,
    minus: (kinds) => `（不含${kinds}）`,
    reach: (radius, byOthers, holds) => `${holds ? '在' : '不在'}${byOthers ? '其他企业的' : ''}合格热源 ${radius}以内`,
    listed: (enterprises, holds) => `${holds ? '' : '不'}属于文件点名的${enterprises}`,
    ownUnit: (holds) => `${holds ? '' : '不'}属于合格热源企业`,
    overdue: (holds) => (holds ? '另有要求已逾期未完成' : '没有逾期未完成的要求'),
    open: (question) => `待复核：${question}`,
  },
  en: {
    also: '; ',
    and: ' and ',
    or: ', or ',
    comma: ', ',
    always: 'anyone, anywhere',
    never: 'nobody',
    fuelled: { coal: 'coal-fired', gas: 'gas-fired', oil: 'oil-fired', biomass: 'biomass-fired', electricity: 'electric', other: 'fired otherwise' },
    bracket: (text) => `(${text})`,
    ofClass: (zoneClass) => ` (${zoneClass})`,
    not: (text) => `not (${text})`,
    noun: (fuels, kinds) => `${fuels}: ${kinds}`,
    word: (field, values, isFuel, holds) => (field === null ? `${holds ? '' : 'not '}${values}${isFuel ? ' facility' : ''}` : `${field} ${holds ? 'is' : 'is not'} ${values}`),
    fact: (field, value) => `${field}: ${value}`,
    inside: (place, holds) => `${holds ? 'in' : 'not in'}: ${place}`,
    minus: (kinds) => ` without ${kinds}`,
    reach: (radius, byOthers, holds) => `${holds ? 'within' : 'not within'} ${radius} of an eligible heat source${byOthers ? ' of another owner' : ''}`,
    listed: (enterprises, holds) => `${holds ? '' : 'not '}named in the text: ${enterprises}`,
    ownUnit: (holds) => `${holds ? 'belongs' : 'does not belong'} to an eligible heat source`,
    overdue: (holds) => (holds ? 'another demand on it is overdue' : 'no other demand on it is overdue'),
    open: (question) => `for review: ${question}`,
  },
};
