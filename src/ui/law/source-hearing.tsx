import type { DemandHearing, SetHearing } from '../../assess/source-hearing.ts';
import type { HeatSource } from '../../domain/heat-source.ts';
import { countsOf, hearingOf } from '../../state/selectors/sources.ts';
import type { Answer } from '../../state/session.ts';
import { formatKm } from '../../text/formats.ts';
import { useLawWords } from '../parts/law-words.ts';
import { TruthIcon } from '../parts/truth-icon.tsx';
import { useWords } from '../parts/words.ts';
import { ConditionList } from './condition-tree.tsx';
import { sourceDoubts } from './source-doubts.ts';

interface Props {
  readonly answer: Answer;
  readonly source: HeatSource;
  /** Its number in the project. */
  readonly index: number;
}

/** Whether a heat source counts: the conclusion, then condition by condition, document by document. */
export function HearingView({ answer, source, index }: Props) {
  const { lang, w } = useWords();
  const words = useLawWords();
  const counts = countsOf(answer, index);
  const { lacking, questions } = sourceDoubts(lang, answer, index);
  const { sets, demands: all } = hearingOf(answer, index);
  const where = ({ pack, requirement }: DemandHearing): string => words.sources.asks(pack.shortTitle[lang], requirement.article);
  const demands = all.filter(({ binds }) => binds !== 'no');
  const elsewhere = [...new Set(all.filter(({ binds }) => binds === 'no').map(where))];
  return (
    <div className="hearing">
      <p className={`hearing-verdict counts-${counts}`}>
        <TruthIcon truth={counts} />
        <span>
          <b>{words.sources.verdict[counts]}</b> {sets.length === 0 ? words.sources.noReach : words.sources.consequence[counts === 'yes' || counts === 'no' ? counts : 'open']}
        </span>
      </p>
      {lacking.length > 0 && <p className="finding-missing">{words.sources.lacking(lacking.join(w.listSeparator))}</p>}
      {questions.map((question) => (
        <p key={question} className="finding-missing">
          {words.sources.doubt(question)}
        </p>
      ))}
      {sameHearings(sets).map((same) => {
        const [{ set, test }] = same;
        return (
          <section key={set.phrase} className="hearing-document">
            {same.map((hearing) => (
              <h3 key={hearing.pack.id}>
                {words.sources.asks(hearing.pack.shortTitle[lang], hearing.set.article)}
                <span>{words.articles.radius(formatKm(lang, source.reachM ?? hearing.set.radiusM, 0))}</span>
              </h3>
            ))}
            <q className="finding-phrase" lang="zh-CN">
              {set.phrase}
            </q>
            <ConditionList test={test} />
          </section>
        );
      })}
      {all.length > 0 && (
        <section className="hearing-document">
          <h3>{words.sources.demands}</h3>
          {demands.map((demand) => (
            <div key={demand.requirement.id} className="hearing-demand">
              <p>{where(demand)}</p>
              <ConditionList test={demand.test} />
            </div>
          ))}
          {elsewhere.length > 0 && (
            <p className="hint">
              {elsewhere.join(w.listSeparator)} · {words.sources.unbound}
            </p>
          )}
        </section>
      )}
    </div>
  );
}

/** Documents that ask the same of the source in the same words are heard together. */
function sameHearings(sets: readonly SetHearing[]): readonly (readonly [SetHearing, ...SetHearing[]])[] {
  const groups = new Map<string, [SetHearing, ...SetHearing[]]>();
  for (const hearing of sets) {
    const key = JSON.stringify([hearing.set.phrase, hearing.set.radiusM, hearing.test]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hearing]);
    else group.push(hearing);
  }
  return [...groups.values()];
}
