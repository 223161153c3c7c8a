import type { Scene } from './scene.ts';

/** Whether the facility belongs to the enterprise that runs the heat source: the same credit code, or the same name. */
export function owns(scene: Scene, facility: number, source: number): boolean {
  const [code, name] = [scene.creditCode[facility] as number, scene.enterprise[facility] as number];
  return (code !== -1 && code === scene.sourceCreditCode[source]) || scene.sourceEnterprises[source]?.includes(name) === true;
}

/** The heat sources that the facility belongs to. */
export function ownSources(scene: Scene, facility: number): readonly number[] {
  if (scene.creditCode[facility] === -1 && scene.enterprise[facility] === -1) return [];
  return [...scene.sourceList.keys()].filter((source) => owns(scene, facility, source));
}

interface Owners {
  readonly codes: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
}

const owners = new WeakMap<Scene, Owners>();

/** Whether the facility belongs to any heat source at all: a quick no for nearly all of them. */
export function ownsAny(scene: Scene, facility: number): boolean {
  let known = owners.get(scene);
  if (known === undefined) owners.set(scene, (known = { codes: new Set(scene.sourceCreditCode), names: new Set(scene.sourceEnterprises.flat()) }));
  const code = scene.creditCode[facility] as number;
  return (code !== -1 && known.codes.has(code)) || known.names.has(scene.enterprise[facility] as number);
}
