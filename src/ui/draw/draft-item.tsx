import { useState } from 'react';
import { uniqueKeys } from '../../base/unique-keys.ts';
import type { MultiPolygon } from '../../domain/place.ts';
import { ZONE_KINDS, type ZoneKind } from '../../domain/zone.ts';
import { muOf } from '../../draft/measures.ts';
import { editDraft, settleWork, takePencil, work } from '../../state/drafts/draft-commands.ts';
import { IDLE } from '../../state/drafts/drafts.ts';
import { changeDraft, removeDraft } from '../../state/drafts/edit-workbook.ts';
import type { DraftRow } from '../../state/selectors/draft-effects.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { formatArea } from '../../text/draw-formats.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { addZone, takeTool } from './draft-acts.ts';
import { OverlayForm } from './overlay-form.tsx';
import { SimplifyForm } from './simplify-form.tsx';
import { tphText } from './tally-text.ts';

interface Props {
  readonly row: DraftRow;
  readonly scenario: string;
  readonly isFrozen: boolean;
}

/** One candidate: what it is, how large, whom it holds, and what can be done with it. */
export function DraftItem({ row, scenario, isFrozen }: Props) {
  const { lang, t } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const { draft, areaM2, inside, near, isFlawed, isInHand } = row;
  const change = (parts: Parameters<typeof changeDraft>[2], group: string | null = null): void => {
    apply(work(changeDraft(scenario, draft.id, parts), group));
  };
  return (
    <li className={isInHand ? 'draft-item is-in-hand' : 'draft-item'}>
      {isFrozen ? (
        <strong>{draft.name}</strong>
      ) : (
        <input
          className="draft-name"
          aria-label={w.zoneName}
          value={draft.name}
          maxLength={60}
          onChange={({ target }) => {
            change({ name: target.value }, `zone-name:${draft.id}`);
          }}
          onBlur={() => {
            apply(settleWork);
          }}
        />
      )}
      <div className="draft-row">
        <select
          className="select"
          aria-label={w.zoneKind}
          value={draft.kind}
          disabled={isFrozen}
          onChange={({ target }) => {
            change({ kind: target.value as ZoneKind, class: null });
          }}
        >
          {ZONE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.zoneKind[kind]}
            </option>
          ))}
        </select>
        {draft.kind === 'noBurn' && (
          <select
            className="select"
            aria-label={w.zoneClass}
            value={draft.class ?? ''}
            disabled={isFrozen}
            onChange={({ target }) => {
              change({ class: CLASSES.find((number) => String(number) === target.value) ?? null });
            }}
          >
            <option value="">{w.classOpen}</option>
            {CLASSES.map((number) => (
              <option key={number} value={number}>
                {t.zoneClass[number]}
              </option>
            ))}
          </select>
        )}
      </div>
      <Replaced of={draft.replaces} />
      <p>{formatArea(lang, areaM2, muOf(areaM2))}</p>
      {isFlawed ? (
        <p className="draft-warning" role="alert">
          {w.flaw}
        </p>
      ) : (
        <>
          <p className="draft-inside">{w.inside(formatCount(lang, inside.count), tphText(lang, inside))}</p>
          {near > 0 && <p className="hint">{w.near(formatCount(lang, near))}</p>}
        </>
      )}
      {!isFrozen && <Actions row={row} scenario={scenario} />}
    </li>
  );
}

const CLASSES = [1, 2, 3] as const;

function Replaced({ of: key }: { readonly of: string | null }) {
  const { lang } = useWords();
  const zones = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.zones : null));
  if (key === null || zones === null) return null;
  const zone = zones[uniqueKeys(zones.map(({ id }) => id)).indexOf(key)];
  return <p className="hint">{drawWords[lang].replaces(zone?.name ?? key)}</p>;
}

function Actions({ row: { draft, polygons, isInHand, isFlawed }, scenario }: Omit<Props, 'isFrozen'>) {
  const { lang } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const store = useSessionStore();
  const [form, setForm] = useState<'simplify' | 'overlay' | null>(null);
  const reshape = (area: MultiPolygon): void => {
    apply(takePencil(IDLE));
    apply(work(changeDraft(scenario, draft.id, { polygons: area })));
    setForm(null);
  };
  const toggle = (name: 'simplify' | 'overlay') => (): void => {
    setForm(form === name ? null : name);
  };
  const acts: readonly (readonly [label: string, act: () => void])[] = [
    isInHand
      ? [isFlawed ? w.dropShape : w.doneEditing, () => { apply(takePencil(IDLE)); }]
      : [w.edit, () => { apply(editDraft(draft.id)); }],
    [w.tool.hole, () => { takeTool(store, 'hole', draft.id); }],
    [w.tool.split, () => { takeTool(store, 'split', draft.id); }],
    [w.overlay, toggle('overlay')],
    [w.simplify, toggle('simplify')],
    [w.copy, () => { addZone(store, draft.polygons, { name: w.copyName(draft.name), kind: draft.kind, class: draft.class }); }],
    [w.remove, () => {
      apply(takePencil(IDLE));
      apply(work(removeDraft(scenario, draft.id)));
    }],
  ];
  return (
    <>
      {isInHand && <p className="hint">{w.editing}</p>}
      <div className="draft-row draft-acts">
        {/* An outline with crossing edges is mended or given up; nothing else takes it out of the hand. */}
        {(isFlawed ? acts.slice(0, 1) : acts).map(([label, act]) => (
          <button key={label} type="button" className="button button-link" aria-label={`${label} ${draft.name}`} onClick={act}>
            {label}
          </button>
        ))}
      </div>
      {form === 'simplify' && <SimplifyForm polygons={polygons} onSimplified={reshape} />}
      {form === 'overlay' && <OverlayForm draft={draft.id} polygons={polygons} onDone={reshape} />}
    </>
  );
}
