import type { LayerId } from '../layers.ts';
import type { Command } from '../session.ts';

export function toggleLayer(id: LayerId): Command {
  return (session) => {
    const { layers } = session.view;
    return { ...session, view: { ...session.view, layers: { ...layers, [id]: !layers[id] } } };
  };
}
