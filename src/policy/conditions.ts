import type { Condition, FlagField, NumberField, WordField } from './condition.ts';
import type { Reading, RulePack } from './rule.ts';

/** Answers to ambiguous texts: option id by reading id. */
export type Choices = Readonly<Record<string, string>>;

/** The conditions directly inside this one, every option of a reading included. */
export function children(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('not' in condition) return [condition.not];
  if ('reading' in condition) return Object.values(condition.options);
  return [];
}

/** The condition and everything inside it, outermost first. */
export function* nodesOf(condition: Condition): Generator<Condition> {
  yield condition;
  for (const child of children(condition)) yield* nodesOf(child);
}

/** The facts of the record that the condition may ask for, each once, in the order of the text. */
export function fieldsOf(condition: Condition): readonly (NumberField | WordField | FlagField)[] {
  const fields = new Set<NumberField | WordField | FlagField>();
  for (const node of nodesOf(condition)) {
    if ('number' in node) fields.add(node.number);
    else if ('word' in node) fields.add(node.word);
    else if ('flag' in node) fields.add(node.flag);
  }
  return [...fields];
}

/** Every reading of a pack with its answer: the caller's choice where it names an option, else the pack's own. */
export function chosenOptions(readings: readonly Reading[], choices: Choices): Choices {
  return Object.fromEntries(
    readings.map((reading) => [reading.id, chosenFor(reading, choices) ?? reading.chosen]),
  );
}

/** Choices that no pack can use: an unknown reading, or an option that it does not have. Say so; do not drop them. */
export function unusedChoices(packs: readonly RulePack[], choices: Choices): readonly string[] {
  const readings = packs.flatMap((pack) => pack.readings);
  return Object.keys(choices).filter(
    (id) => !readings.some((reading) => reading.id === id && chosenFor(reading, choices) !== null),
  );
}

/**
 * The condition with each `reading` replaced by the option that `chosen` (see `chosenOptions`) names for it.
 *
 * @throws when a reading has no answer or its option does not exist; a parsed pack never lets that happen.
 */
export function resolveReadings(condition: Condition, chosen: Choices): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => resolveReadings(part, chosen)) };
  if ('any' in condition) return { any: condition.any.map((part) => resolveReadings(part, chosen)) };
  if ('not' in condition) return { not: resolveReadings(condition.not, chosen) };
  if ('reading' in condition) {
    const option = ownValue(chosen, condition.reading);
    const decided = ownValue(condition.options, String(option));
    if (decided === null) {
      const known = Object.keys(condition.options).join(', ');
      throw new Error(`resolveReadings: reading ${condition.reading} got option ${String(option)}, expected one of ${known}`);
    }
    return resolveReadings(decided, chosen);
  }
  return condition;
}

function chosenFor(reading: Reading, choices: Choices): string | null {
  const wanted = ownValue(choices, reading.id);
  return reading.options.some((option) => option.id === wanted) ? wanted : null;
}

/** Inherited names such as `constructor` are not entries. */
function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
