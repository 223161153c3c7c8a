import type { LngLat } from '../../src/domain/place.ts';
import { boilerStatus, drawnAccuracy, fuelWord, PROFILES } from './boiler-profile.ts';
import { chance, mostly, pick, pickWeighted, upTo, type Random } from './chance.ts';
import { CLUSTERS, COUNTRYSIDE } from './clusters.ts';
import { EDGE_BOILERS, type EdgeBoiler } from './edge-boilers.ts';
import type { Geography } from './geography.ts';
import { rowOf, type Row } from './row.ts';
import { BOILER_FUELS, boilersByUnit, drawnInUnit, UNITS, type BoilerFuel, type Unit } from './units.ts';
import { exampleDevice, exampleFirm, KIND, NO, SYNTHETIC, USE, YES } from './words.ts';

interface Firm {
  readonly name: string;
  readonly lngLat: LngLat;
  readonly park: string;
  readonly grade: string;
  readonly cleanHeating: string;
}

/** All synthetic boilers, unit by unit and fuel by fuel; those beside a limit come first in each. */
export function drawBoilers(geography: Geography, random: Random, named: number): readonly Row[] {
  const rows: Row[] = [];
  let firms = 0;

  for (const [index, total] of boilersByUnit(named).entries()) {
    const unit = UNITS[index];
    if (unit === undefined) throw new Error(`units: got no unit ${String(index)}, expected as many as shares`);
    for (const fuel of BOILER_FUELS) {
      const wanted = drawnInUnit(unit, fuel, total);
      const edges = EDGE_BOILERS.filter((edge) => edge.unit === unit.name && edge.fuel === fuel);
      if (edges.length > wanted) {
        throw new Error(`${unit.name} ${fuel}: got ${String(edges.length)} set cases, expected at most ${String(wanted)}`);
      }
      for (const edge of edges) add(unit, fuel, drawFirm(unit, fuel), 1, edge);
      for (let left = wanted - edges.length; left > 0; ) {
        const firm = drawFirm(unit, fuel);
        const size = Math.min(left, upTo(random, PROFILES[fuel].perFirm));
        for (let number = 1; number <= size; number += 1) add(unit, fuel, firm, number, null);
        left -= size;
      }
    }
  }
  return rows;

  function drawFirm(unit: Unit, fuel: BoilerFuel): Firm {
    const solid = fuel === 'coal' || fuel === 'biomass';
    const clusters = CLUSTERS.filter((cluster) => cluster.unit === unit.name);
    const { cluster } = pickWeighted(random, [
      ...clusters.map((each) => ({ cluster: each, weight: solid ? each.solidWeight : each.weight })),
      { cluster: null, weight: unit.park === '' ? (solid ? COUNTRYSIDE.solidWeight : COUNTRYSIDE.weight) : 0 },
    ]);
    firms += 1;
    return {
      name: exampleFirm(pick(random, PROFILES[fuel].trades), firms),
      lngLat:
        cluster === null
          ? geography.anywhere(random, unit.code)
          : geography.near(random, unit.code, cluster.lng, cluster.lat, cluster.spreadM),
      park: unit.park !== '' ? unit.park : cluster !== null && chance(random, 0.6) ? cluster.park : '',
      grade: pick(random, ['A', 'B', 'B', 'C', 'C', 'D', '引领性']),
      cleanHeating: cluster !== null && chance(random, 0.85) ? YES : NO,
    };
  }

  function add(unit: Unit, fuel: BoilerFuel, firm: Firm, number: number, edge: EdgeBoiler | null): void {
    const profile = PROFILES[fuel];
    const capacity = edge === null ? pick(random, profile.capacities) : edge.capacityTph;
    const drawnUse = pickWeighted(random, profile.uses).use;
    const spot = edge?.spot;
    const point = spot === undefined ? standAt(unit, firm) : geography.at(spot, unit.code);
    const accuracy = edge?.accuracyM === undefined ? mostly(random, drawnAccuracy(random)) : String(edge.accuracyM ?? '');
    const works = drawnUse === USE.process || drawnUse === USE.mixed;
    rows.push(
      rowOf({
        id: `SYN-B${String(rows.length + 1).padStart(4, '0')}`,
        name: exampleDevice(number, profile.device),
        enterprise: mostly(random, firm.name, 0.01),
        kind: KIND.boiler,
        fuel: fuelWord(random, fuel),
        capacityTph: capacity === null ? '' : edge === null ? mostly(random, String(capacity), 0.02) : String(capacity),
        count: '1',
        use: mostly(random, drawnUse),
        ...placeWords(unit),
        park: spot === undefined ? firm.park : '',
        lon: point === null ? '' : point[0].toFixed(6),
        lat: point === null ? '' : point[1].toFixed(6),
        locationAccuracyM: point === null ? '' : accuracy,
        status: mostly(random, boilerStatus(random, fuel)),
        cleanHeating: mostly(random, firm.cleanHeating),
        ultraLowEmission: fuel === 'coal' ? mostly(random, (capacity ?? 0) > 35 && chance(random, 0.75) ? YES : NO) : '',
        monitored: mostly(random, chance(random, (capacity ?? 0) >= 10 ? 0.8 : 0.06) ? YES : NO),
        dedicatedBiomass: fuel === 'biomass' ? mostly(random, chance(random, 0.75) ? YES : NO) : '',
        bagFilter: fuel === 'biomass' ? mostly(random, chance(random, 0.8) ? YES : NO) : fuel === 'coal' ? YES : '',
        performanceGrade: works && fuel !== 'oil' ? firm.grade : '',
        stackM: mostly(random, String(pick(random, profile.stackM))),
        nature: SYNTHETIC,
        ...edge?.cells,
      }),
    );
  }

  /** Boilers of one firm stand within 60 m of each other; a few were never located. */
  function standAt(unit: Unit, firm: Firm): LngLat | null {
    return chance(random, 0.02) ? null : geography.near(random, unit.code, firm.lngLat[0], firm.lngLat[1], 60);
  }

  /** Either the name or the code of the county may be missing, never both. */
  function placeWords(unit: Unit): { readonly county: string; readonly divisionCode: string } {
    const fate = random();
    return { county: fate < 0.01 ? '' : unit.county, divisionCode: fate > 0.99 ? '' : unit.code };
  }
}
