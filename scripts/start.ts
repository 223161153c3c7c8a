import { build, preview } from 'vite';
import { startText } from './text/start.ts';

/** Builds the page and serves it to this machine only; when the usual port is taken, on the next free one. */
console.log(startText.building);
await build({ logLevel: 'warn' });
const server = await preview();
for (const address of server.resolvedUrls?.local ?? []) console.log(startText.ready(address));
