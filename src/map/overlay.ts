import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { nextTask } from '../worker/next-task.ts';

/** deck.gl on top of a map, able to come back after its graphics context is lost. */
export interface Overlay {
  setLayers(layers: readonly Layer[]): void;
  /** Starts anew with the same layers: maplibre recovers from a lost context by itself, deck.gl 9.4 does not. */
  rebuild(layers: readonly Layer[]): void;
  remove(): void;
}

/** `onDrawn` is called once, after the first picture; `onLost` whenever the overlay's own context is gone. */
export function addOverlay(map: MapLibreMap, onDrawn: () => void, onLost: () => void): Overlay {
  let drawn = false;
  let isRemoved = false;
  let current: MapLibreOverlay | null = null;
  let shown: readonly Layer[] = [];
  const start = (): void => {
    const overlay = new MapLibreOverlay({
      interleaved: false,
      layers: [...shown],
      onAfterRender: () => {
        if (drawn) return;
        drawn = true;
        // The marks are reached through the map's own canvas; this one would be a stop without a name.
        for (const canvas of map.getContainer().querySelectorAll<HTMLCanvasElement>('canvas:not(.maplibregl-canvas)')) {
          canvas.tabIndex = -1;
          canvas.setAttribute('aria-hidden', 'true');
        }
        onDrawn();
      },
      onDeviceInitialized: (device) => {
        void device.lost.then(() => {
          if (overlay === current) onLost();
        });
      },
    });
    current = overlay;
    map.addControl(overlay);
  };
  // A second graphics context in a task of its own: opening the map has made the first.
  void nextTask().then(() => {
    if (!isRemoved && current === null) start();
  });
  return {
    setLayers: (layers) => {
      shown = layers;
      current?.setProps({ layers: [...layers] });
    },
    rebuild: (layers) => {
      shown = layers;
      if (current !== null) map.removeControl(current);
      start();
    },
    remove: () => {
      isRemoved = true;
      if (current !== null) map.removeControl(current);
    },
  };
}
