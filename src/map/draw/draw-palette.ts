import type { Theme } from '../theme.ts';

export interface DrawColours {
  /** A candidate is violet: no enacted zone and no verdict is. */
  readonly draft: string;
  readonly fill: string;
  readonly handle: string;
  readonly flaw: string;
  readonly snap: string;
  readonly enters: string;
  readonly leaves: string;
  readonly ink: string;
  readonly paper: string;
}

export const DRAW_COLOURS: Readonly<Record<Theme, DrawColours>> = {
  light: {
    draft: '#5b2a9d', fill: 'rgb(91 42 157 / 12%)', handle: '#ffffff', flaw: '#c01f10', snap: '#00707a',
    enters: '#a52a1e', leaves: '#2f6b4f', ink: '#24262a', paper: 'rgb(255 254 251 / 92%)',
  },
  dark: {
    draft: '#c9a4ff', fill: 'rgb(201 164 255 / 16%)', handle: '#14191e', flaw: '#ff8d80', snap: '#5fd3dd',
    enters: '#ff8d80', leaves: '#7fc6a0', ink: '#e7e5e0', paper: 'rgb(27 33 39 / 92%)',
  },
};
