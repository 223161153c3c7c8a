/** Canonical English headers, so that the benchmark writes no words: 15 columns, as wide as a real ledger. */
const HEADER = 'id,name,enterprise,creditCode,kind,fuel,capacityTph,count,use,divisionCode,status,lon (WGS84),lat (WGS84),locationAccuracyM,note';
const FUELS = ['coal', 'gas', 'biomass', 'oil', 'electricity'];
const USES = ['heating', 'process', 'mixed', 'hotWater'];
const SIZES = ['1', '2', '4', '6', '10', '20', '35', '65', '75'];
const DIVISIONS = ['140502', '140521', '140522', '140524', '140525', '140581'];

/** Lines of a made-up ledger round one city, with a bad row in every thousand. */
export function* ledgerLines(rows: number, random: () => number): Generator<string> {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  yield `${HEADER}\n`;
  for (let i = 0; i < rows; i += 1) {
    const size = i % 1000 === 999 ? '1o' : pick(SIZES);
    const [lng, lat] = [111.9 + 1.7 * random(), 35.2 + 0.9 * random()];
    yield `F-${String(i)},Boiler ${String(i % 7)} of plant ${String(i)},Works ${String(Math.floor(i / 3))} of the district,,boiler,${pick(FUELS)},${size},1,${pick(USES)},${pick(DIVISIONS)},inUse,${lng.toFixed(6)},${lat.toFixed(6)},50,line ${String(i)}\n`;
  }
}
