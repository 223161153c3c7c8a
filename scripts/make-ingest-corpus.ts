/** Writes the text files of the ingest corpus and their index: `npx tsx scripts/make-ingest-corpus.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { CORPUS } from '../test/ingest/corpus.ts';
import { corpusFiles, indexText } from '../test/ingest/make-corpus/make-corpus.ts';

mkdirSync(CORPUS, { recursive: true });
for (const [name, bytes] of corpusFiles()) writeFileSync(new URL(name, CORPUS), bytes);
writeFileSync(new URL('index.json', CORPUS), indexText());
