import type { Scene } from './scene.ts';

/** Whether the facility belongs to the enterprise that runs the heat source: the same credit code, or the same name. */
export function owns(scene: Scene, facility: number, source: number): boolean {
  const { creditCode, enterprise, sourceCreditCode, sourceEnterprise } = scene;
  return (
    (creditCode[facility] !== -1 && creditCode[facility] === sourceCreditCode[source]) ||
    (enterprise[facility] !== -1 && enterprise[facility] === sourceEnterprise[source])
  );
}

/** The first heat source that the facility belongs to, or -1. */
export function ownSource(scene: Scene, facility: number): number {
  return scene.sourceList.findIndex((_, source) => owns(scene, facility, source));
}
