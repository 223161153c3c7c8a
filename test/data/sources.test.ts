import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const data = new URL('../../data/', import.meta.url);
const sources = readFileSync(new URL('SOURCES.md', data), 'utf8');

describe('data/SOURCES.md', () => {
  it('speaks of every embedded file', () => {
    for (const name of readdirSync(new URL('jincheng/', data))) expect(sources).toContain(`\`jincheng/${name}\``);
  });

  it('credits those who must be credited, and says what is made up', () => {
    for (const words of ['ODbL 1.0', '© OpenStreetMap contributors', 'CC BY 3.0 IGO', 'CC BY 4.0', '合成', '示意']) {
      expect(sources).toContain(words);
    }
  });
});

describe('data/location-accuracy.json', () => {
  const table = JSON.parse(readFileSync(new URL('location-accuracy.json', data), 'utf8')) as Record<string, unknown>;

  it('gives a default for each thing with a place, and metres for the letters of the sources', () => {
    expect(table).toMatchObject({ facilityDefaultM: 100, heatSourceDefaultM: 100, zoneDefaultM: 0, parkDefaultM: 5000 });
    expect(table['classes']).toEqual({ A: 200, B: 500, C: 5000, D: 8000 });
    expect(table['note']).toContain('assumption');
  });
});
