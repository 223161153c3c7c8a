import { revisionOf } from '../../draft/revision.ts';
import type { ProjectFile } from '../../ingest/read-project-file.ts';
import { receiveCity } from '../commands/receive-city.ts';
import type { City } from '../city.ts';
import type { Holding } from '../imports/imports.ts';
import { madeOf } from '../imports/make-holding.ts';
import { recordStep } from '../record-step.ts';
import type { Command } from '../session.ts';
import { IDLE } from './drafts.ts';

/**
 * Opens a project file in the place of what is on the page: its data, law, day and scenarios. The scenarios at hand and
 * the data are one undo away together. Data that is the same stays as it is, so that nothing need be worked out again.
 *
 * @param kept under which the file itself is kept, to be read again after a reload.
 */
export function openProject({ data, policies, packs, choices, asOf, workbook }: Omit<ProjectFile, 'product'>, kept: { readonly file: string; readonly name: string }): Command {
  return (session) => {
    const { city } = session;
    const isSame = city.kind === 'ready' && data.inputs.length > 0 && revisionOf(city.city.project) === revisionOf(data);
    const next: City = { project: isSame ? city.city.project : data, packs: policies };
    const stepped = recordStep(session, isSame ? { workbook } : { workbook, holding: holdingOf(next, kept) });
    const opened = receiveCity(next)(stepped);
    return {
      ...opened,
      imports: isSame ? stepped.imports : { ...stepped.imports, lost: null },
      scenario: { asOf, packs, choices },
      drafts: { ...stepped.drafts, pencil: IDLE },
      live: null,
      baseline: null,
      view: { ...session.view, selection: null, camera: isSame ? session.view.camera : null },
    };
  };
}

function holdingOf(city: City, { file, name }: { readonly file: string; readonly name: string }): Holding {
  return { base: { kind: 'project', file, name }, gone: [], loaded: [], made: madeOf(city, [], []) };
}
