import { finish, type Steps } from '../../base/steps.ts';
import type { Facility } from '../../domain/facility.ts';
import type { DataKind } from '../../ingest/layer-kind.ts';
import { parseRulePack } from '../../policy/parse-rule-pack.ts';
import type { Fetched } from '../../worker/run-imports.ts';
import { addOwnPack } from '../commands/change-own-packs.ts';
import { openProject } from '../drafts/open-project.ts';
import { recordStep } from '../record-step.ts';
import type { Command, Session } from '../session.ts';
import { showCity } from './holdings.ts';
import { withImports } from './import-commands.ts';
import { NEW_PLAN, type Holding, type ImportItem, type ImportPlan, type Imports, type Made } from './imports.ts';
import { readingOf, remaining, withArriving, type Arriving } from './make-holding.ts';
import { noted } from './remember.ts';

/** A file of the desk with all that it has been read to. */
export interface Taken {
  readonly item: ImportItem;
  readonly fetched: Fetched;
}

/** The data of files put on what was there, ahead of the command: with a long ledger that takes its time. */
export interface Joined {
  readonly on: Made;
  readonly holding: Holding & { readonly made: Made };
}

/** Puts the data of files on what is there, in short stretches; `null` where the files are no data alone. */
export function* joining({ holdings: { present }, plan }: Imports, taken: readonly Taken[]): Steps<Joined | null> {
  const arriving = arrivingOf(taken);
  if (present.made === null || arriving.length === 0 || taken.some(({ fetched: { head } }) => head.kind === 'project')) return null;
  return { on: present.made, holding: yield* holdingWith(present, present.made, plan, arriving) };
}

function* holdingWith(present: Holding, made: Made, plan: ImportPlan, arriving: readonly Arriving[]): Steps<Joined['holding']> {
  const kinds: readonly DataKind[] = [...new Set(arriving.map(({ read: { what } }) => what))];
  return yield* withArriving(yield* remaining(present, made, plan, kinds), arriving);
}

function arrivingOf(taken: readonly Taken[]): readonly Arriving[] {
  return taken.flatMap(({ item, fetched }): readonly Arriving[] => {
    const read = readingOf(fetched);
    return read === null ? [] : [{ item, read }];
  });
}

/**
 * Takes files into the session, as one step of the data: a project file first, since it stands in the place of everything;
 * then data, upon what is there by then; then law and mappings. The desk is cleared of them.
 */
export function takeIn(taken: readonly Taken[], joined: Joined | null = null): Command {
  return (session) => {
    const opened = taken.reduce(withProject, session);
    const arriving = arrivingOf(taken);
    const loaded = arriving.length === 0 ? opened : withData(opened, arriving, joined);
    const known = taken.reduce(withDocument, loaded);
    const done = new Set(taken.map(({ item }) => item.id));
    return withImports((imports) => ({
      ...imports,
      items: imports.items.filter(({ id }) => !done.has(id)),
      plan: NEW_PLAN,
      difference: { kind: 'none' },
      taking: null,
    }))(known);
  };
}

function withProject(session: Session, { item, fetched: { head, accepted } }: Taken): Session {
  if (head.kind !== 'project') return session;
  const { file } = head;
  // They were taken off the file to cross in pieces.
  const facilities = accepted as readonly Facility[];
  return openProject({ ...file, data: { ...file.data, facilities } }, item)(session);
}

function withData(session: Session, arriving: readonly Arriving[], joined: Joined | null): Session {
  const { holdings, plan } = session.imports;
  const { made } = holdings.present;
  if (made === null) return session;
  const next = joined?.on === made ? joined.holding : finish(holdingWith(holdings.present, made, plan, arriving));
  const stepped = recordStep(session, { holding: next });
  const imports: Imports = {
    ...stepped.imports,
    remembered: arriving.reduce(remember, session.imports.remembered),
    lost: null,
  };
  return showCity(next.made.city)({ ...stepped, imports });
}

function remember(before: Imports['remembered'], { item: { answers }, read: { what, reading } }: Arriving): Imports['remembered'] {
  const { mapping, crs, groups } = answers;
  if (reading.mapping === undefined) return before;
  return noted(before, reading.mapping.columns.map(({ header }) => header), { kind: what, mapping, crs, groups });
}

function withDocument(session: Session, { item, fetched: { head } }: Taken): Session {
  if (head.kind === 'mapping') {
    const { mapping } = head;
    const remembered = noted(session.imports.remembered, mapping.columns.map(({ header }) => header), { kind: 'facilities', mapping, crs: null, groups: null });
    return { ...session, imports: { ...session.imports, remembered } };
  }
  if (head.kind !== 'policy') return session;
  const pack = parseRulePack(JSON.parse(head.text));
  return pack.ok ? addOwnPack({ file: item.name, text: head.text, pack: pack.value, problems: [] })(session) : session;
}
