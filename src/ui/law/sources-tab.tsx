import { useEffect, useRef } from 'react';
import type { HeatSource } from '../../domain/heat-source.ts';
import { openLaw } from '../../state/commands/open-law.ts';
import { openPlace } from '../../state/commands/open-place.ts';
import { reachOf } from '../../state/selectors/findings.ts';
import { countsOf, facilitiesWithin } from '../../state/selectors/sources.ts';
import type { Answer } from '../../state/session.ts';
import { useApply } from '../../state/use-session.ts';
import type { ReachLook } from '../../map/layers/reach.ts';
import { formatCount, formatKm } from '../../text/formats.ts';
import { sayPlantUnits } from '../../text/plant-units.ts';
import { ReachSwatch } from '../map-pane/source-legend.tsx';
import { pickedAs, useLawWords } from '../parts/law-words.ts';
import { PickButton } from '../parts/pick-button.tsx';
import { useWords } from '../parts/words.ts';
import { sourceDoubts } from './source-doubts.ts';
import { HearingView } from './source-hearing.tsx';

interface Props {
  readonly answer: Answer;
  /** Id of the source that is opened. */
  readonly at: string | null;
}

const LOOK = { yes: 'sure', review: 'open', unknown: 'open', no: 'idle' } as const;
const LOOKS: readonly ReachLook[] = ['sure', 'open', 'idle'];

/** Every heat source: does it count, by which conditions, and for how many facilities that matters. */
export function SourcesTab({ answer, at }: Props) {
  const { lang } = useWords();
  const words = useLawWords().sources;
  const sources = answer.question.city.project.heatSources.map((source, index) => ({ source, index, look: LOOK[countsOf(answer, index)], within: facilitiesWithin(answer, index) }));
  return (
    <div className="law-column">
      <h3 className="law-title">{words.title}</h3>
      <p className="law-hint">{words.hint}</p>
      {sources.length === 0 && <p className="hint">{words.none}</p>}
      {LOOKS.map((look) => {
        const group = sources.filter((one) => one.look === look).sort((a, b) => b.within.length - a.within.length);
        if (group.length === 0) return null;
        return (
          <section key={look} className="source-group">
            <h4>
              <ReachSwatch look={look} />
              {words.groups[look]} <b>{formatCount(lang, group.length)}</b>
            </h4>
            {group.map(({ source, index, within }) => (
              <SourceRow key={source.id} answer={answer} source={source} index={index} within={within} opened={source.id === at} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly answer: Answer;
  readonly source: HeatSource;
  readonly index: number;
  readonly within: readonly number[];
  readonly opened: boolean;
}

function SourceRow({ answer, source, index, within, opened }: RowProps) {
  const { lang, w, t } = useWords();
  const words = useLawWords();
  const apply = useApply();
  const row = useRef<HTMLDetailsElement>(null);
  const reachM = reachOf(answer, index);
  const { lacking, questions } = sourceDoubts(lang, answer, index);

  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: 'start' });
  }, [opened]);

  return (
    <details className="source" open={opened} ref={row}>
      <summary>
        <span className="source-name">{source.name}</span>
        <span className="source-what">{[source.kind === null ? words.place.unknown : t.heatSourceKind[source.kind], sayPlantUnits(lang, source)].filter(Boolean).join(' · ')}</span>
        <span className="source-why">{[lacking.length === 0 ? '' : w.findings.missing(lacking.join(w.listSeparator)), ...questions.map(words.sources.doubt)].filter(Boolean).join(lang === 'zh' ? '；' : '; ')}</span>
        <span className="source-within">{within.length === 0 ? words.sources.withinNone : words.sources.within(formatCount(lang, within.length))}</span>
      </summary>
      <HearingView answer={answer} source={source} index={index} />
      <p className="source-doors">
        {reachM !== null && (
          <span className="hint">
            {words.sources.reach} {formatKm(lang, reachM, 0)}
          </span>
        )}
        {within.length > 0 && (
          <PickButton filters={pickedAs(({ sources }) => sources.pickedWithin(source.name), within)} title={words.articles.filterHint}>
            {words.sources.within(formatCount(lang, within.length))}
          </PickButton>
        )}
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            apply(openLaw(null));
            apply(openPlace({ kind: 'source', id: source.id }));
          }}
        >
          {words.sources.onMap}
        </button>
      </p>
    </details>
  );
}
