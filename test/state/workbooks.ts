import type { DraftZone, Scenario, Workbook } from '../../src/domain/scenario.ts';
import { HOME, square } from '../assess/tiny.ts';

export function draftZone(parts: Partial<DraftZone> = {}): DraftZone {
  return { id: 'd1', name: '草案一', kind: 'coalBan', class: null, polygons: square(HOME, 0.02), replaces: null, ...parts };
}

export function scenario(parts: Partial<Scenario> = {}): Scenario {
  return {
    id: 's1', name: '方案一', description: '', zones: [draftZone()], reachM: {}, readings: {}, plans: {}, forkedFrom: null, frozen: false,
    dataRevision: '', madeOn: '2024-06-01',
    ...parts,
  };
}

export function workbook(scenarios: readonly Scenario[] = [scenario()], open: string | null = scenarios[0]?.id ?? null): Workbook {
  return { scenarios, open };
}
