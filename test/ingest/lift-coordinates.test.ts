import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAreaSheet } from '../../src/ingest/area-sheet.ts';
import { ZONE_COLUMNS } from '../../src/ingest/columns/place-columns.ts';
import { parseGeoJson } from '../../src/ingest/geojson.ts';
import { liftCoordinates, withCoordinates } from '../../src/ingest/lift-coordinates.ts';

const encoder = new TextEncoder();

/** What `JSON.parse` makes of the rest and the arrays; `undefined` when they were not lifted. */
function byLifting(text: string): unknown {
  const lifted = liftCoordinates(encoder.encode(text));
  return lifted === null ? undefined : withCoordinates(new TextDecoder().decode(lifted.bytes), lifted);
}

/** Decimals as programs write them, and as nobody should. */
const numberText = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => degrees.toFixed(6)) },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.stringMatching(/^-?(0|[1-9]\d{0,16})$/u), fc.stringMatching(/^(\.\d{1,24})?$/u)).map((parts) => parts.join('')),
  fc.constantFrom('-0', '0', '-0.0', '1e999', '1E2', '9007199254740992', '9007199254740991', '00', '.5', '1.', '-', '+1', 'NaN', 'null', '"1"', '0.0000000000000000000001'),
);
const space = fc.constantFrom('', '', '', ' ', '\n', '\t\r');
const spaced = (arbitrary: fc.Arbitrary<string>) => fc.tuple(space, arbitrary, space).map((parts) => parts.join(''));
const arrayOf = (item: fc.Arbitrary<string>, most: number) => fc.array(spaced(item), { maxLength: most }).map((items) => `[${items.join(',')}]`);
const position = arrayOf(numberText, 3);
const coordinates = fc.oneof(position, arrayOf(position, 4), arrayOf(arrayOf(position, 3), 2), arrayOf(fc.oneof(position, numberText), 3), numberText);
const name = fc.constantFrom('"coordinates"', '"coordinates"', '"type"', '"a\\"b"', '"\\\\"', '"煤"', '"\\u0000"', '"__proto__"', '"co\\u006frdinates"');
const value = fc.oneof(spaced(coordinates), fc.constantFrom('"coordinates"', '"\\u00001"', '"\\u0000"', '"[1,2]"', '{}', 'true'));
const record = fc.array(fc.tuple(spaced(name), value).map(([key, it]) => `${key}:${it}`), { maxLength: 5 }).map((members) => `{${members.join(',')}}`);
const file = fc.tuple(record, record, coordinates).map(([properties, more, drawn]) => `{"type":"Feature","properties":${properties},"more":[${more}],"geometry":{"type":"Polygon","coordinates":${drawn}}}`);
/** Some with a character too many, too few, or another. */
const mistaken = fc.tuple(file, fc.nat(), fc.constantFrom('', '"', '\\', ',', ']', '[', '1', ':', '{')).map(([text, at, other]) => {
  const k = at % text.length;
  return `${text.slice(0, k)}${other}${text.slice(k + 1)}`;
});

describe('liftCoordinates', () => {
  it('gives what JSON.parse gives of the whole, and no JSON where that is none', () => {
    let lifted = 0;
    fc.assert(
      fc.property(fc.oneof(file, mistaken), (text) => {
        if (liftCoordinates(encoder.encode(text)) === null) return;
        lifted += 1;
        let plain: unknown;
        try {
          plain = JSON.parse(text);
        } catch {
          expect(() => byLifting(text)).toThrow(SyntaxError);
          return;
        }
        expect(byLifting(text)).toStrictEqual(plain);
      }),
      { numRuns: 5000 },
    );
    expect(lifted).toBeGreaterThan(500);
  });

  it('takes plain positions, with heights and however deep', () => {
    const text = '{"a":{"coordinates":[[[[112.851234,-35.5,700],[ 1 , -0 ]]],[]]},"coordinates":[1121234567890123e0]}'.replace('e0', '');
    expect(byLifting(text)).toStrictEqual(JSON.parse(text));
    expect(liftCoordinates(encoder.encode(text))?.arrays).toHaveLength(2);
  });

  it.each(['[1e2,3]', '[112.12345678901234567,3]', '["1",2]', '[1,[2]]', '[[1,2],3]', '[01,2]', '[1.,2]', '[1,2', '[1 2]', '[[[[[[[[[1]]]]]]]]]'])('leaves %s to JSON.parse', (array) => {
    expect(liftCoordinates(encoder.encode(`{"coordinates":${array}}`))).toBeNull();
  });
});

describe('openAreaSheet', () => {
  it('says the same of a file whether its coordinates are lifted or not', () => {
    const bytesOf = fc.oneof(fc.oneof(file, mistaken).map((text) => encoder.encode(text)), fc.uint8Array({ maxLength: 40 }));
    fc.assert(
      fc.property(bytesOf, (bytes) => {
        const opened = openAreaSheet({ name: 'z.geojson', bytes }, ZONE_COLUMNS);
        if (!opened.ok) return;
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        const plain = parseGeoJson('z.geojson', text);
        expect(plain.ok && plain.value.features).toStrictEqual(opened.value.rows.map(({ feature }) => feature));
      }),
      { numRuns: 2000 },
    );
  });
});
