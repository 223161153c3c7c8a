import type { Map as MapLibreMap } from 'maplibre-gl';
import type { DrawScene } from './draw-types.ts';
import type { OpenDraw } from './open-draw.ts';

/** Drawing, fetched once the map stands, so that the first corner finds it there, and opened when there is first something to draw. */
export function lazyDraw(map: MapLibreMap): { readonly update: (scene: DrawScene | null) => void; readonly close: () => void } {
  let wanted: DrawScene | null = null;
  let draw: OpenDraw | null = null;
  let isFetching = false;
  let isClosed = false;
  map.once('idle', () => {
    // What fails here is asked for again when it is needed.
    import('./open-draw.ts').catch(() => undefined);
  });
  const open = async (): Promise<void> => {
    isFetching = true;
    try {
      const { openDraw } = await import('./open-draw.ts');
      if (!isClosed && wanted !== null) draw = openDraw(map, wanted);
    } finally {
      // A chunk that could not be fetched is asked for again by the next change.
      isFetching = false;
    }
  };
  return {
    update(scene) {
      wanted = scene;
      if (scene === null) {
        draw?.close();
        draw = null;
      } else if (draw !== null) draw.update(scene);
      else if (!isFetching) void open();
    },
    close() {
      isClosed = true;
      draw?.close();
    },
  };
}
