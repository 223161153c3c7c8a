import { useState } from 'react';
import { circle } from '../../draft/shapes.ts';
import { takeBackPoint, takePencil } from '../../state/drafts/draft-commands.ts';
import { IDLE } from '../../state/drafts/drafts.ts';
import { leastPoints, pointsWanted } from '../../state/drafts/sketch.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { addZone, finishNow } from './draft-acts.ts';
import { NumberField } from './number-field.tsx';

/** What the tool in use wants, and the buttons that a finger needs where a keyboard has keys. */
export function SketchBar() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const apply = useApply();
  const store = useSessionStore();
  const pencil = useSession(({ drafts }) => drafts.pencil);
  if (pencil.kind !== 'sketch') return null;
  const { tool, points, problem } = pencil;
  return (
    <div className="draft-sketch">
      <p>
        <strong>{w.tool[tool]}</strong> {w.toolHint[tool]}
      </p>
      <p className="hint">{w.keyboard}</p>
      {tool === 'circle' && <CircleByRadius />}
      <p aria-live="polite">{points.length > 0 && w.pointCount(formatCount(lang, points.length))}</p>
      {problem !== null && (
        <p className="draft-warning" role="alert">
          {w.problem[problem]}
        </p>
      )}
      <div className="draft-row">
        {pointsWanted(tool) === null && (
          <button
            type="button"
            className="button button-primary"
            disabled={points.length < leastPoints(tool)}
            onClick={() => {
              finishNow(store);
            }}
          >
            {w.finish}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={points.length === 0}
          onClick={() => {
            apply(takeBackPoint);
          }}
        >
          {w.takeBack}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            apply(takePencil(IDLE));
          }}
        >
          {w.stopDrawing}
        </button>
      </div>
    </div>
  );
}

/** A circle by a radius in metres, about the first point put or else the middle of the map. */
function CircleByRadius() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const isPut = useSession(({ drafts }) => drafts.pencil.kind === 'sketch' && drafts.pencil.points.length > 0);
  const centre = useSession(({ drafts, view }) => {
    if (drafts.pencil.kind === 'sketch' && drafts.pencil.points[0] !== undefined) return drafts.pencil.points[0];
    return view.camera;
  });
  if (centre === null) return null;
  return (
    <form
      className="draft-row"
      onSubmit={(event) => {
        event.preventDefault();
        const round = circle('lng' in centre ? [centre.lng, centre.lat] : centre, Number(text));
        setWrong(!round.ok);
        if (round.ok) addZone(store, [[round.value]]);
      }}
    >
      <NumberField label={w.radius} text={text} onText={setText} />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {w.draw}
      </button>
      {!isPut && <span className="hint">{w.radiusCentre}</span>}
      {isWrong && (
        <span className="draft-warning" role="alert">
          {w.problem['radius-invalid']}
        </span>
      )}
    </form>
  );
}
