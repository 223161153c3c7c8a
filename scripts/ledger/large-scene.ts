import { seededRandom } from '../../src/base/random.ts';
import type { Random } from './chance.ts';
import { chance, mostly, pick, pickWeighted } from './chance.ts';
import { fractalZone } from './fractal-zone.ts';

/** How large a made-up province is to be. */
export interface SceneSize {
  readonly facilities: number;
  readonly zones: number;
  readonly sources: number;
  /** Fewest and most vertices of a zone; between them every power of ten is as likely. */
  readonly vertices: readonly [fewest: number, most: number];
  readonly seed: number;
}

/** The files of a made-up province, as an office would hand them in. */
export interface LargeScene {
  readonly ledger: () => Generator<string>;
  readonly sources: () => string;
  readonly zones: () => Generator<string>;
}

/** Prefectures of Shanxi with a rough box each (degrees), so that most codes agree with the outlines that are loaded. */
const UNITS = [
  { code: '140100', county: '140121', west: 112.1, south: 37.6, east: 112.9, north: 38.2, weight: 14 },
  { code: '140200', county: '140212', west: 112.8, south: 39.6, east: 113.9, north: 40.3, weight: 10 },
  { code: '140300', county: '140321', west: 113.3, south: 37.8, east: 113.8, north: 38.2, weight: 6 },
  { code: '140400', county: '140404', west: 112.7, south: 36.1, east: 113.4, north: 36.8, weight: 9 },
  { code: '140500', county: '140525', west: 112.5, south: 35.4, east: 113.1, north: 35.8, weight: 22 },
  { code: '140700', county: '140781', west: 112.2, south: 37.0, east: 113.3, north: 37.6, weight: 10 },
  { code: '140800', county: '140823', west: 110.6, south: 34.9, east: 111.5, north: 35.5, weight: 10 },
  { code: '141000', county: '141002', west: 111.2, south: 35.8, east: 112.0, north: 36.6, weight: 10 },
  { code: '141100', county: '141181', west: 111.1, south: 37.2, east: 111.9, north: 37.9, weight: 9 },
] as const;

/** Facilities of one town, on the average. */
const TOWN_SIZE = 400;
/** Spread of a town, degrees: about 3 km. */
const TOWN_SPREAD = 0.03;

interface Town {
  readonly unit: (typeof UNITS)[number];
  readonly lng: number;
  readonly lat: number;
  readonly weight: number;
}

/** Two words that many of its facilities bear in their names. */
export const SEARCH_WORDS = '热能 1';

/** Same size, same bytes. Facilities stand in towns, zones and sources lie at towns; a few facilities stand anywhere. */
export function largeScene(size: SceneSize): LargeScene {
  const random = seededRandom(size.seed);
  const towns = Array.from({ length: Math.max(12, Math.min(600, Math.round(size.facilities / TOWN_SIZE))) }, () => townOf(random));
  return {
    ledger: () => ledger(size, towns),
    sources: () => sources(size, towns),
    zones: () => zones(size, towns),
  };
}

function townOf(random: Random): Town {
  const unit = pickWeighted(random, UNITS);
  return { unit, lng: between(random, unit.west, unit.east), lat: between(random, unit.south, unit.north), weight: 0.2 + random() ** 3 * 6 };
}

const HEADER = '设施编号,设施名称,单位名称,统一社会信用代码,设施类型,燃料类型,容量（t/h）,用途,行政区划代码,经度,纬度,定位精度(米),运行状态,清洁取暖,是否超低排放';

const KINDS = [
  { word: '锅炉', weight: 40 },
  { word: '茶水炉', weight: 3 },
  { word: '经营性炉灶', weight: 3 },
  { word: '热风炉', weight: 2 },
  { word: '窑炉', weight: 2 },
  { word: '煤气发生炉', weight: 1 },
  { word: '', weight: 1 },
] as const;
const FUELS = [
  { word: '天然气', weight: 25 },
  { word: '煤', weight: 15 },
  { word: '生物质', weight: 5 },
  { word: '电', weight: 4 },
  { word: '', weight: 1 },
] as const;
const SIZES = ['0.5', '1', '2', '4', '6', '10', '15', '20', '25', '35', '40', '65', '75', '130'] as const;
const USES = ['采暖', '居民取暖', '生产', '生活热水', '餐饮'] as const;
const STATUSES = ['在用', '在用', '在用', '备用', '停用', '已拆除'] as const;
const YES_NO = ['是', '否'] as const;

function* ledger({ facilities, seed }: SceneSize, towns: readonly Town[]): Generator<string> {
  const random = seededRandom(seed + 1);
  const choose = cumulative(towns);
  yield `\uFEFF${HEADER}\r\n`;
  for (let i = 0; i < facilities; i++) {
    const town = choose(random);
    const spread = chance(random, 0.05) ? 10 * TOWN_SPREAD : TOWN_SPREAD;
    const [east, north] = twoNormals(random);
    const firm = Math.floor(random() * Math.max(1, facilities / 3));
    const located = !chance(random, 0.02);
    const cells = [
      `F${String(i + 1).padStart(7, '0')}`,
      `${String(1 + (i % 9))}号炉`,
      mostly(random, `示例第${String(firm)}热能有限公司`),
      mostly(random, `91140500${String(100_000_000 + firm)}X`, 0.3),
      pickWeighted(random, KINDS).word,
      pickWeighted(random, FUELS).word,
      mostly(random, pick(random, SIZES)),
      mostly(random, pick(random, USES)),
      mostly(random, chance(random, 0.7) ? town.unit.county : town.unit.code, 0.05),
      located ? (town.lng + spread * 1.2 * east).toFixed(6) : '',
      located ? (town.lat + spread * north).toFixed(6) : '',
      chance(random, 0.5) ? pick(random, ['5', '10', '30', '50']) : '',
      mostly(random, pick(random, STATUSES)),
      mostly(random, pick(random, YES_NO), 0.3),
      mostly(random, pick(random, YES_NO), 0.3),
    ];
    yield `${cells.join(',')}\r\n`;
  }
}

function sources({ sources: count, seed }: SceneSize, towns: readonly Town[]): string {
  const random = seededRandom(seed + 2);
  const choose = cumulative(towns);
  const lines = Array.from({ length: count }, (_, i) => {
    const town = choose(random);
    const kind = pickWeighted(random, [{ word: 'chp', weight: 6 }, { word: 'industrial', weight: 2 }, { word: 'power', weight: 1 }, { word: '', weight: 1 }]).word;
    const unitMW = mostly(random, pick(random, ['25', '50', '135', '200', '300', '350', '600']), 0.1);
    const place = [town.lng + 0.05 * (random() - 0.5), town.lat + 0.05 * (random() - 0.5)].map((degrees) => degrees.toFixed(5));
    return [`H${String(i + 1)}`, `示例热源${String(i + 1)}`, kind, unitMW, unitMW, mostly(random, pick(random, ['yes', 'no']), 0.3), mostly(random, pick(random, ['A', 'B', 'C', 'D']), 0.3), town.unit.code, ...place, mostly(random, '200', 0.5)].join(',');
  });
  return `${['id,name,kind,unitMW,plantMW,large,performanceGrade,divisionCode,lon,lat,locationAccuracyM', ...lines].join('\n')}\n`;
}

const ZONE_KINDS = [
  { kind: 'coalBan', weight: 4 },
  { kind: 'noBurn', weight: 5 },
  { kind: 'builtUp', weight: 4 },
  { kind: 'heatNetwork', weight: 3 },
  { kind: 'keyControl', weight: 1 },
  { kind: 'planning', weight: 2 },
  { kind: 'development', weight: 2 },
] as const;

function* zones({ zones: count, vertices: [fewest, most], seed }: SceneSize, towns: readonly Town[]): Generator<string> {
  const random = seededRandom(seed + 3);
  const choose = cumulative(towns);
  yield '{"type":"FeatureCollection","features":[';
  for (let i = 0; i < count; i++) {
    const town = choose(random);
    const { kind } = pickWeighted(random, ZONE_KINDS);
    const polygon = fractalZone(
      {
        lng: town.lng + 0.03 * (random() - 0.5),
        lat: town.lat + 0.03 * (random() - 0.5),
        radius: 0.004 + 0.05 * random() ** 2,
        vertices: Math.round(fewest * (most / fewest) ** random()),
        holes: Math.floor(random() * 4),
      },
      random,
    );
    const zoneClass = kind === 'noBurn' ? pick(random, [1, 2, 2, 3, 3, null]) : null;
    const properties = { id: `Z${String(i + 1)}`, name: `示例区域${String(i + 1)}`, kind, class: zoneClass, divisionCode: town.unit.code };
    yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: polygon } })}`;
  }
  yield '\n]}\n';
}

/** Draws towns by their weight, in logarithmic time. */
function cumulative(towns: readonly Town[]): (random: Random) => Town {
  let total = 0;
  const ends = Float64Array.from(towns, ({ weight }) => (total += weight));
  return (random) => {
    const wanted = random() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    const town = towns[low];
    if (town === undefined) throw new Error('largeScene: got no towns, expected at least one');
    return town;
  };
}

/** Box–Muller: two independent normal deviates. */
function twoNormals(random: Random): readonly [number, number] {
  const length = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [length * Math.cos(angle), length * Math.sin(angle)];
}

function between(random: Random, from: number, to: number): number {
  return from + random() * (to - from);
}
