import type { BoundRule } from '../../assess/assessment.ts';
import { lies } from '../../domain/division.ts';
import type { Condition } from '../../policy/condition.ts';
import { nodesOf } from '../../policy/conditions.ts';
import type { KnownPlace } from '../../state/selectors/place.ts';

/** The rules in force that ask whether a facility lies in such a zone, or in this park, and that bind where it is. */
export function rulesOfPlace(place: Extract<KnownPlace, { readonly kind: 'zone' | 'park' }>, rules: readonly BoundRule[]): readonly BoundRule[] {
  const codes = place.kind === 'park' ? place.record.divisionCodes : place.record.divisionCode === null ? [] : [place.record.divisionCode];
  // A place of a whole province is also a place of its cities; one whose division is unknown may be anywhere.
  const binds = (jurisdiction: string): boolean => codes.length === 0 || codes.some((code) => lies(code, jurisdiction) || lies(jurisdiction, code));
  const speaks = (condition: Condition): boolean =>
    [...nodesOf(condition)].some((node) =>
      place.kind === 'zone'
        ? 'inZone' in node && (node.inZone.includes(place.record.kind) || node.minus?.includes(place.record.kind) === true)
        : 'inPark' in node && node.inPark.includes(place.record.name),
    );
  return rules.filter(({ rule, pack }) => binds(pack.jurisdiction) && [rule.subject, rule.when, ...rule.unless.map(({ condition }) => condition)].some(speaks));
}
