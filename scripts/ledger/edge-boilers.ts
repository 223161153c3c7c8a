import type { Spot } from './geography.ts';
import type { Row } from './row.ts';
import type { BoilerFuel, UnitName } from './units.ts';
import { NO, STATUS, USE, YES } from './words.ts';

/** A boiler set on purpose beside a limit; what it leaves open is drawn like any other's. */
export interface EdgeBoiler {
  readonly unit: UnitName;
  readonly fuel: BoilerFuel;
  readonly capacityTph: number | null;
  readonly spot?: Spot;
  readonly accuracyM?: number | null;
  readonly cells?: Partial<Row>;
}

const reach = (azimuthDeg: number, distanceM: number): Spot => ({ on: 'reach', azimuthDeg, distanceM });
const edge = (zone: string, number: number, inwardM: number): Spot & { readonly on: 'edge' } => ({
  on: 'edge',
  zone: `ZONE-${zone}`,
  edge: number,
  inwardM,
});

/** Metres of the reach cases count with the plant's own 200 m: nearer to 30 km than both together is a case to review. */
const BY_REACH: readonly EdgeBoiler[] = [
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: reach(0, 29_400), accuracyM: 20 },
  { unit: '高平市', fuel: 'coal', capacityTph: 45, spot: reach(4, 29_700), accuracyM: 50 },
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: reach(6, 29_850), accuracyM: null },
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: reach(356, 29_980), accuracyM: 5 },
  { unit: '高平市', fuel: 'coal', capacityTph: 50, spot: reach(8, 29_999.5), accuracyM: 5 },
  { unit: '高平市', fuel: 'coal', capacityTph: 50, spot: reach(352, 30_000.5), accuracyM: 5 },
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: reach(12, 30_020), accuracyM: 5 },
  { unit: '高平市', fuel: 'coal', capacityTph: 45, spot: reach(2, 30_300), accuracyM: 50 },
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: reach(348, 31_000), accuracyM: 20 },
];

const BY_ZONE: readonly EdgeBoiler[] = [
  { unit: '城区', fuel: 'coal', capacityTph: 45, spot: edge('COALBAN-140502', 4, 300), accuracyM: 20 },
  { unit: '城区', fuel: 'coal', capacityTph: 40, spot: edge('COALBAN-140502', 9, -8), accuracyM: 20 },
  { unit: '城区', fuel: 'coal', capacityTph: 20, spot: edge('NOBURN-140502', 6, 250), accuracyM: 20 },
  { unit: '城区', fuel: 'coal', capacityTph: 19.9, spot: edge('NOBURN-140502', 7, 250), accuracyM: 20 },
  { unit: '泽州县', fuel: 'coal', capacityTph: 45, spot: edge('COALBAN-140525', 5, 8), accuracyM: 20 },
  { unit: '泽州县', fuel: 'coal', capacityTph: 45, spot: edge('HEATNETWORK-140500', 24, 15), accuracyM: 50 },
  { unit: '泽州县', fuel: 'coal', capacityTph: 40, spot: edge('HEATNETWORK-140500', 25, -15), accuracyM: 50 },
  { unit: '泽州县', fuel: 'coal', capacityTph: 65, spot: edge('HEATNETWORK-140500', 26, 400), accuracyM: 20 },
  { unit: '泽州县', fuel: 'coal', capacityTph: 65, spot: edge('HEATNETWORK-140500', 27, -400), accuracyM: 20 },
  // The hole of a zone is outside it: into the zone is out of the hole.
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: { ...edge('COALBAN-140581', 3, -150), ring: 1 }, accuracyM: 10 },
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: edge('BUILTUP-140581', 3, 200), accuracyM: 20, cells: { use: USE.heating } },
  { unit: '高平市', fuel: 'coal', capacityTph: 40, spot: edge('BUILTUP-140581', 12, -200), accuracyM: 20, cells: { use: USE.heating } },
  { unit: '阳城县', fuel: 'coal', capacityTph: 45, spot: edge('COALBAN-140522', 2, 250), accuracyM: 50 },
  { unit: '阳城县', fuel: 'coal', capacityTph: 45, spot: edge('COALBAN-140522', 8, -250), accuracyM: 50 },
  { unit: '阳城县', fuel: 'coal', capacityTph: 50, spot: edge('NOBURN-140522', 5, 300), accuracyM: 20 },
  { unit: '陵川县', fuel: 'coal', capacityTph: 45, spot: edge('COALBAN-140524', 6, 10), accuracyM: null },
  { unit: '沁水县', fuel: 'coal', capacityTph: 45, spot: edge('COALBAN-140521', 3, -10), accuracyM: 100 },
];

const BY_CAPACITY: readonly EdgeBoiler[] = [
  { unit: '泽州县', fuel: 'coal', capacityTph: 35, cells: { status: STATUS.inUse } },
  { unit: '高平市', fuel: 'coal', capacityTph: 34.9, cells: { status: STATUS.inUse } },
  { unit: '阳城县', fuel: 'coal', capacityTph: 35.1, cells: { status: STATUS.inUse, ultraLowEmission: NO } },
  { unit: '高平市', fuel: 'coal', capacityTph: 64.9, cells: { status: STATUS.inUse, ultraLowEmission: NO } },
  { unit: '泽州县', fuel: 'coal', capacityTph: 65, cells: { status: STATUS.inUse, ultraLowEmission: NO } },
  { unit: '泽州县', fuel: 'coal', capacityTph: 65.1, cells: { status: STATUS.inUse, ultraLowEmission: NO } },
  { unit: '阳城县', fuel: 'coal', capacityTph: 50, cells: { status: STATUS.inUse, ultraLowEmission: '' } },
  { unit: '泽州县', fuel: 'coal', capacityTph: 75, cells: { status: STATUS.inUse, ultraLowEmission: YES, stackM: '45', monitored: NO } },
  { unit: '泽州县', fuel: 'coal', capacityTph: 75, cells: { status: STATUS.inUse, ultraLowEmission: YES, stackM: '45.1', monitored: NO } },
  { unit: '陵川县', fuel: 'coal', capacityTph: null, cells: { status: STATUS.inUse } },
  { unit: '沁水县', fuel: 'coal', capacityTph: null, cells: { status: STATUS.standby } },
  { unit: '沁水县', fuel: 'coal', capacityTph: 10, cells: { monitored: NO } },
  { unit: '沁水县', fuel: 'coal', capacityTph: 9.9, cells: { monitored: NO } },
  { unit: '陵川县', fuel: 'coal', capacityTph: 4, spot: { on: 'nowhere' } },
  { unit: '泽州县', fuel: 'biomass', capacityTph: 4, cells: { dedicatedBiomass: YES, bagFilter: YES } },
  { unit: '高平市', fuel: 'biomass', capacityTph: 4.1, cells: { dedicatedBiomass: YES, bagFilter: YES } },
  { unit: '高平市', fuel: 'biomass', capacityTph: 4.1, cells: { dedicatedBiomass: NO, bagFilter: YES } },
  { unit: '阳城县', fuel: 'biomass', capacityTph: 3.9, cells: { dedicatedBiomass: YES, bagFilter: NO } },
  { unit: '陵川县', fuel: 'biomass', capacityTph: null, cells: { dedicatedBiomass: YES, bagFilter: YES } },
  { unit: '泽州县', fuel: 'biomass', capacityTph: 10, cells: { monitored: NO } },
  { unit: '泽州县', fuel: 'biomass', capacityTph: 9.9, cells: { monitored: NO } },
  { unit: '城区', fuel: 'gas', capacityTph: 10, cells: { monitored: NO } },
  { unit: '城区', fuel: 'gas', capacityTph: 9.9, cells: { monitored: NO } },
  { unit: '城区', fuel: 'gas', capacityTph: 10, cells: { monitored: YES } },
  { unit: '泽州县', fuel: 'gas', capacityTph: 10.1, cells: { monitored: '' } },
  { unit: '城区', fuel: 'oil', capacityTph: 10, cells: { monitored: NO } },
  { unit: '泽州县', fuel: 'oil', capacityTph: 9.9, cells: { monitored: NO } },
];

/** Cases on both sides of every limit that a boiler can meet; they are part of the published totals. */
export const EDGE_BOILERS: readonly EdgeBoiler[] = [...BY_REACH, ...BY_ZONE, ...BY_CAPACITY];
