import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Frame and summary: React and the shell. The map library alone is more than twice as heavy. */
const BUDGET_KB = 120;

const html = readFileSync('dist/index.html', 'utf8');

const linked = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');

describe('the first load', () => {
  it('links nothing but its own files', () => {
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((address) => !address.startsWith('./'))).toEqual([]);
  });

  it('carries the content policy before anything that could load', () => {
    const policy = html.indexOf('Content-Security-Policy');
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(html.indexOf('<script'));
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  it(`leaves the map libraries for later and stays under ${BUDGET_KB} KB`, () => {
    expect(linked.filter((address) => /maplibre|deck/.test(address))).toEqual([]);
    const sizesKB = linked
      .filter((address) => /\.(js|css)$/.test(address))
      .map((address) => ({ address, KB: gzipSync(readFileSync(`dist/${address}`), { level: 9 }).length / 1000 }));
    const totalKB = sizesKB.reduce((sum, { KB }) => sum + KB, 0);
    const report = sizesKB.map(({ address, KB }) => `${address} ${KB.toFixed(1)}`).join(', ');
    console.info(`first load, KB gzipped: ${totalKB.toFixed(1)} (${report})`);
    expect(totalKB, report).toBeLessThanOrEqual(BUDGET_KB);
  });
});
