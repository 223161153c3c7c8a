import type { InputFile } from '../domain/project.ts';
import { chosenOptions } from '../policy/conditions.ts';
import type { ExportRequest } from './case-file.ts';
import product from '../../package.json' with { type: 'json' };

/** What an assessment was made from and how it decides: enough to make it again. No clock: the same input gives the same bytes. */
export interface Manifest {
  readonly product: { readonly name: string; readonly version: string };
  readonly asOf: string;
  readonly inputs: readonly InputFile[];
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly documentNumber: string;
    readonly readings: Readonly<Record<string, string>>;
  }[];
  /** A point on an edge or a vertex is inside; edges are straight in longitude/latitude; the predicates are exact. */
  readonly boundary: 'closed';
  /** Karney 2013 by GeographicLib; within means distance <= radius. */
  readonly distance: 'wgs84-geodesic';
  /** Part of the data is synthetic or drawn for illustration. */
  readonly sample: boolean;
}

export function manifestOf({ project, packs, choices, assessment }: Pick<ExportRequest, 'project' | 'packs' | 'choices' | 'assessment'>): Manifest {
  return {
    product: { name: product.name, version: product.version },
    asOf: assessment.asOf,
    inputs: project.inputs,
    packs: packs.map((pack) => ({
      id: pack.id,
      version: pack.version,
      documentNumber: pack.documentNumber,
      readings: chosenOptions(pack.readings, choices),
    })),
    boundary: 'closed',
    distance: 'wgs84-geodesic',
    sample: project.sample,
  };
}
