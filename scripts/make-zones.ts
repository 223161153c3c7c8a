/**
 * Draws the illustrative zones of the embedded city: `npx tsx scripts/make-zones.ts` rewrites
 * `data/jincheng/zones.geojson` with the same bytes. No official polygon is public, so each says that it is one of ours.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readCountyRings } from './ledger/counties.ts';
import { drawZones } from './ledger/draw-zones.ts';
import { ILLUSTRATIVE_ZONES } from './ledger/illustrative-zones.ts';

const city = new URL('../data/jincheng/', import.meta.url);
const counties = readCountyRings(readFileSync(new URL('counties.geojson', city), 'utf8'));
writeFileSync(new URL('zones.geojson', city), drawZones(ILLUSTRATIVE_ZONES, counties));
