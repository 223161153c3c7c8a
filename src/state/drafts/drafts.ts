import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import type { Scenario, Workbook } from '../../domain/scenario.ts';
import { NO_WORK } from '../../domain/scenario.ts';
import type { DraftProblem } from '../../draft/draft-problem.ts';
import type { VertexPlace } from '../../draft/vertices.ts';
import type { History } from '../history.ts';
import { newHistory } from '../history.ts';

export const SKETCH_TOOLS = ['polygon', 'rectangle', 'circle', 'freehand', 'trace', 'hole', 'split'] as const;
export type SketchTool = (typeof SKETCH_TOOLS)[number];

/** What the pencil is at. It is kept apart from the work: only a sound outline becomes part of it. */
export type Pencil =
  | { readonly kind: 'idle' }
  /** Corners put so far; `draft` is what a hole or a cutting line is for; `problem` why it could not be finished. */
  | { readonly kind: 'sketch'; readonly tool: SketchTool; readonly points: readonly LngLat[]; readonly draft: string | null; readonly problem: DraftProblem['code'] | null }
  /** An outline in hand. `area` may have crossing edges, which keeps it out of the work until they are gone. */
  | { readonly kind: 'edit'; readonly draft: string; readonly area: MultiPolygon; readonly vertex: VertexPlace | null };

/** How safe the work is. */
export type Saving =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly code: 'storage-full' | 'storage-refused' };

/** Work of another time or tab, found on the shelf at the start. */
export interface Recoverable {
  readonly id: string;
  readonly savedAt: string;
  readonly workbook: Workbook;
}

/** What was found: newest first, and how many records no version known here can read. */
export interface Recovery {
  readonly found: readonly Recoverable[];
  readonly unreadable: number;
}

/** Everything about candidate zones and scenarios; the history is the part that can be undone. */
export interface Drafts {
  readonly history: History<Workbook>;
  readonly pencil: Pencil;
  readonly saving: Saving;
  readonly recovery: Recovery;
}

export const IDLE: Pencil = { kind: 'idle' };

export const NO_DRAFTS: Drafts = { history: newHistory(NO_WORK), pencil: IDLE, saving: { kind: 'nothing' }, recovery: { found: [], unreadable: 0 } };

/** The open scenario; `null` is today's law. */
export function openScenarioOf({ history }: Drafts): Scenario | null {
  const { scenarios, open } = history.present;
  return scenarios.find(({ id }) => id === open) ?? null;
}
