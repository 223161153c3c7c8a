import type { AirReading } from './air-reading.ts';
import type { Division } from './division.ts';
import type { Facility } from './facility.ts';
import type { HeatSource } from './heat-source.ts';
import type { Message, Rejected } from './issue.ts';
import type { Park } from './park.ts';
import type { Station } from './station.ts';
import type { SkippedZone, Zone } from './zone.ts';

/** One file that was read, for the manifest: what it was and what became of its rows. */
export interface InputFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: 'facilities' | 'heatSources' | 'zones' | 'divisions' | 'parks' | 'stations' | 'airReadings' | 'policy';
  readonly encoding: string;
  readonly crs: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly ignored: number;
}

/** Everything that came from files: the facts that the engine judges. Nothing in it is derived. */
export interface Project {
  readonly facilities: readonly Facility[];
  readonly heatSources: readonly HeatSource[];
  readonly zones: readonly Zone[];
  readonly skippedZones: readonly SkippedZone[];
  readonly parks: readonly Park[];
  readonly stations: readonly Station[];
  readonly airReadings: readonly AirReading[];
  readonly divisions: readonly Division[];
  readonly inputs: readonly InputFile[];
  readonly quarantine: readonly Rejected[];
  readonly ignored: readonly Rejected[];
  readonly messages: readonly Message[];
  /** True while the embedded sample (synthetic ledger, illustrative zones) is part of it. */
  readonly sample: boolean;
}
