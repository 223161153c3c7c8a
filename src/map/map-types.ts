import type { TruthWord } from '../base/truth.ts';
import type { Division } from '../domain/division.ts';
import type { HeatSource } from '../domain/heat-source.ts';
import type { LngLat } from '../domain/place.ts';
import type { Park } from '../domain/park.ts';
import type { Station } from '../domain/station.ts';
import type { Zone } from '../domain/zone.ts';
import type { Camera, LayerId } from '../state/layers.ts';
import type { MapPlace } from '../state/map-place.ts';
import type { MapMarks } from './map-marks.ts';
import type { Theme } from './theme.ts';
import type { DrawScene } from './draw/draw-types.ts';

export type { Theme } from './theme.ts';

/** A heat source as the rules in force see it. */
export interface MapHeatSource {
  readonly source: HeatSource;
  readonly eligible: TruthWord;
  readonly reachM: number;
}

/** Every word a person sees or hears; a new object for a new language. */
export interface MapWords {
  readonly lang: 'zh' | 'en';
  /** Name of the map for a screen reader. */
  readonly map: string;
  /** How to use it by keyboard: arrows move, plus and minus zoom, Enter selects the facility nearest the cross. */
  readonly keyboardHelp: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wholeCity: string;
  /** Units of the scale bar. */
  readonly kilometre: string;
  readonly metre: string;
  /** Licence lines of the outlines on show. */
  readonly attribution: string;
  /** Said by the mark of a park, whose place is only roughly known. */
  readonly approximate: string;
  /** Said while marks of a crowd are left out, of so many that stand on the map. */
  readonly thinned: (drawn: string, all: string) => string;
}

/** How much of the map something else lies over, px from its right and its lower edge. */
export interface Covered {
  readonly right: number;
  readonly bottom: number;
}

export type MapUnavailable = 'no-webgl' | 'context-lost';

export interface MapViewProps {
  /** Facilities that pass the filters and have a position. */
  readonly marks: MapMarks;
  /** What a pointer resting on a mark reads, by the index of its facility. */
  readonly markLabel: (facility: number) => string;
  /** Index of the selected facility, whether or not it is among the marks. */
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
  /** Counts the wishes to see the selected facility, wherever the map looks. */
  readonly look: number;
  /** Asked when something is to be brought into sight. */
  readonly covered: () => Covered;
  /** Somebody asks about a source, a zone, a park or a station. */
  readonly onPlace: (place: MapPlace) => void;
  /** What a pointer resting on such a thing reads: its name, then facts. */
  readonly placeLabel: (place: MapPlace) => readonly string[];
  /** What somebody has just asked about: brought into sight when it changes. */
  readonly attention: LngLat | null;
  /** The point of a facility that somebody thinks of building. */
  readonly site: LngLat | null;
  /** The next press, or Enter at the cross, chooses a point. */
  readonly picking: boolean;
  readonly onPick: (lngLat: LngLat) => void;
  readonly zones: readonly Zone[];
  /** Id of the zone that somebody asks about. */
  readonly chosenZone: string | null;
  readonly heatSources: readonly MapHeatSource[];
  readonly parks: readonly Park[];
  readonly stations: readonly Station[];
  readonly divisions: readonly Division[];
  readonly layers: Readonly<Record<LayerId, boolean>>;
  /** Where to look; `null` fits the counties. */
  readonly camera: Camera | null;
  readonly onCamera: (camera: Camera) => void;
  readonly theme: Theme;
  readonly words: MapWords;
  /** Candidates, and the pencil; `null` while nothing is drawn and no scenario is open. */
  readonly drawing: DrawScene | null;
  readonly onReady?: () => void;
  readonly onUnavailable: (reason: MapUnavailable) => void;
}
