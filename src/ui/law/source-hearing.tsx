import type { HeatSource } from '../../domain/heat-source.ts';
import { countsOf, hearingsOf, lackingOf } from '../../state/selectors/sources.ts';
import type { Answer } from '../../state/session.ts';
import { formatKm } from '../../text/formats.ts';
import { fieldNames } from '../parts/field-names.ts';
import { useLawWords } from '../parts/law-words.ts';
import { TruthIcon } from '../parts/truth-icon.tsx';
import { useWords } from '../parts/words.ts';
import { ConditionTree } from './condition-tree.tsx';

interface Props {
  readonly answer: Answer;
  readonly source: HeatSource;
  /** Its number in the project. */
  readonly index: number;
}

/** Whether a heat source counts: the conclusion, then condition by condition, document by document. */
export function SourceHearing({ answer, source, index }: Props) {
  const { lang, w, t } = useWords();
  const words = useLawWords();
  const counts = countsOf(answer, index);
  const lacking = fieldNames(t, lackingOf(answer, index));
  const hearings = hearingsOf(answer, index);
  return (
    <div className="hearing">
      <p className={`hearing-verdict counts-${counts}`}>
        <TruthIcon truth={counts} />
        <span>
          <b>{words.sources.verdict[counts]}</b> {hearings.length === 0 ? words.sources.noReach : words.sources.consequence[counts === 'yes' || counts === 'no' ? counts : 'open']}
        </span>
      </p>
      {lacking.length > 0 && <p className="finding-missing">{words.sources.lacking(lacking.join(w.listSeparator))}</p>}
      {hearings.map(({ pack, set, test, demands }) => (
        <section key={`${pack.id}/${set.id}`} className="hearing-document">
          <h4>
            {words.sources.asks(pack.shortTitle[lang], set.article)}
            <span>{words.articles.radius(formatKm(lang, source.reachM ?? set.radiusM, 0))}</span>
          </h4>
          <q className="finding-phrase" lang="zh-CN">
            {set.phrase}
          </q>
          <ul className="tests">
            <ConditionTree test={test} />
          </ul>
          {demands.map((demand) => (
            <div key={demand.requirement.id} className="hearing-demand">
              <p>
                {words.sources.demands} · {words.sources.asks(demand.pack.shortTitle[lang], demand.requirement.article)}
              </p>
              {demand.binds === 'no' ? (
                <p className="hint">{words.sources.unbound}</p>
              ) : (
                <ul className="tests">
                  <ConditionTree test={demand.test} />
                </ul>
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
