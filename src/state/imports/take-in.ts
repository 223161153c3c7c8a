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
import { NEW_PLAN, type ImportItem, type Imports } from './imports.ts';
import { readingOf, remaining, withArriving, type Arriving } from './make-holding.ts';
import { noted } from './remember.ts';

/** A file of the desk with all that it has been read to. */
export interface Taken {
  readonly item: ImportItem;
  readonly fetched: Fetched;
}

/**
 * Takes files into the session, as one step of the data: a project file first, since it stands in the place of everything;
 * then data, upon what is there by then; then law and mappings. The desk is cleared of them.
 */
export function takeIn(taken: readonly Taken[]): Command {
  return (session) => {
    const opened = taken.reduce(withProject, session);
    const arriving = taken.flatMap(({ item, fetched }): readonly Arriving[] => {
      const read = readingOf(fetched);
      return read === null ? [] : [{ item, read }];
    });
    const joined = arriving.length === 0 ? opened : withData(opened, arriving);
    const known = taken.reduce(withDocument, joined);
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

function withData(session: Session, arriving: readonly Arriving[]): Session {
  const { holdings, plan } = session.imports;
  const { made } = holdings.present;
  if (made === null) return session;
  const kinds: readonly DataKind[] = [...new Set(arriving.map(({ read: { what } }) => what))];
  const next = withArriving(remaining(holdings.present, made, plan, kinds), arriving);
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
