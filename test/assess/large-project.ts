import { assembleProject } from '../../src/ingest/assemble-project.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import { readZones } from '../../src/ingest/read-zones.ts';
import type { Division } from '../../src/domain/division.ts';
import type { Project } from '../../src/domain/project.ts';
import type { SceneSize } from '../../scripts/ledger/large-scene.ts';
import { largeScene } from '../../scripts/ledger/large-scene.ts';

/** A made-up province, read as its files would be. */
export function largeProject(size: SceneSize, divisions: readonly Division[]): Project {
  const scene = largeScene(size);
  const file = (name: string, lines: Iterable<string>) => ({ name, bytes: new TextEncoder().encode([...lines].join('')) });
  const project = assembleProject(
    {
      facilities: [readFacilities(file('ledger.csv', scene.ledger()), { divisions })],
      heatSources: [readHeatSources(file('sources.csv', [scene.sources()]))],
      zones: [readZones(file('zones.geojson', scene.zones()))],
    },
    { sample: false },
  );
  return { ...project, divisions };
}
