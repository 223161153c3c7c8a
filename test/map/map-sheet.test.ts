import { featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { Division } from '../../src/domain/division.ts';
import type { HeatSource } from '../../src/domain/heat-source.ts';
import type { MultiPolygon } from '../../src/domain/place.ts';
import type { Zone } from '../../src/domain/zone.ts';
import { homeBounds } from '../../src/map/home-bounds.ts';
import { labelPlaces } from '../../src/map/labels/label-places.ts';
import { NO_MARKS } from '../../src/map/map-marks.ts';
import { imageId, imageSpec } from '../../src/map/map-images.ts';
import { mapSheet, type StyleInput } from '../../src/map/map-sheet.ts';
import type { MapHeatSource, MapWords } from '../../src/map/map-types.ts';
import { PALETTE } from '../../src/map/palette.ts';
import type { LayerId } from '../../src/state/layers.ts';
import { LAYER_IDS } from '../../src/state/layers.ts';
import { reachLook } from '../../src/map/layers/reach.ts';

const square = (west: number, south: number, size: number): MultiPolygon => [
  [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]],
];

const WORDS: MapWords = {
  lang: 'zh', map: '地图', keyboardHelp: '', zoomIn: '', zoomOut: '', wholeCity: '', kilometre: '公里', metre: '米',
  attribution: '', approximate: '位置约略', thinned: () => '',
};

function division(code: string, level: Division['level'], polygons: MultiPolygon): Division {
  return { code, name: `区划${code}`, nameEn: `Division ${code}`, level, polygons, accuracyM: 600 };
}

const ZONE: Zone = {
  id: 'z', name: '禁煤区(示意)', kind: 'coalBan', class: null, divisionCode: null, notice: null,
  inForce: { from: null, until: null }, statedAreaKm2: null, polygons: square(112.8, 35.4, 0.1), areaM2: 1e8, accuracyM: 0,
  illustrative: true, original: {},
};

const PLANT: HeatSource = {
  id: 'p', name: '阳城发电厂', kind: null, kindEvidence: '', unitMW: 600, plantMW: null, units: '', large: null,
  performanceGrade: null, shape: null, listedForExit: null, spareHeatMW: null, enterprise: null, creditCode: null, divisionCode: null,
  lngLat: [112.57, 35.47], locationAccuracyM: null, reachM: null, synthetic: false, original: {},
};

const heat = (eligible: MapHeatSource['eligible']): MapHeatSource => ({ source: PLANT, eligible, reachM: 30000 });

const ALL_ON = Object.fromEntries(LAYER_IDS.map((id) => [id, true])) as Record<LayerId, boolean>;

const INPUT: StyleInput = {
  zones: [ZONE, { ...ZONE, id: 'y', illustrative: false, areaM2: 1e9 }],
  chosenZone: null,
  heatSources: [heat('yes'), heat('unknown'), heat('no')],
  parks: [{ id: 'k', name: '园区', divisionCodes: [], lngLat: [112.6, 35.5], accuracyM: 6000, note: '' }],
  stations: [
    { code: 's', name: '市环保局', level: 'national', role: null, divisionCode: null, lngLat: [112.85, 35.49], accuracyM: null, note: '' },
  ],
  divisions: [
    division('140502', 'county', square(112.8, 35.4, 0.2)),
    division('140500', 'prefecture', square(112, 35.2, 1.4)),
    division('140400', 'prefecture', square(112.5, 36.6, 1)),
  ],
  layers: ALL_ON,
  theme: 'light',
  words: WORDS,
};

const text = (input: StyleInput): string => JSON.stringify(mapSheet(input));

describe('mapSheet', () => {
  it.each(['light', 'dark'] as const)('is a style that maplibre accepts (%s)', (theme) => {
    expect(validateStyleMin(mapSheet({ ...INPUT, theme }).style)).toEqual([]);
  });

  it('asks no server for anything', () => {
    const { style } = mapSheet(INPUT);
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(Object.values(style.sources).map((source) => source.type)).toEqual(Object.keys(style.sources).map(() => 'geojson'));
    expect(text(INPUT)).not.toMatch(/https?:/);
  });

  it('draws only what is switched on, and every layer from a source that is there', () => {
    for (const id of LAYER_IDS.filter((layer) => layer !== 'facilities')) {
      const { style } = mapSheet({ ...INPUT, layers: { ...ALL_ON, [id]: false } });
      expect(style.layers.length, id).toBeLessThan(mapSheet(INPUT).style.layers.length);
      for (const layer of style.layers) if ('source' in layer) expect(style.sources).toHaveProperty([layer.source]);
    }
  });

  it('knows every picture that the style names', () => {
    const named = text(INPUT).match(/"(zone|heatSource|station):[^"]+"/g) ?? [];
    expect(named.length).toBeGreaterThan(4);
    for (const quoted of named) {
      const spec = imageSpec(quoted.slice(1, -1));
      expect(spec === undefined ? '' : `"${imageId(spec)}"`).toBe(quoted);
    }
  });

  it('leaves out the coarse outline of the prefecture whose counties are drawn', () => {
    const { labels } = mapSheet(INPUT);
    expect(labels.map((label) => label.text)).toContain('区划140400');
    expect(labels.map((label) => label.text)).not.toContain('区划140500');
  });

  it('speaks the language of its words', () => {
    const english = mapSheet({ ...INPUT, words: { ...WORDS, lang: 'en' } }).labels.map((label) => label.text);
    expect(english).toContain('Division 140502');
  });

  it('says of a park that its place is rough, and names the reach of a source that counts only', () => {
    const { labels } = mapSheet(INPUT);
    expect(labels.find((label) => label.text === '园区')?.note).toContain('位置约略');
    expect(labels.filter((label) => label.text.includes('30 公里'))).toHaveLength(1);
  });

  it('draws no ring where no rule gives a reach', () => {
    const { style, labels } = mapSheet({ ...INPUT, heatSources: [{ ...heat('yes'), reachM: 0 }] });
    expect(JSON.stringify(style.sources['reach'])).not.toContain('LineString');
    expect(labels.map((label) => label.text)).not.toContain(`${PLANT.name} 0 公里`);
  });

  it('keeps zones that lie over each other visible: large below small', () => {
    const source = mapSheet(INPUT).style.sources['zones'];
    expect(JSON.stringify(source).indexOf('"illustrative":false')).toBeLessThan(JSON.stringify(source).indexOf('"illustrative":true'));
  });
});

describe('the zone that somebody asks about', () => {
  const CHOSEN = ['zone-chosen-halo', 'zone-chosen'];
  /** The widths and colours with which the lines of a zone are drawn, lowest first; a filter that lets the zone pass counts. */
  function linesOf(id: string, input: StyleInput) {
    return mapSheet(input).style.layers.flatMap((layer) => {
      if (layer.type !== 'line' || layer.source !== 'zones') return [];
      const passes = featureFilter(layer.filter, 'filter').filter({ zoom: 10 }, { type: 2, properties: { id } });
      return passes ? [{ id: layer.id, colour: layer.paint?.['line-color'], width: layer.paint?.['line-width'] }] : [];
    });
  }

  it.each(['light', 'dark'] as const)('has a stronger outline than any other, in the colour of a selection (%s)', (theme) => {
    const input = { ...INPUT, theme, chosenZone: 'y' };
    expect(linesOf('y', input).map(({ id }) => id)).toEqual(['zone-line', ...CHOSEN]);
    expect(linesOf('y', input).at(-1)).toMatchObject({ colour: PALETTE[theme].selection, width: 3.5 });
    expect(linesOf('z', input).map(({ id }) => id)).toEqual(['zone-line']);
    expect(validateStyleMin(mapSheet(input).style)).toEqual([]);
  });

  it('is none while nobody asks, or about a zone that is not there', () => {
    for (const chosenZone of [null, 'gone']) for (const id of ['y', 'z']) expect(linesOf(id, { ...INPUT, chosenZone })).toHaveLength(1);
  });
});

describe('reachLook', () => {
  it('shows an open question as open, never as a yes or a no', () => {
    expect(['yes', 'review', 'unknown', 'no'].map((word) => reachLook(word as MapHeatSource['eligible']))).toEqual([
      'sure', 'open', 'open', 'idle',
    ]);
  });
});

describe('labelPlaces', () => {
  it('begins in the middle of a square', () => {
    const [first] = labelPlaces(square(112, -0.5, 1));
    expect(first?.[0]).toBeCloseTo(112.5, 6);
    expect(first?.[1]).toBeCloseTo(0, 6);
  });

  it('stays inside a crescent and out of a hole, in the larger of two parts', () => {
    const crescent = [[0, 0], [10, 0], [10, 10], [9, 10], [9, 1], [0, 1], [0, 0]] as const;
    for (const [x, y] of labelPlaces([[crescent], ...square(20, 0, 1)])) expect(y < 1 || x > 9).toBe(true);
    const holed = [[...(square(0, 0, 10)[0] ?? []), [[2, 2], [9, 2], [9, 9], [2, 9], [2, 2]] as const]];
    const places = labelPlaces(holed);
    expect(places.length).toBeGreaterThan(0);
    for (const [x, y] of places) expect(x < 2 || y < 2 || x > 9 || y > 9).toBe(true);
  });

  it('has none for an area without extent', () => {
    expect(labelPlaces([])).toEqual([]);
    expect(labelPlaces([[[[1, 1], [1, 1], [1, 1], [1, 1]]]])).toEqual([]);
  });
});

describe('homeBounds', () => {
  const far = { lng: Float64Array.of(120), lat: Float64Array.of(30) };

  it('holds the counties, whatever lies beyond', () => {
    const [west, south, east, north] = homeBounds(INPUT.divisions, far) ?? [];
    expect([west, south]).toEqual([112.8, 35.4]);
    expect([east, north]).toEqual([113, 35.6]);
  });

  it('falls back on the facilities, then on nothing', () => {
    expect(homeBounds([], far)).toEqual([120, 30, 120, 30]);
    expect(homeBounds([], NO_MARKS)).toBeNull();
  });
});
