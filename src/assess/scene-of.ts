import type { Steps } from '../base/steps.ts';
import type { Project } from '../domain/project.ts';
import type { Scene } from './scene.ts';
import { buildScene, sceneSteps } from './scene.ts';

const scenes = new WeakMap<Project, Scene>();

/** The scene of a project, built at the first question; the same one as long as the project lives. */
export function sceneOf(project: Project): Scene {
  const scene = scenes.get(project) ?? buildScene(project);
  scenes.set(project, scene);
  return scene;
}

/** The same in steps of a few milliseconds. */
export function* sceneOfSteps(project: Project): Steps<Scene> {
  const built = scenes.get(project) ?? (yield* sceneSteps(project));
  // Somebody may have asked in between.
  const scene = scenes.get(project) ?? built;
  scenes.set(project, scene);
  return scene;
}
