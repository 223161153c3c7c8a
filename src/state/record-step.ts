import type { Workbook } from '../domain/scenario.ts';
import { record, stepAside } from './history.ts';
import type { Holding } from './imports/imports.ts';
import type { Session } from './session.ts';

/**
 * Takes a step of the work, of the data, or of both at once. Each keeps a history of its own, for data is heavy; the numbers
 * make one list of them, and what is undone in either is out of reach from now on.
 */
export function recordStep(session: Session, next: { readonly workbook?: Workbook; readonly holding?: Holding }, group: string | null = null): Session {
  const { drafts, imports } = session;
  const { history } = drafts;
  const { holdings } = imports;
  const step = 1 + Math.max(0, ...history.steps, ...holdings.steps);
  const work = next.workbook === undefined ? history : record(history, next.workbook, step, group);
  const data = next.holding === undefined ? holdings : record(holdings, next.holding, step);
  if (work === history && data === holdings) return session;
  const workNow = work === history ? stepAside(history) : work;
  const dataNow = data === holdings ? stepAside(holdings) : data;
  return {
    ...session,
    drafts: workNow === history ? drafts : { ...drafts, history: workNow },
    imports: dataNow === holdings ? imports : { ...imports, holdings: dataNow },
  };
}
