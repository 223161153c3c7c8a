/** Attributes of a feature as text, in the order of the file. */
export type Attributes = readonly (readonly [name: string, text: string])[];

/** Gives each attribute a name of its own: a second `name` becomes `name#2`, so that none is lost. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const own = new Set(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    const before = seen.get(name) ?? 0;
    let [free, n] = [name, before + 1];
    for (; n > 1; n += 1) {
      free = `${name}#${n}`;
      if (!own.has(free)) break;
    }
    seen.set(name, n);
    return free;
  });
}

/** The same for the attributes of one feature. */
export function named(attributes: Attributes): Attributes {
  const names = uniqueNames(attributes.map(([name]) => name));
  return attributes.map(([, text], i) => [names[i] ?? '', text] as const);
}
