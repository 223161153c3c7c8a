import { expect, it } from 'vitest';
import { buildScene } from '../../src/assess/scene.ts';
import { putTogether, takenApart } from '../../src/worker/scene-parts.ts';
import { facility, from, heatSource, HOME, project, zone } from '../assess/tiny.ts';

it('a scene that crosses part by part is the scene that it was', () => {
  const scene = buildScene(
    project({
      facilities: Array.from({ length: 45_000 }, (_, i) => facility({ id: String(i), enterprise: `企业${String(i)}`, lngLat: from(HOME, i % 997, i % 360) })),
      heatSources: [heatSource()],
      zones: [zone()],
    }),
  );
  const { frame, parts } = takenApart(scene);
  expect(parts.filter((part) => Array.isArray(part)).map((part) => (part as readonly string[]).length)).toEqual([20_000, 20_000, expect.any(Number)]);
  const whole = putTogether({ frame: structuredClone(frame), parts: parts.map((part) => structuredClone(part)) });
  expect(whole).toEqual(scene);
});
