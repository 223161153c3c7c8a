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
