import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '../../src/assess/assessment.ts';
import { DUTIES } from '../../src/policy/duty.ts';
import { readAddress, writeAddress } from '../../src/state/address.ts';
import { COLUMN_IDS } from '../../src/state/columns.ts';
import { restoreAddress } from '../../src/state/commands/restore-address.ts';
import { FACILITY_KINDS, FUELS, USES } from '../../src/domain/facility.ts';
import { INDUSTRIES } from '../../src/domain/industry.ts';
import { LAW_TABS } from '../../src/state/law-place.ts';
import { PLACE_KINDS } from '../../src/state/map-place.ts';
import { FUEL_CHOICES } from '../../src/state/filters.ts';
import { LAYER_IDS } from '../../src/state/layers.ts';
import { THEMES, newSession } from '../../src/state/session.ts';
import type { Layers } from '../../src/state/layers.ts';
import type { Session } from '../../src/state/session.ts';
import { TODAY } from './tiny-session.ts';

const fresh = newSession(TODAY);
const id = fc.stringMatching(/^[A-Z][A-Za-z0-9-]{0,12}$/);
const words = <Word>(all: readonly Word[]) => fc.subarray([...all]);

/** Any session that clicks could make; lists stand in the order of their vocabulary. */
const session: fc.Arbitrary<Session> = fc
  .record({
    lang: fc.constantFrom('zh' as const, 'en' as const),
    theme: fc.constantFrom(...THEMES),
    asOf: fc.constantFrom('2024-02-29', '2018-01-01', TODAY),
    packs: fc.option(fc.uniqueArray(id, { maxLength: 4 })),
    choices: fc.dictionary(id, id, { maxKeys: 3, noNullPrototype: true }),
    layers: words(LAYER_IDS),
    camera: fc.option(fc.constantFrom({ lng: 112.84521, lat: 35.498, zoom: 8.25 }, { lng: -180, lat: -85, zoom: 0 })),
    selection: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
    duties: words(DUTIES),
    possible: words(DUTIES),
    certainties: words(CERTAINTIES),
    counties: fc.uniqueArray(fc.constantFrom('140502', '140525', 'unknown')),
    fuels: words(FUEL_CHOICES),
    rule: fc.option(id),
    mayRule: fc.option(id),
    law: fc.option(fc.record({ tab: fc.constantFrom(...LAW_TABS), at: fc.option(id) })),
    place: fc.option(fc.record({ kind: fc.constantFrom(...PLACE_KINDS), id })),
    site: fc.option(
      fc.record({
        lngLat: fc.option(fc.tuple(fc.constantFrom(112.9, -0.123456789), fc.constantFrom(35.5, 85))),
        kind: fc.option(fc.constantFrom(...FACILITY_KINDS)),
        fuel: fc.option(fc.constantFrom(...FUELS)),
        capacityTph: fc.option(fc.constantFrom(0, 35, 74.5)),
        use: fc.option(fc.constantFrom(...USES)),
        industry: fc.option(fc.constantFrom(...INDUSTRIES)),
      }),
    ),
    text: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    unlocated: fc.boolean(),
    sort: fc.record({ column: fc.constantFrom(...COLUMN_IDS), direction: fc.constantFrom('ascending' as const, 'descending' as const) }),
  })
  .map(({ lang, theme, asOf, packs, choices, layers, camera, selection, sort, law, place, site, ...filters }) => ({
    ...fresh,
    scenario: { asOf, packs, choices },
    view: {
      ...fresh.view,
      lang,
      theme,
      camera,
      selection,
      sort,
      law,
      place,
      site,
      filters: { ...filters, picked: null },
      layers: Object.fromEntries(LAYER_IDS.map((layer) => [layer, layers.includes(layer)])) as Layers,
    },
  }));

describe('the address', () => {
  it('is empty for a fresh session', () => {
    expect(writeAddress(fresh)).toBe('');
    expect(restoreAddress(readAddress('', TODAY))(fresh)).toEqual(fresh);
  });

  it('brings back every session that it carries', () => {
    fc.assert(
      fc.property(session, (before) => {
        expect(restoreAddress(readAddress(`#${writeAddress(before)}`, TODAY))(fresh)).toEqual(before);
      }),
    );
  });

  it('is the same address again after a reload', () => {
    fc.assert(
      fc.property(session, (before) => {
        const address = writeAddress(before);
        expect(writeAddress(restoreAddress(readAddress(address, TODAY))(fresh))).toBe(address);
      }),
    );
  });

  it.each([
    'date=2024-02-30',
    'date=0001-01-01',
    'lang=fr&theme=neon',
    'at=200,95,8',
    'at=112,35,NaN',
    'at=1e9,0,5',
    'sort=price',
    'duty=explode,<script>',
    'fuel=__proto__',
    'county=../..&rule=a b',
    'read.__proto__=x&read.=y&read.r=%3Cscript%3E',
    'unlocated=maybe',
    '%E0%A4%A',
    '&&&===',
    `find=${'x'.repeat(5000)}`,
  ])('takes the plain page for the malformed %s', (fragment) => {
    expect(restoreAddress(readAddress(fragment, TODAY))(fresh)).toEqual(fresh);
  });

  it('reads any text without failing, into words that the page knows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (fragment) => {
        const { view, scenario } = readAddress(fragment, TODAY);
        expect(scenario.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(DUTIES).toEqual(expect.arrayContaining([...view.filters.duties]));
        expect(Object.keys(view.layers).sort()).toEqual([...LAYER_IDS].sort());
      }),
    );
  });

  it('cuts a long text instead of dropping the link', () => {
    expect(readAddress(`find=${'x'.repeat(200)}`, TODAY).view.filters.text).toBe('x'.repeat(80));
  });
});
