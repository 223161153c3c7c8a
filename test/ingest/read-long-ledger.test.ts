import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import type { Facility } from '../../src/domain/facility.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import { readLongLedgerSteps } from '../../src/ingest/read-long-ledger.ts';
import type { FacilityOptions } from '../../src/ingest/read-options.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { CORPUS, corpusIndex, optionsOf } from './corpus.ts';
import { csv, divisions } from './files.ts';

/** What a reading of a long ledger leaves out. */
const LEFT_OUT: ReadonlySet<string> = new Set(['duplicate-id', 'duplicate-nearby', 'position-outside-county']);

const withoutRemarks = (facilities: readonly Facility[]) => facilities.map((one) => ({ ...one, issues: one.issues.filter(({ code }) => !LEFT_OUT.has(code)) }));

/** Reads both ways and holds all that can be seen side by side. */
function expectSame(source: SourceFile, options: FacilityOptions, pieceBytes: number, most: number): void {
  const whole = readFacilities(source, options);
  let visited: Facility[] = [];
  const openVisit = () => {
    visited = [];
    return (facility: Facility) => visited.push(facility);
  };
  const long = finish(readLongLedgerSteps(source, { ...options, pieceBytes }, openVisit));
  const stretches = [...long.inStretches(most)].map(({ facilities }) => facilities);
  expect({ ...long.reading, accepted: [] }).toEqual({ ...whole, accepted: [] });
  expect(stretches.flat()).toEqual(withoutRemarks(whole.accepted));
  expect(stretches.slice(0, -1).every(({ length }) => length === most)).toBe(true);
  if (whole.usable) expect(visited).toEqual(stretches.flat());
}

const ledgers = corpusIndex().filter(({ file, kind }) => kind === 'facilities' && /\.(?:csv|tsv|txt)$/u.test(file));

describe('readLongLedgerSteps', () => {
  it.each(ledgers.map((entry) => [entry.file, entry] as const))('reads %s as the whole is read, wherever it is cut', (file, entry) => {
    const source = { name: file, bytes: readFileSync(new URL(file, CORPUS)) };
    const least = source.bytes.length > 50_000 ? 4001 : 301;
    for (const [pieceBytes, most, groups] of [[least, 1, 'count'], [2 * least, 2, 'split'], [1 << 20, 7, 'count']] as const) {
      expectSame(source, { ...optionsOf(entry), groups }, pieceBytes, most);
    }
  });

  it('reads a ledger anew when its positions are in another system than was supposed', () => {
    const rows = Array.from({ length: 40 }, (_, k) => `${k},n${k},35.${490 + k},112.${850 + k}`);
    expectSame(csv('编号,名称,经度,纬度', ...rows, '41,over,12,999', '42,none,,', '43,zero,0,0'), { divisions }, 16, 5);
  });
});
