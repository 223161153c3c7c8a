import { useMemo } from 'react';
import type { Division } from '../../domain/division.ts';
import type { LngLat } from '../../domain/place.ts';
import { areaPath, boundsOf, frameOf, joined } from './small-map.ts';

const WIDTH_PX = 264;
const HEIGHT_PX = 168;

interface Props {
  readonly divisions: readonly Division[];
  readonly points: readonly LngLat[];
  /** Of areas, drawn in the place of the points. */
  readonly outlines: readonly (readonly LngLat[])[] | undefined;
  /** What is seen, for those who do not see it. */
  readonly label: string;
}

/** Positions of a file over the outlines of the counties, as one candidate has them. */
export function CandidateMap({ divisions, points, outlines, label }: Props) {
  const picture = useMemo(() => {
    const counties = divisions.filter(({ level, polygons }) => level === 'county' && polygons.length > 0);
    const borders = boundsOf(counties.flatMap(({ polygons }) => polygons.flat(2)));
    const bounds = joined(borders, boundsOf(outlines?.flat() ?? points));
    if (bounds === null) return null;
    const frame = frameOf(bounds, WIDTH_PX, HEIGHT_PX);
    const areas = outlines === undefined ? null : areaPath([outlines], frame);
    return { areas, counties: counties.map(({ code, polygons }) => ({ code, path: areaPath(polygons, frame) })), dots: points.map(([lng, lat]) => [frame.x(lng), frame.y(lat)] as const) };
  }, [divisions, points, outlines]);
  if (picture === null) return null;
  return (
    <svg className="small-map" viewBox={`0 0 ${String(WIDTH_PX)} ${String(HEIGHT_PX)}`} role="img" aria-label={label}>
      {picture.counties.map(({ code, path }) => (
        <path key={code} className="small-map-county" d={path} />
      ))}
      {picture.areas !== null && <path className="small-map-area" d={picture.areas} />}
      {picture.areas === null && picture.dots.map(([x, y], k) => (
        <circle key={k} className="small-map-dot" cx={x} cy={y} r={2.4} />
      ))}
    </svg>
  );
}
