import type { Lang } from './lang.ts';

const NAMES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  zh: {
    wgs84: 'WGS84 经纬度',
    'EPSG:4490': 'CGCS2000 经纬度',
    gcj02: 'GCJ-02（高德、腾讯）',
    bd09: 'BD-09（百度）',
    beijing54: '1954 年北京坐标系',
    xian80: '1980 西安坐标系',
  },
  en: {
    wgs84: 'WGS84 degrees',
    'EPSG:4490': 'CGCS2000 degrees',
    gcj02: 'GCJ-02 (Amap, Tencent)',
    bd09: 'BD-09 (Baidu)',
    beijing54: 'Beijing 1954',
    xian80: 'Xian 1980',
  },
};

/** A coordinate system as a reader knows it; a grid by its EPSG code. */
export function crsName(lang: Lang, crs: string): string {
  const known = NAMES[lang][crs];
  if (known !== undefined) return known;
  return lang === 'zh' ? `CGCS2000 高斯—克吕格坐标（${crs}）` : `CGCS2000 Gauss–Krüger (${crs})`;
}
