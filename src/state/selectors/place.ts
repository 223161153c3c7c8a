import type { HeatSource } from '../../domain/heat-source.ts';
import type { Park } from '../../domain/park.ts';
import type { Station } from '../../domain/station.ts';
import type { Zone } from '../../domain/zone.ts';
import type { Project } from '../../domain/project.ts';
import type { MapPlace } from '../map-place.ts';
import { memoiseLast } from '../memoise.ts';
import type { CityState, Session } from '../session.ts';

/** A thing of the map with its record, and its number in the project. */
export type KnownPlace = { readonly name: string; readonly index: number } & (
  | { readonly kind: 'source'; readonly record: HeatSource }
  | { readonly kind: 'zone'; readonly record: Zone }
  | { readonly kind: 'park'; readonly record: Park }
  | { readonly kind: 'station'; readonly record: Station }
);

/** What the reader asks about on the map; `null` when nothing, or nothing known, is asked. */
export function placeOf({ city, view }: Session): KnownPlace | null {
  return find(city, view.place);
}

const find = memoiseLast((city: CityState, place: MapPlace | null): KnownPlace | null =>
  city.kind === 'ready' && place !== null ? findPlace(city.city.project, place) : null,
);

export function findPlace(project: Project, { kind, id }: MapPlace): KnownPlace | null {
  switch (kind) {
    case 'source':
      return known(project.heatSources, (record) => record.id === id, (record, index) => ({ kind, name: record.name, record, index }));
    case 'zone':
      return known(project.zones, (record) => record.id === id, (record, index) => ({ kind, name: record.name, record, index }));
    case 'park':
      return known(project.parks, (record) => record.id === id, (record, index) => ({ kind, name: record.name, record, index }));
    case 'station':
      return known(project.stations, (record) => record.code === id, (record, index) => ({ kind, name: record.name, record, index }));
  }
}

function known<Record>(list: readonly Record[], is: (record: Record) => boolean, as: (record: Record, index: number) => KnownPlace): KnownPlace | null {
  const index = list.findIndex(is);
  const record = list[index];
  return record === undefined ? null : as(record, index);
}
