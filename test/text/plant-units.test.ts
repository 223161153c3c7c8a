import { describe, expect, it } from 'vitest';
import { sayPlantUnits } from '../../src/text/plant-units.ts';

describe('the units of a plant', () => {
  const said = (units: string, plantMW: number | null) => [sayPlantUnits('zh', { units, plantMW }), sayPlantUnits('en', { units, plantMW })];

  it('are in megawatts where they add up to its capacity', () => {
    expect(said('2x600 + 6x350', 3300)).toEqual(['2 × 600 + 6 × 350 兆瓦', '2 × 600 + 6 × 350 MW']);
    expect(said('1×12.5', 12.5)).toEqual(['1 × 12.5 兆瓦', '1 × 12.5 MW']);
  });

  it.each<[string, number | null]>([['2x600', null], ['2x600', 600], ['2x75', 52.5], ['2x600 MW', 1200], ['两台600', 1200], ['', 0]])('are shown as written where nothing says so: %s of %s', (units, plantMW) => {
    expect(said(units, plantMW)).toEqual([units, units]);
  });
});
