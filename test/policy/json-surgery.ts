/** The same JSON with the value at `path` (`rules[0].when.limit`) replaced; a new key is added, `undefined` takes one out. */
export function replaced(json: unknown, path: string, value: unknown): unknown {
  const steps = path.split(/[.[\]]+/u).filter((step) => step !== '');
  return replaceAt(json, steps, value);
}

function replaceAt(json: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(json)) return json.map((item: unknown, index) => (String(index) === step ? replaceAt(item, rest, value) : item));
  const entries = Object.entries(json as Record<string, unknown>);
  const kept = entries.map(([key, item]) => [key, key === step ? replaceAt(item, rest, value) : item] as const);
  const all = entries.some(([key]) => key === step) ? kept : [...kept, [step, value] as const];
  return Object.fromEntries(all.filter(([, item]) => item !== undefined));
}

/** Every path in the JSON, the root's empty one first. */
export function pathsOf(json: unknown, path = ''): readonly string[] {
  if (Array.isArray(json)) return [path, ...json.flatMap((item: unknown, index) => pathsOf(item, `${path}[${index}]`))];
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, item]) => pathsOf(item, path === '' ? key : `${path}.${key}`))];
}
