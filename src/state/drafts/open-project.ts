import { revisionOf } from '../../draft/revision.ts';
import type { ProjectFile } from '../../ingest/read-project-file.ts';
import { receiveCity } from '../commands/receive-city.ts';
import { record } from '../history.ts';
import type { Command } from '../session.ts';
import { IDLE } from './drafts.ts';

/**
 * Opens a project file in the place of what is on the page: its data, law, day and scenarios. The scenarios at hand are one
 * undo away. Data that is the same stays as it is, so that nothing need be worked out again.
 */
export function openProject({ data, policies, packs, choices, asOf, workbook }: Omit<ProjectFile, 'product'>): Command {
  return (session) => {
    const { city, drafts } = session;
    const isSame = city.kind === 'ready' && data.inputs.length > 0 && revisionOf(city.city.project) === revisionOf(data);
    const opened = receiveCity({ project: isSame ? city.city.project : data, packs: policies })(session);
    return {
      ...opened,
      scenario: { asOf, packs, choices },
      drafts: { ...drafts, history: record(drafts.history, workbook), pencil: IDLE },
      live: null,
      baseline: null,
      view: { ...session.view, selection: null, camera: isSame ? session.view.camera : null },
    };
  };
}
