import type { Crs, RefusedCrs } from '../datum/crs.ts';
import { parseCrs } from '../datum/crs.ts';
import { fold } from './fold.ts';

/** What a header, a title or a projection says of the coordinates, most telling first. */
const WORDS: readonly (readonly [RegExp, Crs | RefusedCrs])[] = [
  [/bd-?09|百度/u, 'bd09'],
  [/gcj-?0?2|火星|高德|腾讯|amap/u, 'gcj02'],
  [/beijing_?-?\s*(?:19)?54|北京(?:19)?54|54北京|(?:19)?54(?:年)?(?:北京)?坐标|bj-?54/u, 'beijing54'],
  [/xi'?an_?-?\s*(?:19)?80|西安(?:19)?80|80西安|(?:19)?80(?:年)?(?:西安)?坐标|xian-?80/u, 'xian80'],
  [/cgcs_?-?2000|国家2000|2000(?:国家)?(?:大地)?坐标|epsg:?4490|大地2000/u, 'EPSG:4490'],
  [/wgs_?-?(?:19)?84|gps|84坐标|epsg:?4326/u, 'wgs84'],
];
const GRID_CODE = /epsg:?(4[45]\d\d)/u;

/** The coordinate system that some words name; `null` when they name none. */
export function datumIn(words: string): Crs | RefusedCrs | null {
  const text = fold(words);
  const grid = parseCrs(`epsg:${GRID_CODE.exec(text)?.[1] ?? ''}`);
  return grid ?? WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A header without the words that only name the datum: 百度经度, 经度GCJ02, lon_wgs84. Takes folded text. */
export function withoutDatum(header: string): string {
  return header.replace(/bd-?_?09(?:ll)?|百度(?:地图)?|gcj-?_?0?2|火星|高德(?:地图)?|腾讯(?:地图)?|cgcs_?-?2000|wgs_?-?(?:19)?84|gps|国家2000|大地2000|西安80|北京54|(?:2000|80|54|84)(?:坐标)?系?/gu, '');
}
