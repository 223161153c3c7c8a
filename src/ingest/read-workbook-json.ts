import type { DraftZone, Plan, Scenario, Workbook } from '../domain/scenario.ts';
import { PLAN_CHOICES } from '../domain/scenario.ts';
import { ZONE_KINDS } from '../domain/zone.ts';
import { BAD, also, anyText, flag, isoDay, keyPath, list, note, notNegative, nullable, object, oneOf, positive, text, type Notes, type Reader } from '../policy/pack-reader.ts';
import { soundPolygons } from './read-place-json.ts';
import { recordOf } from './read-project-json.ts';

const draftZone: Reader<DraftZone> = object<Omit<DraftZone, 'accuracyM'>, { accuracyM: number }>(
  {
    id: text,
    name: anyText,
    kind: oneOf(ZONE_KINDS),
    class: nullable(oneOf([1, 2, 3])),
    polygons: soundPolygons,
    replaces: nullable(anyText),
  },
  { accuracyM: notNegative },
);

const statedPlan = object<Omit<Plan, 'replacement'>, { replacement: string | null }>({ choice: oneOf(PLAN_CHOICES), reason: anyText }, { replacement: nullable(anyText) });
/** A plan that says nothing of a replacement states none. */
const plan: Reader<Plan> = (value, path, notes) => {
  const read = statedPlan(value, path, notes);
  return read === BAD ? BAD : { replacement: null, ...read };
};

const scenario = object<Scenario>({
  id: text,
  name: anyText,
  description: anyText,
  zones: also(list(draftZone), noneTwice),
  reachM: recordOf(positive),
  readings: recordOf(anyText),
  plans: recordOf(plan),
  forkedFrom: nullable(anyText),
  frozen: flag,
  dataRevision: anyText,
  madeOn: isoDay,
});

/** Scenarios as our own files and the browser's store hold them. */
export const workbookJson: Reader<Workbook> = also(
  object<Workbook>({ scenarios: also(list(scenario), noneTwice), open: nullable(anyText) }),
  ({ scenarios, open }, path, notes) => {
    if (open !== null && !scenarios.some(({ id }) => id === open)) {
      note(notes, keyPath(path, 'open'), 'reference', scenarios.map(({ id }) => id).join(' | ') || 'null', open);
    }
  },
);

function noneTwice(entries: readonly { readonly id: string }[], path: string, notes: Notes): void {
  const seen = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (seen.has(id)) note(notes, `${path}[${i}].id`, 'duplicate', 'another id', id);
    seen.add(id);
  }
}
