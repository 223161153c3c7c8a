import { useState } from 'react';
import type { MultiPolygon } from '../../domain/place.ts';
import { simplify } from '../../draft/simplify.ts';
import { drawWords } from '../../text/draw.ts';
import { formatAreaChange } from '../../text/draw-formats.ts';
import { formatCount, number } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { NumberField } from './number-field.tsx';

interface Props {
  readonly polygons: MultiPolygon;
  readonly onSimplified: (simpler: MultiPolygon) => void;
}

const USUAL_M = 20;

/** Fewer corners, with what that costs said before it is done. */
export function SimplifyForm({ polygons, onSimplified }: Props) {
  const { lang } = useWords();
  const w = drawWords[lang];
  const [text, setText] = useState(String(USUAL_M));
  const toleranceM = Number(text);
  const simple = toleranceM > 0 && Number.isFinite(toleranceM) ? simplify(polygons, toleranceM) : null;
  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (simple !== null) onSimplified(simple.area);
      }}
    >
      <NumberField label={w.simplifyTolerance} text={text} onText={setText} />
      {simple !== null && (
        <p aria-live="polite">
          {w.simplified(formatCount(lang, simple.cornersBefore), formatCount(lang, simple.cornersAfter), formatAreaChange(lang, simple.areaChangeM2), number(lang, simple.toleranceM, 1))}
        </p>
      )}
      <button type="submit" className="button" disabled={simple === null || simple.cornersAfter === simple.cornersBefore}>
        {w.simplify}
      </button>
    </form>
  );
}
