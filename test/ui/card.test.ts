import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/assess/finding.ts';
import { selectFacility } from '../../src/state/commands/select-facility.ts';
import { findingsOf } from '../../src/state/selectors/findings.ts';
import { ledgerOf } from '../../src/state/selectors/ledger.ts';
import { selectedOf } from '../../src/state/selectors/selected.ts';
import { boundRule, groupFindings } from '../../src/ui/card/group-findings.ts';
import { sourcesWithinReach, zonesAround } from '../../src/ui/card/surroundings.ts';
import { verdictWords } from '../../src/ui/card/verdict-words.ts';
import { verdictOfLook } from '../../src/map/map-marks.ts';
import { mapMarks, mapSources } from '../../src/ui/map-pane/map-data.ts';
import { countiesOf, divisionName } from '../../src/ui/parts/counties.ts';
import { fieldNames } from '../../src/ui/parts/field-names.ts';
import { policyStanding } from '../../src/ui/parts/policy-standing.ts';
import { terms } from '../../src/text/terms.ts';
import { ui } from '../../src/text/ui.ts';
import { division, HOME, pack, rule, square, zone } from '../assess/tiny.ts';
import { PACKS, answeredSession } from '../state/tiny-session.ts';

const session = answeredSession({ zones: [zone({ polygons: square(HOME, 0.2) })] });
const answer = session.run.answer;
if (answer === null) throw new Error('no answer');

describe('verdictWords', () => {
  const zh = { w: ui.zh, t: terms.zh };

  it.each([
    ['close', 'close', '须关停淘汰'],
    ['none', 'none', '无要求'],
    ['retrofit', 'close', '至少提标改造；可能须关停淘汰'],
    ['none', 'close', '可能须关停淘汰'],
  ] as const)('%s, possibly %s: %s', (duty, possibleDuty, words) => {
    expect(verdictWords(zh, { duty, possibleDuty })).toBe(words);
  });
});

describe('groupFindings', () => {
  const finding = (id: string, outcome: Finding['outcome']): Finding => ({ rule: id, pack: 'P', article: '', outcome, marginM: null, missing: [], evidence: [], grounds: [], clause: null, heldBy: null });

  it('asks in the reader\'s order, the strongest duty first, and loses nothing', () => {
    const duties = { x: 'inspect', y: 'close', z: 'retrofit' } as const;
    const all = [finding('x', 'applies'), finding('z', 'outside'), finding('y', 'applies'), finding('x', 'unknown')];
    const groups = groupFindings(all, ({ rule: id }) => duties[id as keyof typeof duties]);
    expect(groups.map(({ outcome, findings }) => [outcome, findings.map(({ rule: id }) => id).join('')])).toEqual([
      ['applies', 'yx'],
      ['unknown', 'x'],
      ['outside', 'z'],
    ]);
  });

  it('finds the rule of every finding, and throws on one that no pack has', () => {
    for (const one of findingsOf(answer, 0)) expect(boundRule(PACKS, one).rule.id).toBe(one.rule);
    expect(() => boundRule(PACKS, finding('nobody', 'applies'))).toThrow('P/nobody');
  });
});

describe('what lies round a facility', () => {
  it('lists the zones that contain it', () => {
    expect(zonesAround(answer, 3).map(({ id }) => id)).toEqual(['Z1']);
    expect(zonesAround(answer, 2)).toEqual([]);
    expect(zonesAround(answer, 4)).toEqual([]);
  });

  it('lists the heat sources within whose reach it lies', () => {
    expect(sourcesWithinReach(answer, 0)).toMatchObject([{ source: { id: 'S1' }, reachM: 30_000, eligible: 'yes' }]);
    expect(sourcesWithinReach(answer, 0)[0]?.distanceM).toBeCloseTo(10_000, 3);
    expect(sourcesWithinReach(answer, 2)).toEqual([]);
  });
});

describe('what the map is given', () => {
  it('has no point for a facility without a position', () => {
    const ledger = ledgerOf(session);
    if (ledger === null) throw new Error('no ledger');
    const { facility, lng, look } = mapMarks(ledger, [0, 2, 4, 6]);
    expect([...facility]).toEqual([0, 2]);
    expect(lng[1]).toBe(ledger.rows[2]?.facility.lngLat?.[0]);
    expect(verdictOfLook(look[1] ?? 0)).toEqual({ duty: 'none', possibleDuty: 'close', certainty: 'unknown' });
  });

  it('has every source with its reach and whether it counts', () => {
    expect(mapSources(answer)).toMatchObject([{ source: { id: 'S1' }, eligible: 'yes', reachM: 30_000 }]);
  });

  it('selects by the same row as the table', () => {
    expect(selectedOf(selectFacility('c')(session))?.index).toBe(2);
  });
});

describe('names', () => {
  const divisions = [division('140525', [], { name: '泽州县', nameEn: 'Zezhou' }), division('140500', [], { level: 'prefecture', name: '晋城市' })];

  it('lists the counties, then what else is spoken of, then the unknown', () => {
    expect(countiesOf(divisions, ['unknown', '140500', '149999'], 'zh', '未知').map(({ name }) => name)).toEqual(['泽州县', '晋城市', '149999', '未知']);
    expect(countiesOf(divisions, [], 'en', '?').map(({ name }) => name)).toEqual(['Zezhou']);
  });

  it('has no name for a division that is not loaded', () => {
    expect(divisionName(divisions, null, 'zh')).toBeNull();
    expect(divisionName(divisions, '1', 'zh')).toBeNull();
  });

  it('names a missing fact once', () => {
    expect(fieldNames(terms.zh, ['capacityTph', 'fuel', 'capacityTph'])).toEqual(['容量', '燃料']);
  });
});

describe('policyStanding', () => {
  const rules = [rule({ id: 'a', standing: true }), rule({ id: 'b' })];
  const winter = pack(rules, { inForce: { from: '2020-10-01', until: '2021-03-31' } });

  it.each([
    ['2020-09-30', 'notYet', 0],
    ['2020-10-01', 'inForce', 2],
    ['2021-03-31', 'inForce', 2],
    ['2021-04-01', 'lapsed', 1],
  ] as const)('on %s: %s with %i rules', (day, state, count) => {
    const { state: found, rules: binding, standing } = policyStanding(winter, day);
    expect([found, binding]).toEqual([state, count]);
    expect(standing.map(({ id }) => id)).toEqual(state === 'notYet' ? [] : ['a']);
  });
});
