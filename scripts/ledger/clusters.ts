import type { UnitName } from './units.ts';

/**
 * Where the synthetic boilers stand: round seats, towns and parks of which a rough point is known, to 0.01 degree (about
 * 1 km). The rest is `COUNTRYSIDE`: anywhere in the county.
 */
export interface Cluster {
  readonly unit: UnitName;
  readonly lng: number;
  readonly lat: number;
  readonly spreadM: number;
  readonly weight: number;
  /** How much it draws coal and biomass: works burn them, seats hardly do any more. */
  readonly solidWeight: number;
  readonly park: string;
}

export const COUNTRYSIDE = { weight: 1, solidWeight: 1.5 };

export const CLUSTERS: readonly Cluster[] = [
  { unit: '城区', lng: 112.85, lat: 35.5, spreadM: 3000, weight: 8, solidWeight: 1, park: '' },
  { unit: '城区', lng: 112.86, lat: 35.56, spreadM: 1800, weight: 2, solidWeight: 2, park: '' },
  { unit: '城区', lng: 112.8, lat: 35.51, spreadM: 1500, weight: 1, solidWeight: 2, park: '' },
  { unit: '开发区', lng: 112.86, lat: 35.5, spreadM: 1500, weight: 20, solidWeight: 20, park: '晋城经济技术开发区' },
  { unit: '泽州县', lng: 112.94, lat: 35.47, spreadM: 3000, weight: 4, solidWeight: 2, park: '' },
  { unit: '泽州县', lng: 112.85, lat: 35.61, spreadM: 3000, weight: 4, solidWeight: 5, park: '巴公工业园区' },
  { unit: '泽州县', lng: 112.76, lat: 35.43, spreadM: 2800, weight: 4, solidWeight: 4, park: '南村绿色智能铸造创新产业园' },
  { unit: '泽州县', lng: 112.63, lat: 35.5, spreadM: 2000, weight: 2, solidWeight: 2, park: '北留周村工业园区' },
  { unit: '泽州县', lng: 112.73, lat: 35.67, spreadM: 2500, weight: 2, solidWeight: 2, park: '' },
  { unit: '高平市', lng: 112.92, lat: 35.79, spreadM: 3000, weight: 8, solidWeight: 2, park: '' },
  { unit: '高平市', lng: 112.81, lat: 35.75, spreadM: 2600, weight: 4, solidWeight: 5, park: '高平马村工业园' },
  { unit: '阳城县', lng: 112.42, lat: 35.48, spreadM: 2500, weight: 5, solidWeight: 1, park: '' },
  { unit: '阳城县', lng: 112.42, lat: 35.48, spreadM: 5000, weight: 3, solidWeight: 5, park: '阳城安阳陶瓷园区' },
  { unit: '阳城县', lng: 112.58, lat: 35.49, spreadM: 2200, weight: 3, solidWeight: 4, park: '北留周村工业园区' },
  { unit: '陵川县', lng: 113.27, lat: 35.78, spreadM: 2200, weight: 6, solidWeight: 2, park: '' },
  { unit: '陵川县', lng: 113.17, lat: 35.73, spreadM: 1800, weight: 2, solidWeight: 2, park: '' },
  { unit: '陵川县', lng: 113.29, lat: 35.69, spreadM: 1500, weight: 2, solidWeight: 2, park: '' },
  { unit: '沁水县', lng: 112.18, lat: 35.69, spreadM: 1800, weight: 4, solidWeight: 2, park: '' },
];
