import { useState } from 'react';
import { isSound } from '../../draft/overlay.ts';
import { LEAST_CORNERS, ringOf } from '../../draft/vertices.ts';
import type { Crs } from '../../ingest/datum/crs.ts';
import { GRIDS, SHIFTED_UNCERTAINTY_M, crsOfGrid, gridOf, parseCrs } from '../../ingest/datum/crs.ts';
import { toWgs84 } from '../../ingest/datum/to-wgs84.ts';
import { readCornerPoints, type CornerProblem } from '../../ingest/read-corner-points.ts';
import { useSessionStore } from '../../state/use-session.ts';
import { crsName } from '../../text/crs-names.ts';
import { drawWords } from '../../text/draw.ts';
import type { DrawWords } from '../../text/draw-zh.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { addZone } from './draft-acts.ts';

const SYSTEMS = ['wgs84', 'EPSG:4490', 'gcj02', 'bd09', 'grid'] as const;
type System = (typeof SYSTEMS)[number];

/**
 * 界址点, pasted from a notice or a spreadsheet. Numbers do not say which system they are in, and a wrong guess moves the zone
 * by hundreds of metres: so it stands above them to be checked. With one line unreadable there is no outline.
 */
export function PasteCorners({ onDone }: { readonly onDone: () => void }) {
  const { lang } = useWords();
  const w = drawWords[lang];
  const store = useSessionStore();
  const [text, setText] = useState('');
  const [system, setSystem] = useState<System>('wgs84');
  const [epsg, setEpsg] = useState('');
  const crs = crsOf(system, epsg);
  const { corners, problems } = readCornerPoints(text, crs === null ? undefined : (x, y) => toWgs84(crs, x, y));
  const polygons = [[ringOf(corners)]];
  const isEnough = corners.length >= LEAST_CORNERS;
  const isReady = crs !== null && problems.length === 0 && isEnough && isSound(polygons);
  const isShifted = crs === 'gcj02' || crs === 'bd09';
  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        addZone(store, polygons, isShifted ? { accuracyM: SHIFTED_UNCERTAINTY_M } : {});
        onDone();
      }}
    >
      <p className="hint">{w.pasteHint}</p>
      <select
        className="select draft-wide"
        aria-label={w.pasteSystem}
        value={system}
        onChange={({ target }) => {
          setSystem(SYSTEMS.find((one) => one === target.value) ?? 'wgs84');
        }}
      >
        {SYSTEMS.map((one) => (
          <option key={one} value={one}>
            {one === 'grid' ? w.pasteGrid : crsName(lang, one)}
          </option>
        ))}
      </select>
      {system === 'grid' && <GridChoice epsg={epsg} onEpsg={setEpsg} />}
      {isShifted && <p className="hint">{w.pasteShifted(String(SHIFTED_UNCERTAINTY_M))}</p>}
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
          {crs !== null && problems.length === 0 && !isReady && <p className="draft-warning">{isEnough ? w.pasteCrosses : w.pasteTooFew}</p>}
        </div>
      )}
      <button type="submit" className="button button-primary" disabled={!isReady}>
        {w.pasteMake}
      </button>
    </form>
  );
}

function crsOf(system: System, epsg: string): Crs | null {
  if (system !== 'grid') return system;
  const named = parseCrs(`EPSG:${epsg.trim()}`);
  return named !== null && gridOf(named) !== null ? named : null;
}

/** By the EPSG code that a survey report names; its zone is said back, since one wrong digit is 250 km. */
function GridChoice({ epsg, onEpsg }: { readonly epsg: string; readonly onEpsg: (epsg: string) => void }) {
  const { lang } = useWords();
  const w = drawWords[lang];
  const crs = crsOf('grid', epsg);
  const grid = crs === null ? null : gridOf(crs);
  const [first, last] = [GRIDS[0], GRIDS.at(-1)];
  return (
    <label>
      {w.pasteEpsg}
      <input
        className="draft-number"
        inputMode="numeric"
        maxLength={4}
        value={epsg}
        onChange={({ target }) => {
          onEpsg(target.value);
        }}
      />
      <span className={grid === null && epsg !== '' ? 'draft-warning' : 'hint'}>
        {grid === null ? w.pasteEpsgRange(String(first?.epsg ?? ''), String(last?.epsg ?? '')) : w.pasteGridIs(crsOfGrid(grid), String(grid.widthDeg), String(grid.centralMeridianDeg), grid.zone === null ? null : String(grid.zone))}
      </span>
    </label>
  );
}

const LONGEST = 40;

function sayCorner(w: DrawWords, { code, line, text }: CornerProblem): string {
  const say = { 'corner-unreadable': w.pasteProblem, 'corner-order-mixed': w.pasteMixed, 'corner-outside-system': w.pasteOutside }[code];
  return say(String(line), text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
