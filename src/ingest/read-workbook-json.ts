import type { DraftZone, Plan, Scenario, Workbook } from '../domain/scenario.ts';
import { PLAN_CHOICES } from '../domain/scenario.ts';
import { ZONE_KINDS } from '../domain/zone.ts';
import { also, anyText, flag, isoDay, keyPath, list, note, nullable, object, oneOf, positive, text, type Notes, type Reader } from '../policy/pack-reader.ts';
import { soundPolygons } from './read-place-json.ts';
import { recordOf } from './read-project-json.ts';

const draftZone = object<DraftZone>({
  id: text,
  name: anyText,
  kind: oneOf(ZONE_KINDS),
  class: nullable(oneOf([1, 2, 3])),
  polygons: soundPolygons,
  replaces: nullable(anyText),
});

const plan = object<Plan>({ choice: oneOf(PLAN_CHOICES), reason: anyText });

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
