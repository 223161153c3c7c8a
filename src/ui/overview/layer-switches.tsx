import { ZONE_KINDS } from '../../domain/zone.ts';
import { toggleLayer } from '../../state/commands/toggle-layer.ts';
import { LAYER_IDS } from '../../state/layers.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { useWords } from '../parts/words.ts';
import { LayerSwatch, ZoneSwatch } from './layer-swatch.tsx';

/** What the map shows, and how it draws it. */
export function LayerSwitches() {
  const { w } = useWords();
  const apply = useApply();
  const layers = useSession((session) => session.view.layers);
  return (
    <section className="panel-section">
      <h2>{w.layersTitle}</h2>
      <ul className="layers">
        {LAYER_IDS.map((id) => (
          <li key={id}>
            <label className="layer-row">
              <input
                type="checkbox"
                checked={layers[id]}
                onChange={() => {
                  apply(toggleLayer(id));
                }}
              />
              <LayerSwatch id={id} />
              <span>{w.layers[id]}</span>
            </label>
            {id === 'zones' && layers.zones && <ZoneLegend />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The kinds of zones that are loaded. */
function ZoneLegend() {
  const { t } = useWords();
  const zones = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.zones : undefined));
  const kinds = ZONE_KINDS.filter((kind) => zones?.some((zone) => zone.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <ul className="zone-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <ZoneSwatch kind={kind} />
          {t.zoneKind[kind]}
        </li>
      ))}
    </ul>
  );
}
