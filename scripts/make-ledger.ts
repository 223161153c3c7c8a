/**
 * Writes the ledger of the embedded city: `npx tsx scripts/make-ledger.ts` rewrites `data/jincheng/facilities.csv` with
 * the same bytes. Everything in it but the ten boilers named in the plan is synthetic and says so in every row.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readCountyRings } from './ledger/counties.ts';
import { makeLedger, readZoneRings } from './ledger/make-ledger.ts';

const city = new URL('../data/jincheng/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, city), 'utf8');
writeFileSync(
  new URL('facilities.csv', city),
  makeLedger(readCountyRings(read('counties.geojson')), readZoneRings(read('zones.geojson'))),
);
