/** Writes the corpus files of workbooks, archives and places: `npx tsx test/ingest/files/make/write-corpus.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { placeFiles } from './corpus-places.ts';
import { tableFiles } from './corpus-tables.ts';

const folder = new URL('../../../fixtures/ingest/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries({ ...tableFiles, ...placeFiles })) writeFileSync(new URL(name, folder), make());
