import type { Scene } from './scene.ts';

/** Whether the facility belongs to the enterprise that runs the heat source: the same credit code, or the same name. */
export function owns(scene: Scene, facility: number, source: number): boolean {
  const { creditCode, enterprise, sourceCreditCode, sourceEnterprise } = scene;
  return (
    (creditCode[facility] !== -1 && creditCode[facility] === sourceCreditCode[source]) ||
    (enterprise[facility] !== -1 && enterprise[facility] === sourceEnterprise[source])
  );
}

/** The heat sources that the facility belongs to. */
export function ownSources(scene: Scene, facility: number): readonly number[] {
  if (scene.creditCode[facility] === -1 && scene.enterprise[facility] === -1) return [];
  return [...scene.sourceList.keys()].filter((source) => owns(scene, facility, source));
}
