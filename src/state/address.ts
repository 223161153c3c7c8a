import { CERTAINTIES } from '../assess/assessment.ts';
import type { IsoDay } from '../domain/place.ts';
import { DUTIES } from '../policy/duty.ts';
import { LANGS } from '../text/lang.ts';
import { COLUMN_IDS } from './columns.ts';
import type { Sort } from './columns.ts';
import { FUEL_CHOICES } from './filters.ts';
import type { Filters } from './filters.ts';
import { isIsoDay } from './iso-day.ts';
import { ALL_LAYERS, LAYER_IDS } from './layers.ts';
import { FACILITY_KINDS, FUELS, USES } from '../domain/facility.ts';
import { INDUSTRIES } from '../domain/industry.ts';
import type { LawPlace } from './law-place.ts';
import { LAW_TABS } from './law-place.ts';
import type { Camera, Layers } from './layers.ts';
import type { MapPlace } from './map-place.ts';
import { PLACE_KINDS } from './map-place.ts';
import { THEMES, newSession } from './session.ts';
import type { Scenario, Session, View } from './session.ts';
import type { Site } from './site.ts';

/** The part of a session that a link carries. */
export interface Address {
  readonly scenario: Scenario;
  readonly view: Omit<View, 'panel' | 'picking' | 'importing' | 'look' | 'compare'>;
}

/** Longer than any link the page writes; what is longer was not written by it. */
const MAX_LENGTH = 4000;
const MAX_TEXT = 80;
const ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/;
/** The empty list must be told apart from "not said". */
const NOTHING = 'none';
const READING = 'read.';

/**
 * The session as the fragment of a link, without `#`; only what differs from a fresh session is written, so the plain
 * address means the plain page.
 */
export function writeAddress({ today, scenario, view }: Session): string {
  const fresh = newSession(today);
  const out = new URLSearchParams();
  const put = (key: string, value: string, plain: string): void => {
    if (value !== plain) out.set(key, value);
  };
  put('lang', view.lang, fresh.view.lang);
  put('theme', view.theme, fresh.view.theme);
  put('date', scenario.asOf, today);
  if (scenario.packs !== null) out.set('packs', list(scenario.packs));
  for (const [reading, option] of Object.entries(scenario.choices)) out.set(READING + reading, option);
  if (LAYER_IDS.some((id) => !view.layers[id])) out.set('layers', list(LAYER_IDS.filter((id) => view.layers[id])));
  if (view.camera !== null) out.set('at', cameraText(view.camera));
  put('select', view.selection ?? '', '');
  if (view.law !== null) out.set('law', slashed(view.law.tab, view.law.at));
  if (view.place !== null) out.set('place', slashed(view.place.kind, view.place.id));
  if (view.site !== null) out.set('site', siteText(view.site));
  const { filters } = view;
  put('duty', filters.duties.join(','), '');
  put('maybe', filters.possible.join(','), '');
  put('certainty', filters.certainties.join(','), '');
  put('county', filters.counties.join(','), '');
  put('fuel', filters.fuels.join(','), '');
  put('rule', filters.rule ?? '', '');
  put('mayrule', filters.mayRule ?? '', '');
  put('find', filters.text.trim().slice(0, MAX_TEXT), '');
  put('unlocated', filters.unlocated ? 'yes' : '', '');
  put('sort', sortText(view.sort), sortText(fresh.view.sort));
  return out.toString();
}

/** What a link says. Anything missing, unknown or malformed falls back to the plain page: a link can show nothing wrong. */
export function readAddress(fragment: string, today: IsoDay): Address {
  const fresh = newSession(today);
  const said = new URLSearchParams(fragment.length <= MAX_LENGTH ? fragment.replace(/^#/, '') : '');
  const asOf = said.get('date') ?? '';
  return {
    scenario: {
      asOf: isIsoDay(asOf) ? asOf : today,
      packs: said.has('packs') ? ids(said.get('packs')) : null,
      choices: Object.fromEntries(
        [...said]
          .filter(([key, option]) => key.startsWith(READING) && ID.test(key.slice(READING.length)) && ID.test(option))
          .map(([key, option]) => [key.slice(READING.length), option]),
      ),
    },
    view: {
      lang: oneOf(LANGS, said.get('lang')) ?? fresh.view.lang,
      theme: oneOf(THEMES, said.get('theme')) ?? fresh.view.theme,
      layers: said.has('layers') ? readLayers(said.get('layers')) : fresh.view.layers,
      camera: readCamera(said.get('at')),
      selection: shortText(said.get('select')) || null,
      law: readLaw(said.get('law')),
      place: readPlace(said.get('place')),
      site: readSite(said.get('site')),
      sort: readSort(said.get('sort')) ?? fresh.view.sort,
      filters: readFilters(said),
    },
  };
}

function readFilters(said: URLSearchParams): Filters {
  const idOf = (key: string): string | null => (ID.test(said.get(key) ?? '') ? said.get(key) : null);
  return {
    duties: some(DUTIES, said.get('duty')),
    possible: some(DUTIES, said.get('maybe')),
    certainties: some(CERTAINTIES, said.get('certainty')),
    counties: ids(said.get('county')),
    fuels: some(FUEL_CHOICES, said.get('fuel')),
    rule: idOf('rule'),
    mayRule: idOf('mayrule'),
    picked: null,
    text: shortText(said.get('find')),
    unlocated: said.get('unlocated') === 'yes',
  };
}

function list(entries: readonly string[]): string {
  return entries.length === 0 ? NOTHING : entries.join(',');
}

/** The distinct entries that belong to a closed set. */
function some<Word extends string>(words: readonly Word[], text: string | null): Word[] {
  const entries = new Set((text ?? '').split(','));
  return words.filter((word) => entries.has(word));
}

function ids(text: string | null): string[] {
  return [...new Set((text ?? '').split(','))].filter((entry) => ID.test(entry) && entry !== NOTHING);
}

function oneOf<Word extends string>(words: readonly Word[], text: string | null): Word | undefined {
  return words.find((word) => word === text);
}

function shortText(text: string | null): string {
  return (text ?? '').slice(0, MAX_TEXT);
}

function readLayers(text: string | null): Layers {
  const on = new Set<string>(some(LAYER_IDS, text));
  return { ...ALL_LAYERS, ...Object.fromEntries(LAYER_IDS.map((id) => [id, on.has(id)])) };
}

/** Five decimals are a metre on the ground: more than a view needs. */
function cameraText({ lng, lat, zoom }: Camera): string {
  return [lng.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].join(',');
}

function readCamera(text: string | null): Camera | null {
  const match = /^(-?\d{1,3}(?:\.\d{1,9})?),(-?\d{1,2}(?:\.\d{1,9})?),(\d{1,2}(?:\.\d{1,4})?)$/.exec(text ?? '');
  if (match === null) return null;
  const [lng, lat, zoom] = match.slice(1).map(Number) as [number, number, number];
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom <= 22 ? { lng, lat, zoom } : null;
}

function sortText({ column, direction }: Sort): string {
  return direction === 'ascending' ? column : `-${column}`;
}

function readSort(text: string | null): Sort | undefined {
  const column = oneOf(COLUMN_IDS, (text ?? '').replace(/^-/, ''));
  return column && { column, direction: text?.startsWith('-') === true ? 'descending' : 'ascending' };
}

function slashed(word: string, id: string | null): string {
  return id === null ? word : `${word}/${id}`;
}

/** The word of a closed set before the first slash, and what stands behind it. */
function unslashed<Word extends string>(words: readonly Word[], text: string | null): readonly [Word, string | null] | null {
  const [head = '', ...rest] = shortText(text).split('/');
  const word = oneOf(words, head);
  return word === undefined ? null : [word, rest.join('/') || null];
}

function readLaw(text: string | null): LawPlace | null {
  const said = unslashed(LAW_TABS, text);
  return said && { tab: said[0], at: said[1] };
}

function readPlace(text: string | null): MapPlace | null {
  const said = unslashed(PLACE_KINDS, text);
  return said === null || said[1] === null ? null : { kind: said[0], id: said[1] };
}

/** Seven parts, empty where nothing is said. */
function siteText({ lngLat, kind, fuel, capacityTph, use, industry }: Site): string {
  return [lngLat?.[0], lngLat?.[1], kind, fuel, capacityTph, use, industry].map((part) => part ?? '').join(',');
}

function readSite(text: string | null): Site | null {
  if (text === null) return null;
  const [lng = '', lat = '', kind = '', fuel = '', tph = '', use = '', industry = ''] = shortText(text).split(',');
  const number = (digits: string, most: number): number | null => (/^-?\d{1,9}(\.\d{1,20})?$/.test(digits) && Math.abs(Number(digits)) <= most ? Number(digits) : null);
  const [x, y, capacityTph] = [number(lng, 180), number(lat, 85), number(tph, 1e5)];
  return {
    lngLat: x === null || y === null ? null : [x, y],
    kind: oneOf(FACILITY_KINDS, kind) ?? null,
    fuel: oneOf(FUELS, fuel) ?? null,
    capacityTph: capacityTph !== null && capacityTph >= 0 ? capacityTph : null,
    use: oneOf(USES, use) ?? null,
    industry: oneOf(INDUSTRIES, industry) ?? null,
  };
}
