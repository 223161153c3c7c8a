import { drawnAccuracy } from './boiler-profile.ts';
import { mostly, pickWeighted, type Random } from './chance.ts';
import { CLUSTERS } from './clusters.ts';
import type { Geography, Spot } from './geography.ts';
import { rowOf, type Row } from './row.ts';
import { unitNamed, type UnitName } from './units.ts';
import { exampleDevice, exampleFirm, FUEL, KIND, NO, STATUS, SYNTHETIC, USE, YES } from './words.ts';

interface Other {
  readonly unit: UnitName;
  readonly trade: string;
  readonly device: string;
  readonly spot?: Spot;
  readonly cells: Partial<Row>;
}

const tea = (unit: UnitName, fuel: string, capacityTph = '0.5'): Other => ({
  unit, trade: '茶馆', device: '茶水炉', cells: { kind: KIND.teaBoiler, fuel, capacityTph, use: USE.hotWater },
});
const stove = (unit: UnitName, fuel: string): Other => ({
  unit, trade: '餐馆', device: '炉灶', cells: { kind: KIND.commercialStove, fuel, use: USE.catering },
});
const grain = (unit: UnitName, fuel: string): Other => ({
  unit, trade: '粮站', device: '烘干机', cells: { kind: KIND.grainDryer, fuel, capacityTph: '2', use: USE.drying },
});
const farm = (unit: UnitName, fuel: string): Other => ({
  unit, trade: '农产品加工厂', device: '加工炉', cells: { kind: KIND.farmProcessing, fuel, capacityTph: '1', use: USE.process },
});
const hotAir = (unit: UnitName, fuel: string, status: string): Other => ({
  unit, trade: '陶瓷厂', device: '热风炉', cells: { kind: KIND.hotAirStove, fuel, use: USE.drying, status },
});
const kiln = (unit: UnitName, trade: string, fuel: string, performanceGrade: string, spot?: Spot): Other => ({
  unit, trade, device: '窑炉', ...(spot && { spot }),
  cells: { kind: KIND.kiln, fuel, use: USE.process, performanceGrade, stackM: '30' },
});
const producer = (unit: UnitName, fixedBedIntermittent: string, hearthM: string): Other => ({
  unit, trade: '化肥厂', device: '煤气发生炉',
  cells: { kind: KIND.gasProducer, fuel: FUEL.coal, use: USE.process, fixedBedIntermittent, hearthM },
});
const chp = (unit: UnitName, outdated: string, capacityTph: string, spot?: Spot): Other => ({
  unit, trade: '自备电厂', device: '小热电机组', ...(spot && { spot }),
  cells: { kind: KIND.smallChpUnit, fuel: FUEL.coal, capacityTph, use: USE.power, outdated, monitored: YES },
});
const loose = (unit: UnitName, cleanHeating: string, spot?: Spot): Other => ({
  unit, trade: '村', device: '散煤取暖', ...(spot && { spot }),
  cells: { kind: KIND.looseCoal, fuel: FUEL.coal, use: USE.homeHeating, cleanHeating },
});

/** Small devices, stoves, kilns, gasifiers and units: some of each kind on every side of the articles that name them. */
const OTHERS: readonly Other[] = [
  tea('城区', FUEL.coal), tea('泽州县', FUEL.coal), tea('高平市', FUEL.coal, ''),
  tea('陵川县', FUEL.coal), tea('城区', FUEL.gas), tea('沁水县', ''),
  stove('城区', FUEL.coal), stove('城区', FUEL.gas), stove('泽州县', FUEL.coal),
  stove('高平市', FUEL.coal), stove('阳城县', FUEL.gas), stove('陵川县', ''),
  grain('泽州县', FUEL.coal), grain('高平市', FUEL.coal), grain('陵川县', FUEL.biomass),
  grain('沁水县', FUEL.coal), grain('阳城县', FUEL.gas),
  farm('陵川县', FUEL.coal), farm('沁水县', FUEL.coal), farm('泽州县', FUEL.biomass),
  farm('高平市', FUEL.coal), farm('阳城县', ''),
  hotAir('阳城县', FUEL.coal, STATUS.closed), hotAir('阳城县', FUEL.coal, STATUS.closed), hotAir('阳城县', FUEL.coal, STATUS.stopped),
  hotAir('阳城县', FUEL.gas, STATUS.inUse), hotAir('泽州县', FUEL.coal, STATUS.inUse),
  kiln('泽州县', '砖厂', FUEL.coal, 'A'), kiln('泽州县', '砖厂', FUEL.coal, 'B'), kiln('高平市', '石灰厂', FUEL.coal, 'C'),
  kiln('阳城县', '陶瓷厂', FUEL.gas, 'B'), kiln('泽州县', '耐火材料厂', FUEL.coal, ''),
  kiln('泽州县', '砖厂', FUEL.coal, 'C', { on: 'edge', zone: 'ZONE-KEYCONTROL-140500', edge: 8, inwardM: 500 }),
  kiln('泽州县', '砖厂', FUEL.coal, 'C', { on: 'edge', zone: 'ZONE-KEYCONTROL-140500', edge: 20, inwardM: -500 }),
  kiln('泽州县', '玻璃厂', FUEL.coal, 'B', { on: 'edge', zone: 'ZONE-HEATNETWORK-140500', edge: 23, inwardM: 300 }),
  producer('泽州县', YES, '2.9'), producer('泽州县', YES, '3'), producer('高平市', YES, '3.1'), producer('阳城县', YES, '2.6'),
  producer('泽州县', NO, '3.6'), producer('高平市', NO, '3'), producer('阳城县', '', '2.8'), producer('泽州县', YES, ''),
  chp('泽州县', YES, '75'),
  chp('高平市', YES, '35', { on: 'reach', azimuthDeg: 358, distanceM: 29_200 }),
  chp('高平市', YES, '75', { on: 'reach', azimuthDeg: 3, distanceM: 31_500 }),
  chp('阳城县', NO, '130'), chp('沁水县', '', '75'),
  loose('城区', YES, { on: 'edge', zone: 'ZONE-COALBAN-140502', edge: 14, inwardM: 120 }),
  loose('陵川县', NO), loose('沁水县', ''),
  { unit: '高平市', trade: '食品厂', device: '设备', cells: { kind: '', fuel: FUEL.coal, capacityTph: '6', use: USE.process } },
  { unit: '阳城县', trade: '建材厂', device: '设备', cells: { kind: '', fuel: '', capacityTph: '', use: '' } },
];

export function otherFacilities(geography: Geography, random: Random): readonly Row[] {
  return OTHERS.map(({ unit: name, trade, device, spot, cells }, index) => {
    const unit = unitNamed(name);
    const cluster = pickWeighted(random, CLUSTERS.filter((each) => each.unit === name));
    const point =
      spot === undefined
        ? geography.near(random, unit.code, cluster.lng, cluster.lat, cluster.spreadM)
        : geography.at(spot, unit.code);
    const accuracy = drawnAccuracy(random);
    return rowOf({
      id: `SYN-F${String(index + 1).padStart(3, '0')}`,
      name: exampleDevice(1, device),
      enterprise: exampleFirm(trade, 900 + index),
      count: '1',
      county: unit.county,
      divisionCode: unit.code,
      park: spot === undefined ? cluster.park : '',
      lon: point === null ? '' : point[0].toFixed(6),
      lat: point === null ? '' : point[1].toFixed(6),
      locationAccuracyM: spot === undefined ? accuracy : '20',
      status: mostly(random, STATUS.inUse),
      cleanHeating: mostly(random, NO, 0.1),
      nature: SYNTHETIC,
      ...cells,
    });
  });
}
