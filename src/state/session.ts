import type { Assessment } from '../assess/assessment.ts';
import type { IsoDay } from '../domain/place.ts';
import type { RulePack } from '../policy/rule.ts';
import type { Lang } from '../text/lang.ts';
import type { City } from './city.ts';
import type { Sort } from './columns.ts';
import type { ComparePlace } from './compare-place.ts';
import { TODAY_KEY } from './compare-place.ts';
import type { Drafts } from './drafts/drafts.ts';
import { NO_DRAFTS } from './drafts/drafts.ts';
import { DEFAULT_SORT } from './columns.ts';
import type { Imports } from './imports/imports.ts';
import { NO_IMPORTS } from './imports/imports.ts';
import type { Filters } from './filters.ts';
import { NO_FILTERS } from './filters.ts';
import type { LawPlace } from './law-place.ts';
import type { Camera, Layers } from './layers.ts';
import { ALL_LAYERS } from './layers.ts';
import type { MapPlace } from './map-place.ts';
import type { OwnPack } from './own-packs.ts';
import type { Site } from './site.ts';

export type { City } from './city.ts';

/** What went wrong, for a sentence in `text/`; `detail` is what the machine said. */
export interface Failure {
  readonly code: 'city-unreachable' | 'city-unreadable' | 'policy-invalid' | 'engine-failed';
  readonly detail: string;
}

export type CityState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly city: City };

/** What is asked of the facts. `packs: null` is every pack there is. */
export interface Scenario {
  readonly asOf: IsoDay;
  readonly packs: readonly string[] | null;
  /** Reading id → option id, where it differs from the pack's own choice. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Everything the engine needs, and a key: equal keys about one city have equal answers. */
export interface Question {
  readonly key: string;
  readonly city: City;
  readonly asOf: IsoDay;
  readonly packs: readonly RulePack[];
  readonly choices: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly question: Question;
  readonly assessment: Assessment;
}

/** The engine's work. The last answer stays in sight while a new one is worked out. */
export type Run =
  | { readonly kind: 'idle'; readonly answer: Answer | null }
  | { readonly kind: 'running'; readonly key: string; readonly share: number; readonly answer: Answer | null }
  | { readonly kind: 'done'; readonly key: string; readonly answer: Answer; readonly before: Answer | null }
  | { readonly kind: 'failed'; readonly key: string; readonly failure: Failure; readonly answer: Answer | null }
  | { readonly kind: 'cancelled'; readonly key: string; readonly answer: Answer | null };

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Which part a narrow screen shows. */
export const PANELS = ['overview', 'map', 'ledger'] as const;
export type Panel = (typeof PANELS)[number];

export interface View {
  /** Key of a facility (see `uniqueKeys`). */
  readonly selection: string | null;
  /** The page of the law; `null` while it is closed. */
  readonly law: LawPlace | null;
  /** The comparison: which two, remembered while it is closed. */
  readonly compare: ComparePlace;
  /** Whether the page of importing lies over the rest. */
  readonly importing: boolean;
  /** A source, zone, park or station that was asked about on the map. */
  readonly place: MapPlace | null;
  /** The facility that somebody thinks of building; `null` while nobody asks. */
  readonly site: Site | null;
  /** The next press on the map chooses the point of `site`. */
  readonly picking: boolean;
  /** Counts the wishes to see the selected facility on the map. */
  readonly look: number;
  readonly layers: Layers;
  readonly filters: Filters;
  readonly sort: Sort;
  /** `null`: fitted to the city. */
  readonly camera: Camera | null;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly panel: Panel;
}

/** The one immutable value behind the page. Nothing derived is stored in it, except the engine's answers. */
export interface Session {
  /** The day the page was opened: the default of `asOf`. */
  readonly today: IsoDay;
  readonly city: CityState;
  readonly own: readonly OwnPack[];
  readonly scenario: Scenario;
  readonly drafts: Drafts;
  /** Files on their way in, and what the project is made of. */
  readonly imports: Imports;
  readonly run: Run;
  /** The answer to an outline that is being dragged; `null` when none is. It stands before that of the run. */
  readonly live: Answer | null;
  /** Today's law without any scenario, to compare with; `null` while no scenario is open. */
  readonly baseline: Answer | null;
  readonly view: View;
}

/** One step: a new session from the old one; the same one when there is nothing to change. */
export type Command = (session: Session) => Session;

export function newSession(today: IsoDay): Session {
  return {
    today,
    city: { kind: 'loading' },
    own: [],
    scenario: { asOf: today, packs: null, choices: {} },
    drafts: NO_DRAFTS,
    imports: NO_IMPORTS,
    run: { kind: 'idle', answer: null },
    live: null,
    baseline: null,
    view: {
      selection: null,
      law: null,
      compare: { isOpen: false, before: TODAY_KEY, after: TODAY_KEY },
      importing: false,
      place: null,
      site: null,
      picking: false,
      look: 0,
      layers: ALL_LAYERS,
      filters: NO_FILTERS,
      sort: DEFAULT_SORT,
      camera: null,
      lang: 'zh',
      theme: 'auto',
      panel: 'overview',
    },
  };
}
