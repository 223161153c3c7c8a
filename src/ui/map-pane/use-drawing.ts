import { useMemo } from 'react';
import type { HeatSource } from '../../domain/heat-source.ts';
import type { DrawScene, Highlight } from '../../map/draw/draw-types.ts';
import { dragShape, shapeDraft, takeBackPoint } from '../../state/drafts/draft-commands.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { draftRowsOf, stirredOf } from '../../state/selectors/draft-effects.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { finishNow, putAndFinish } from '../draw/draft-acts.ts';
import { useTheme } from '../parts/use-theme.ts';
import { useWords } from '../parts/words.ts';

const NO_SOURCES: readonly HeatSource[] = [];

/** Candidates and pencil as the map sees them; `null` while no scenario is open. */
export function useDrawing(): DrawScene | null {
  const store = useSessionStore();
  const apply = useApply();
  const { lang } = useWords();
  const theme = useTheme();
  const isOpen = useSession(({ drafts }) => openScenarioOf(drafts) !== null);
  const pencil = useSession(({ drafts }) => drafts.pencil);
  const rows = useSession(draftRowsOf);
  const stirred = useSession(stirredOf);
  const project = useSession(({ city }) => (city.kind === 'ready' ? city.city.project : null));

  const drafts = useMemo(() => rows.map(({ draft, polygons }) => ({ id: draft.id, polygons })), [rows]);
  const highlights = useMemo(
    (): readonly Highlight[] =>
      stirred.flatMap(({ index, kind }) => {
        const at = project?.facilities[index]?.lngLat ?? null;
        return at === null ? [] : [{ lng: at[0], lat: at[1], kind }];
      }),
    [stirred, project],
  );
  const inHand = pencil.kind === 'edit' ? pencil.draft : null;
  const others = useSession(({ drafts: all }) => openScenarioOf(all)?.zones ?? null);
  const snapAreas = useMemo(
    () => [
      ...(project?.zones ?? []).map(({ polygons }) => polygons),
      ...(project?.divisions ?? []).map(({ polygons }) => polygons),
      ...(others ?? []).filter(({ id }) => id !== inHand).map(({ polygons }) => polygons),
    ],
    [project, others, inHand],
  );
  const sources = project?.heatSources ?? NO_SOURCES;
  const steps = useMemo(
    (): Pick<DrawScene, 'onPoints' | 'onTakeBack' | 'onFinish' | 'onShape'> => ({
      onPoints: (points) => {
        putAndFinish(store, points);
      },
      onTakeBack: () => {
        apply(takeBackPoint);
      },
      onFinish: () => {
        finishNow(store);
      },
      onShape: (area, vertex, isDone) => {
        apply(isDone ? shapeDraft(area, vertex) : dragShape(area, vertex));
      },
    }),
    [apply, store],
  );
  return useMemo(
    () => (isOpen ? { pencil, drafts, highlights, snapAreas, sources, theme, lang, ...steps } : null),
    [isOpen, pencil, drafts, highlights, snapAreas, sources, theme, lang, steps],
  );
}
