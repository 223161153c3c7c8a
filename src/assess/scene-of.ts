import type { Project } from '../domain/project.ts';
import type { Scene } from './scene.ts';
import { buildScene } from './scene.ts';

const scenes = new WeakMap<Project, Scene>();

/** The scene of a project, built at the first question; the same one as long as the project lives. */
export function sceneOf(project: Project): Scene {
  const scene = scenes.get(project) ?? buildScene(project);
  scenes.set(project, scene);
  return scene;
}
