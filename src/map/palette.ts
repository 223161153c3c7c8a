import type { Theme } from './map-types.ts';

/** Colours of everything but the verdicts and the zones: paper and ink, so that only the answer is vivid. */
export interface Palette {
  /** Beyond the city. */
  readonly ground: string;
  /** Inside it. */
  readonly city: string;
  /** The soft band outside the city's border. */
  readonly cityEdge: string;
  readonly county: string;
  readonly countyName: string;
  readonly prefecture: string;
  readonly prefectureName: string;
  /** A source that counts, and its reach. */
  readonly reach: string;
  /** A source that does not count. */
  readonly reachFaint: string;
  readonly park: string;
  readonly station: string;
  readonly label: string;
  readonly labelHalo: string;
  /** Thin edge that lifts a mark off what lies under it. */
  readonly markEdge: string;
  readonly selection: string;
}

export const PALETTE: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#f1eee7',
    city: '#fffefb',
    cityEdge: '#ddd6c8',
    county: '#b5ac9c',
    countyName: '#6d6557',
    prefecture: '#cbc3b4',
    prefectureName: '#857c6d',
    reach: '#2f6b4f',
    reachFaint: '#8d8b80',
    park: '#6a5a86',
    station: '#4a5560',
    label: '#3c3a35',
    labelHalo: '#fffefb',
    markEdge: '#fffefb',
    selection: '#1c1b19',
  },
  dark: {
    ground: '#151a20',
    city: '#20272f',
    cityEdge: '#0c1014',
    county: '#4d5865',
    countyName: '#a7b1bd',
    prefecture: '#39424d',
    prefectureName: '#7f8a97',
    reach: '#7fc6a0',
    reachFaint: '#7d858e',
    park: '#b7a6d6',
    station: '#a9b6c3',
    label: '#d5d9de',
    labelHalo: '#171c22',
    markEdge: '#171c22',
    selection: '#ffffff',
  },
};
