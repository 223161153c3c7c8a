import { useMemo } from 'react';
import type { Division } from '../../domain/division.ts';
import type { Facility } from '../../domain/facility.ts';
import type { LngLat } from '../../domain/place.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import type { CrsCandidate } from '../../ingest/datum/judge-crs.ts';
import { scaleBar } from '../../map/scale-bar.ts';
import { crsName } from '../../text/crs-names.ts';
import { formatMetres } from '../../text/formats.ts';
import { importWords } from '../../text/import.ts';
import { divisionName } from '../parts/counties.ts';
import { useWords } from '../parts/words.ts';
import { closeUpOf } from './close-up.ts';
import { boundsOf, edgesNear, frameOf, type Frame } from './small-map.ts';

const WIDTH_PX = 300;
const HEIGHT_PX = 190;
/** A few hundred metres round the marks, so that the shift has a neighbourhood. */
const MARGIN_PX = 46;
const SCALE_PX = 90;
const MARKS = 'ABCDEF';

/** One position as each candidate has it: on the map of a whole city 500 m can't be seen. */
export function CloseUpMap({ candidates, divisions, facilities }: { readonly candidates: readonly CrsCandidate[]; readonly divisions: readonly Division[]; readonly facilities: readonly Facility[] }) {
  const { lang } = useWords();
  const words = importWords[lang].crs;
  const seen = useMemo(() => closeUpOf(candidates, divisions, facilities), [candidates, divisions, facilities]);
  const bounds = seen === null ? null : boundsOf(seen.at);
  if (seen === null || bounds === null) return null;
  const frame = frameOf(bounds, WIDTH_PX, HEIGHT_PX, { marginPx: MARGIN_PX, leastM: 400 });
  const bar = scaleBar(frame.metresPerPx, SCALE_PX);
  const apart = (k: number): string => {
    const [from, to] = [seen.at[0], seen.at[k]];
    return k === 0 || from === undefined || to === undefined ? '' : words.closeUpApart(formatMetres(lang, geodesicDistanceM(from[0], from[1], to[0], to[1])));
  };
  const lines = candidates.map(({ crs }, k) => ({
    crs,
    mark: MARKS.charAt(k),
    text: `${words.closeUpIn(crsName(lang, crs), divisionName(divisions, seen.counties[k]?.code ?? null, lang) ?? words.closeUpNowhere)}${apart(k)}`,
  }));
  const isOfAreas = candidates[0]?.outlines !== undefined;
  const { west, south, east, north } = frame.bounds;
  const near = isOfAreas ? facilities.flatMap(({ lngLat }) => (lngLat !== null && lngLat[0] > west && lngLat[0] < east && lngLat[1] > south && lngLat[1] < north ? [lngLat] : [])) : [];
  const aside = asideFrom(near, seen.at[0], frame);
  return (
    <figure className="close-up">
      <figcaption>{isOfAreas ? words.closeUpOfAreas : words.closeUp}</figcaption>
      <svg className="small-map" viewBox={`0 0 ${String(WIDTH_PX)} ${String(HEIGHT_PX)}`} role="img" aria-label={lines.map(({ mark, text }) => `${mark} ${text}`).join(' · ')}>
        <path className="small-map-border" d={divisions.filter(({ level }) => level === 'county').map(({ polygons }) => edgesNear(polygons, frame)).join('')} />
        {candidates.map(({ crs, outlines }) => outlines !== undefined && <path key={crs} className="close-up-edge" d={edgesNear([outlines], frame)} />)}
        {seen.at.map(([lng, lat], k) => (
          <g key={lines[k]?.crs ?? k} transform={`translate(${(frame.x(lng) + aside[0]).toFixed(1)} ${(frame.y(lat) + aside[1]).toFixed(1)})`}>
            <circle className="close-up-mark" r={9} />
            <text className="close-up-letter" y={4}>
              {MARKS.charAt(k)}
            </text>
          </g>
        ))}
        {near.map(([lng, lat], k) => (
          <circle key={k} className="close-up-facility" cx={frame.x(lng)} cy={frame.y(lat)} r={4.5} />
        ))}
        <g transform={`translate(10 ${String(HEIGHT_PX - 10)})`}>
          <path className="close-up-scale" d={`M0 -5V0H${bar.widthPx.toFixed(1)}V-5`} />
          <text className="close-up-scale-text" x={4} y={-7}>
            {formatMetres(lang, bar.metres)}
          </text>
        </g>
      </svg>
      <ul aria-hidden="true">
        {lines.map(({ crs, mark, text }) => (
          <li key={crs}>
            <b>{mark}</b> {text}
          </li>
        ))}
        {near.length > 0 && <li className="hint">{words.closeUpFacilities}</li>}
      </ul>
    </figure>
  );
}

/** Letters of edges stand aside, away from the facility beside which the place was chosen, lest they cover it. */
const ASIDE_PX = 15;

function asideFrom(facilities: readonly LngLat[], corner: LngLat | undefined, { x, y }: Frame): readonly [number, number] {
  if (facilities.length === 0 || corner === undefined) return [0, 0];
  const away = facilities.map(([lng, lat]) => [x(corner[0]) - x(lng), y(corner[1]) - y(lat)] as const);
  const [dx, dy] = away.reduce((nearest, one) => (Math.hypot(...one) < Math.hypot(...nearest) ? one : nearest));
  const length = Math.hypot(dx, dy);
  return length === 0 ? [ASIDE_PX, 0] : [(dx / length) * ASIDE_PX, (dy / length) * ASIDE_PX];
}
