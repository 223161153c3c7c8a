import { useState } from 'react';
import { isSound } from '../../draft/overlay.ts';
import { LEAST_CORNERS, ringOf } from '../../draft/vertices.ts';
import { readCornerPoints, type CornerProblem } from '../../ingest/read-corner-points.ts';
import { useSessionStore } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import type { DrawWords } from '../../text/draw-zh.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { addZone } from './draft-acts.ts';

/** 界址点, pasted from a notice or a spreadsheet. With one line unreadable there is no outline. */
export function PasteCorners({ onDone }: { readonly onDone: () => void }) {
  const { lang } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const [text, setText] = useState('');
  const { corners, problems } = readCornerPoints(text);
  const polygons = [[ringOf(corners)]];
  const isEnough = corners.length >= LEAST_CORNERS;
  const isReady = problems.length === 0 && isEnough && isSound(polygons);
  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        addZone(store, polygons);
        onDone();
      }}
    >
      <p className="hint">{w.pasteHint}</p>
      <textarea
        aria-label={w.pasteLabel}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      {text.trim() !== '' && (
        <div aria-live="polite">
          <p>{w.pasteRead(formatCount(lang, corners.length))}</p>
          {problems.slice(0, 5).map((problem) => (
            <p key={problem.line} className="draft-warning">
              {sayCorner(w, problem)}
            </p>
          ))}
          {problems.length === 0 && !isReady && <p className="draft-warning">{isEnough ? w.pasteCrosses : w.pasteTooFew}</p>}
        </div>
      )}
      <button type="submit" className="button button-primary" disabled={!isReady}>
        {w.pasteMake}
      </button>
    </form>
  );
}

const LONGEST = 40;

function sayCorner(w: DrawWords, { code, line, text }: CornerProblem): string {
  const say = { 'corner-unreadable': w.pasteProblem, 'corner-order-mixed': w.pasteMixed, 'corner-outside-system': w.pasteOutside }[code];
  return say(String(line), text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
