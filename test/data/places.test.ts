import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/domain/place.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import { preventsUse, ringProblems } from '../../src/geometry/ring-problems.ts';
import {
  cell, cityFeatures, cityTable, cityText, counties, countyCodes, countyTable, pointOf, polygonsOf,
} from './city-files.ts';

function countiesAt([lng, lat]: LngLat): readonly string[] {
  return countyCodes.filter((_, county) => areaContains(countyTable, county, lng, lat));
}

describe('divisions of the embedded city', () => {
  it('are the six counties, under ODbL in a file of their own', () => {
    expect([...countyCodes].sort()).toEqual(['140502', '140521', '140522', '140524', '140525', '140581']);
    const { licence, attribution } = JSON.parse(cityText('counties.geojson')) as Record<string, string>;
    expect(licence).toContain('ODbL 1.0');
    expect(attribution).toContain('OpenStreetMap contributors');
  });

  it('are the eleven prefectures of Shanxi for the overview', () => {
    const codes = cityFeatures('prefectures.geojson').map(({ properties }) => properties['code']);
    expect(codes).toEqual(Array.from({ length: 11 }, (_, i) => String(140100 + 100 * i)));
  });

  it('have sound outlines with name, level and accuracy', () => {
    const cases = [
      ['county', 600, counties],
      ['prefecture', 7000, cityFeatures('prefectures.geojson')],
    ] as const;
    for (const [level, accuracyM, features] of cases) {
      for (const feature of features) {
        expect(feature.properties).toMatchObject({ level, accuracyM });
        expect(feature.properties['name']).toMatch(/[县市区]$/);
        expect(feature.properties['name_en']).toMatch(/^[A-Z]/);
        expect(polygonsOf(feature).flatMap(ringProblems).filter(preventsUse)).toEqual([]);
      }
    }
  });

  it('leave the urban district out of 泽州县, which surrounds it', () => {
    expect(countiesAt([112.85, 35.5])).toEqual(['140502']);
    expect(countiesAt([112.92522, 35.46113])).toEqual(['140525']);
  });
});

describe('parks of the 2024 plan', () => {
  const parks = cityTable('parks.csv');

  it('are the five, each as a point with a rough accuracy', () => {
    expect(parks.map((row) => cell(row, 'name'))).toEqual([
      '巴公工业园区', '北留周村工业园区', '南村绿色智能铸造创新产业园', '高平马村工业园', '阳城安阳陶瓷园区',
    ]);
    expect(parks.map((row) => Number(cell(row, 'locationAccuracyM')))).toEqual([6000, 6000, 5000, 5000, 8000]);
  });

  it('lie in a county that they name; 阳城安阳陶瓷园区 in 阳城县, not in Anyang', () => {
    for (const row of parks) {
      const point = pointOf(row, 'lon', 'lat');
      expect(point).not.toBeNull();
      const [code] = point === null ? [] : countiesAt(point);
      expect(cell(row, 'divisionCodes').split(';')).toContain(code);
      if (cell(row, 'name') === '阳城安阳陶瓷园区') expect(code).toBe('140522');
    }
  });
});

describe('stations of the embedded city', () => {
  const stations = cityTable('stations.csv');

  it('are the national ones, with both numbers of 泽州一中', () => {
    expect(stations.map((row) => cell(row, 'code'))).toEqual(['2160A', '2161A', '2162A', '2163A', '2164A', '2165A', '3620A']);
    const twins = stations.filter((row) => cell(row, 'name') === '泽州一中');
    expect(twins.map((row) => [cell(row, 'lon'), cell(row, 'lat')])).toEqual([['112.8271', '35.4828'], ['112.8271', '35.4828']]);
    expect(twins.every((row) => /2164A|3620A/.test(cell(row, 'note')))).toBe(true);
  });

  it('stand in the county of their code', () => {
    for (const row of stations) {
      const point = pointOf(row, 'lon', 'lat');
      expect(point === null ? [] : countiesAt(point)).toEqual([cell(row, 'divisionCode')]);
      expect(cell(row, 'level')).toBe('national');
    }
  });
});
