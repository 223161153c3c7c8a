import { useMemo, useState } from 'react';
import type { Change } from '../../assess/change.ts';
import { openCompare } from '../../state/commands/open-compare.ts';
import type { OtherWork, Side } from '../../state/selectors/sides.ts';
import { sidesOf } from '../../state/selectors/sides.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { compareWords } from '../../text/compare.ts';
import { formatCount } from '../../text/formats.ts';
import { Icon } from '../parts/icon.tsx';
import { useEscape } from '../parts/use-escape.ts';
import { useTakenFocus } from '../parts/use-taken-focus.ts';
import { useWords } from '../parts/words.ts';
import { CompareDetail } from './compare-detail.tsx';
import { CompareExports } from './compare-exports.tsx';
import { CompareMap } from './compare-map.tsx';
import { CompareSummary } from './compare-summary.tsx';
import { CompareTable } from './compare-table.tsx';
import { SideChooser } from './side-chooser.tsx';
import { useComparison, useCover, type Done } from './use-comparison.ts';
import './compare.css';
import './compare-map.css';
import './compare-list.css';
import './compare-narrow.css';

/** Two answers side by side: whom the step from one to the other hits, and why. */
export default function ComparePage() {
  const { lang } = useWords();
  const w = compareWords[lang];
  const apply = useApply();
  const [others, setOthers] = useState<readonly OtherWork[]>([]);
  const place = useSession((session) => session.view.compare);
  const sides = useSession((session) => sidesOf(session, others));
  const heading = useTakenFocus<HTMLHeadingElement>(true);
  const close = (): void => {
    apply(openCompare({ isOpen: false }));
  };
  useEscape(true, 'page', close);
  const before = sides.find(({ key }) => key === place.before) ?? sides[0];
  const after = sides.find(({ key }) => key === place.after) ?? sides.at(-1);
  return (
    <section className="compare" aria-labelledby="compare-title">
      <header className="compare-head">
        <h2 id="compare-title" ref={heading} tabIndex={-1}>
          {w.title}
        </h2>
        {before !== undefined && after !== undefined && (
          <SideChooser
            sides={sides}
            before={before}
            after={after}
            onOther={(other) => {
              setOthers([...others, other]);
            }}
          />
        )}
        <button type="button" className="button compare-close" onClick={close}>
          <Icon name="close" size={14} />
          <span>{w.close}</span>
        </button>
      </header>
      {before !== undefined && after !== undefined && (before === after ? <p className="compare-note">{w.same}</p> : <Compared before={before} after={after} />)}
    </section>
  );
}

function Compared({ before, after }: { readonly before: Side; readonly after: Side }) {
  const { lang } = useWords();
  const w = compareWords[lang];
  const state = useComparison(before, after);
  if (state.kind === 'failed') {
    return (
      <p className="compare-note draft-warning" role="alert">
        {w.failed} <small>{state.detail}</small>
      </p>
    );
  }
  if (state.kind === 'working') {
    return (
      <p className="compare-note" role="status" aria-busy="true">
        {w.working(formatCount(lang, state.run), formatCount(lang, state.all))}
      </p>
    );
  }
  return <Result key={`${before.key} ${after.key}`} done={state} />;
}

function Result({ done }: { readonly done: Done }) {
  const { lang } = useWords();
  const cover = useCover(done);
  const [bucket, setBucket] = useState<Change | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const { facilities } = done.comparison;
  const rows = useMemo(() => (bucket === null ? done.order : done.order.filter((at) => facilities[at]?.change === bucket)), [bucket, done.order, facilities]);
  const ground = cover === 'unknown' ? null : cover;
  return (
    <div className="compare-body">
      <CompareSummary done={done} cover={cover} bucket={bucket} onBucket={setBucket} />
      <CompareMap done={done} cover={ground} selected={selected} onSelect={setSelected} />
      <div className="compare-list">
        <CompareExports done={done} cover={ground} rows={rows} lang={lang} />
        {selected !== null && (
          <CompareDetail
            done={done}
            at={selected}
            onClose={() => {
              setSelected(null);
            }}
          />
        )}
        <CompareTable done={done} rows={rows} selected={selected} onSelect={setSelected} />
      </div>
    </div>
  );
}
