/** Attributes of a feature as text, in the order of the file. */
export type Attributes = readonly (readonly [name: string, text: string])[];

/** Gives each attribute a name of its own: a second `name` becomes `name#2`, so that none is lost. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free); n += 1) free = `${name}#${n}`;
    taken.add(free);
    return free;
  });
}

/** The same for the attributes of one feature. */
export function named(attributes: Attributes): Attributes {
  const names = uniqueNames(attributes.map(([name]) => name));
  return attributes.map(([, text], i) => [names[i] ?? '', text] as const);
}
