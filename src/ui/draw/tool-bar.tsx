import { useState } from 'react';
import { uniqueKeys } from '../../base/unique-keys.ts';
import { useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { useWords } from '../parts/words.ts';
import { addZone, takeTool } from './draft-acts.ts';
import { JoinDivisions } from './join-divisions.tsx';
import { PasteCorners } from './paste-corners.tsx';

const TOOLS = ['polygon', 'rectangle', 'circle', 'freehand', 'trace'] as const;

/** How a new candidate comes to be: drawn, pasted, joined, or begun from an enacted zone. */
export function ToolBar() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const [form, setForm] = useState<'paste' | 'divisions' | null>(null);
  const inUse = useSession(({ drafts }) => (drafts.pencil.kind === 'sketch' ? drafts.pencil.tool : null));
  const close = (): void => {
    setForm(null);
  };
  return (
    <fieldset className="draft-tools">
      <legend>{w.tools}</legend>
      <div className="draft-toolbar">
        {TOOLS.map((tool) => (
          <button
            key={tool}
            type="button"
            className="button"
            aria-pressed={inUse === tool}
            onClick={() => {
              close();
              takeTool(store, tool);
            }}
          >
            {w.tool[tool]}
          </button>
        ))}
        {(['paste', 'divisions'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-expanded={form === name}
            onClick={() => {
              setForm(form === name ? null : name);
            }}
          >
            {w[name]}
          </button>
        ))}
      </div>
      {form === 'paste' && <PasteCorners onDone={close} />}
      {form === 'divisions' && <JoinDivisions onDone={close} />}
      <CopyZone />
    </fieldset>
  );
}

/** A copy of an enacted zone to go on from; in the scenario it takes that zone's place. */
function CopyZone() {
  const { lang, t } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const zones = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.zones : null));
  if (zones === null || zones.length === 0) return null;
  const keys = uniqueKeys(zones.map(({ id }) => id));
  return (
    <select
      className="select draft-wide"
      aria-label={w.copyZone}
      value=""
      onChange={({ target }) => {
        const zone = zones[Number(target.value)];
        if (zone === undefined) return;
        addZone(store, zone.polygons, { name: zone.name, kind: zone.kind, class: zone.class, replaces: keys[Number(target.value)] ?? null });
      }}
    >
      <option value="">{w.copyZone}…</option>
      {zones.map(({ name, kind }, i) => (
        <option key={keys[i]} value={i}>
          {name} · {t.zoneKind[kind]}
        </option>
      ))}
    </select>
  );
}
