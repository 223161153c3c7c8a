import { useMemo } from 'react';
import type { Division } from '../../domain/division.ts';
import { gridOf, type Crs } from '../../ingest/datum/crs.ts';
import { crsName } from '../../text/crs-names.ts';
import { formatCount, formatMetres, formatTph } from '../../text/formats.ts';
import type { DataKind } from '../../ingest/layer-kind.ts';
import { useSession } from '../../state/use-session.ts';
import type { CrsChoice } from '../../worker/import-results.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { useWords } from '../parts/words.ts';
import { CandidateMap } from './candidate-map.tsx';
import { CloseUpMap } from './close-up-map.tsx';
import { movedTo } from './moved-to.ts';
import { OtherCrs } from './other-crs.tsx';
import { useImportWords } from './use-import-words.ts';

const NONE = [] as const;

/** Facilities whose verdict depends on the choice, named so that a person can go and look. */
const NAMED = 3;

interface Props {
  readonly what: DataKind;
  /** The file's name. */
  readonly file: string;
  readonly candidates: readonly CrsChoice[];
  readonly divisions: readonly Division[];
  readonly onPick: (crs: Crs) => void;
}

/** Which system a file's coordinates are in: what each candidate makes of the map and of the verdicts. */
export function CrsQuestion({ what, file, candidates, divisions, onPick }: Props) {
  const { lang } = useWords();
  const words = useImportWords().crs;
  const project = useSession(({ city }) => (city.kind === 'ready' ? city.city.project : null));
  const isGrid = candidates.length > 0 && candidates.every(({ crs }) => gridOf(crs) !== null);
  const isIdle = candidates.length > 1 && candidates.every(({ verdicts }) => verdicts?.moved === 0);
  return (
    <section className="import-part">
      <h4>{words.question}</h4>
      <p className="hint">{isGrid ? words.whyGrid : words[WHY[what]]}</p>
      {!isGrid && /\.(?:geojson|json|km[lz])$/iu.test(file) && <p className="hint">{words.byStandard}</p>}
      {what !== 'facilities' && project !== null && <p className="hint">{(project.sample ? words.onSampleLedger : words.onLedger)(formatCount(lang, project.facilities.length))}</p>}
      {isIdle && <p>{words.noDifference}</p>}
      <ul className="candidates">
        {candidates.map((candidate, k) => (
          <Candidate key={candidate.crs} candidate={candidate} isFirst={k === 0} divisions={divisions} onPick={onPick} />
        ))}
      </ul>
      <CloseUpMap candidates={candidates} divisions={divisions} facilities={project?.facilities ?? NONE} />
      <OtherCrs onPick={onPick} />
      {candidates[0]?.outlines === undefined && <p className="hint">{words.kept}</p>}
    </section>
  );
}

/** What a wrong choice moves. */
const WHY = {
  facilities: 'why',
  heatSources: 'whyPlaces',
  parks: 'whyPlaces',
  stations: 'whyPlaces',
  airReadings: 'whyPlaces',
  zones: 'whyAreas',
  divisions: 'whyAreas',
} as const satisfies Record<DataKind, string>;

interface CandidateProps {
  readonly candidate: CrsChoice;
  /** The one that the others' verdicts are compared with. */
  readonly isFirst: boolean;
  readonly divisions: readonly Division[];
  readonly onPick: (crs: Crs) => void;
}

function Candidate({ candidate, isFirst, divisions, onPick }: CandidateProps) {
  const { lang } = useWords();
  const words = useImportWords().crs;
  const { crs, tested, inside, anchored, medianM, points, outlines, verdicts } = candidate;
  const name = crsName(lang, crs);
  const count = (value: number): string => formatCount(lang, value);
  const said = outlines === undefined ? words : { ...words, fit: words.fitAreas, noFit: words.noFitAreas, anchored: words.anchoredAreas, noAnchor: words.noAnchorAreas };
  return (
    <li className="candidate">
      <h5>{name}</h5>
      <CandidateMap divisions={divisions} points={points} outlines={outlines} label={outlines === undefined ? words.map(name, count(points.length)) : words.mapOfAreas(name, count(points.length))} />
      <meter className="candidate-meter" min={0} max={Math.max(1, tested)} value={inside} aria-label={said.fit(count(inside), count(tested))} />
      <p>{tested === 0 ? said.noFit : said.fit(count(inside), count(tested))}</p>
      <p className="hint">{anchored === 0 || medianM === null ? said.noAnchor : said.anchored(count(anchored), formatMetres(lang, medianM))}</p>
      <div className="candidate-verdicts">{verdicts === null ? <span className="hint">{words.working}</span> : <Verdicts verdicts={verdicts} isFirst={isFirst} />}</div>
      <button
        type="button"
        className="button"
        onClick={() => {
          onPick(crs);
        }}
      >
        {words.pick(name)}
      </button>
    </li>
  );
}

function Verdicts({ verdicts: { closing, moved, first }, isFirst }: { readonly verdicts: NonNullable<CrsChoice['verdicts']>; readonly isFirst: boolean }) {
  const words = useWords();
  const { lang, w } = words;
  const said = useImportWords().crs;
  const named = useMemo(() => first.slice(0, NAMED), [first]);
  return (
    <>
      <p className="candidate-closing">
        <DutyMark duty="close" size={16} />
        <b>{formatCount(lang, closing.count)}</b> {w.headline.mustClose}
        <span className="cell-faint">{formatTph(lang, closing.tph)}</span>
      </p>
      {!isFirst && <p className={moved > 0 ? 'import-warning' : 'hint'}>{moved > 0 ? said.moved(formatCount(lang, moved)) : said.notMoved}</p>}
      {!isFirst && moved > 0 && (
        <ul className="candidate-moved">
          {named.map((one, k) => (
            <li key={k}>
              {one.name}: {movedTo(words, one)}
            </li>
          ))}
          {moved > named.length && <li className="hint">{said.movedMore(formatCount(lang, moved - named.length))}</li>}
        </ul>
      )}
    </>
  );
}
