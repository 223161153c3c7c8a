import { Suspense, lazy, useMemo, useState } from 'react';
import type { CSSProperties } from 'react';
import type { CoverChange } from '../../draft/cover-change.ts';
import { standingOf } from '../../export/comparison.ts';
import type { ComparePoint, CompareScene } from '../../map/compare/compare-types.ts';
import { inPeriod } from '../../domain/place.ts';
import { compareWords } from '../../text/compare.ts';
import { Guarded } from '../parts/guarded.tsx';
import { Notice } from '../parts/notice.tsx';
import { useTheme } from '../parts/use-theme.ts';
import { useWords } from '../parts/words.ts';
import { sideName } from './side-name.ts';
import type { Done } from './use-comparison.ts';

const CompareMapView = lazy(() => import('../../map/compare/compare-map-view.tsx'));

interface Props {
  readonly done: Done;
  readonly cover: CoverChange | null;
  readonly selected: number | null;
  readonly onSelect: (at: number) => void;
}

const MIDDLE = 50;

/** A curtain over one map: what is left of it is the first side, what is right the second. */
export function CompareMap({ done, cover, selected, onSelect }: Props) {
  const { lang, w: page } = useWords();
  const w = compareWords[lang];
  const theme = useTheme();
  const [percent, setPercent] = useState(MIDDLE);
  const [isUnavailable, setUnavailable] = useState(false);
  const points = useMemo(() => pointsOf(done), [done]);
  const words = useMemo(() => ({ lang, ...page.map, map: w.map }), [lang, page, w]);
  const zones = useMemo(() => {
    const [before, after] = done.sides;
    return {
      before: done.before.zones.filter(({ inForce }) => inPeriod(inForce, before.world.asOf)),
      after: done.after.zones.filter(({ inForce }) => inPeriod(inForce, after.world.asOf)),
    };
  }, [done]);
  const scene = useMemo(
    (): CompareScene => ({
      divisions: done.after.divisions, ...zones, gained: cover?.gained ?? [], lost: cover?.lost ?? [], points, selected, split: percent / 100, theme, words,
    }),
    [done, zones, cover, points, selected, percent, theme, words],
  );
  const at: CSSProperties & Record<'--split', string> = { '--split': `${String(percent)}%` };
  return (
    <div className="compare-map" style={at}>
      {isUnavailable ? (
        <Notice>{page.mapNoWebgl}</Notice>
      ) : (
        <Guarded failed={page.mapFailed}>
          <Suspense fallback={<div className="map-skeleton" aria-busy="true">{page.mapLoading}</div>}>
            <CompareMapView
              scene={scene}
              onSelect={onSelect}
              onUnavailable={() => {
                setUnavailable(true);
              }}
            />
          </Suspense>
          <span className="compare-flag compare-flag-before">{w.side.before(sideName(w, done.sides[0]))}</span>
          <span className="compare-flag compare-flag-after">{w.side.after(sideName(w, done.sides[1]))}</span>
          <input
            type="range"
            className="compare-curtain"
            min={0}
            max={100}
            step={1}
            value={percent}
            aria-label={w.swipe}
            aria-valuetext={w.swipeAt(String(percent))}
            onChange={({ target }) => {
              setPercent(Number(target.value));
            }}
          />
          {cover !== null && (cover.gained.length > 0 || cover.lost.length > 0) && (
            <ul className="compare-legend">
              <li className="compare-legend-gained">{w.legend.gained}</li>
              <li className="compare-legend-lost">{w.legend.lost}</li>
            </ul>
          )}
        </Guarded>
      )}
    </div>
  );
}

/** A facility stands where the later side's data has it. */
function pointsOf({ comparison, sides: [before, after] }: Done): readonly ComparePoint[] {
  return comparison.facilities.flatMap((compared, index): ComparePoint[] => {
    const was = standingOf(before, comparison.before, compared, compared.before);
    const is = standingOf(after, comparison.after, compared, compared.after);
    const at = (is ?? was)?.facility.lngLat ?? null;
    return at === null ? [] : [{ index, lng: at[0], lat: at[1], change: compared.change, before: was?.verdict ?? null, after: is?.verdict ?? null }];
  });
}
