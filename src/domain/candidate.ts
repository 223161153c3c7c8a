import type { Facility } from './facility.ts';
import type { Industry } from './industry.ts';

/** A facility that somebody thinks of building: asked about, never part of the ledger. */
export interface Candidate extends Facility {
  readonly industry: Industry | null;
}

/**
 * A candidate of which only `parts` is known. It is taken as running, since the question is what would then be demanded of
 * it, and its point as exact, since it was chosen and not measured.
 */
export function candidate(parts: Partial<Candidate>): Candidate {
  return {
    id: 'candidate',
    name: '',
    enterprise: null,
    creditCode: null,
    kind: null,
    fuel: null,
    use: null,
    status: 'inUse',
    count: 1,
    capacityTph: null,
    unitMW: null,
    divisionCode: null,
    park: null,
    lngLat: null,
    locationAccuracyM: 0,
    cleanHeating: null,
    ultraLowEmission: null,
    monitored: null,
    dedicatedBiomass: null,
    bagFilter: null,
    outdated: null,
    fixedBedIntermittent: null,
    performanceGrade: null,
    stackM: null,
    hearthM: null,
    synthetic: false,
    source: { file: '', row: 0 },
    original: {},
    issues: [],
    industry: null,
    ...parts,
  };
}
