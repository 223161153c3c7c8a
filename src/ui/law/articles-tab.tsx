import { useState } from 'react';
import type { RulePack } from '../../policy/rule.ts';
import { openLaw } from '../../state/commands/open-law.ts';
import { togglePack } from '../../state/commands/toggle-pack.ts';
import { packsOf } from '../../state/selectors/packs.ts';
import type { Answer } from '../../state/session.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { placeName } from '../../text/place-names.ts';
import type { LawWords } from '../../text/law-zh.ts';
import { formatCount } from '../../text/formats.ts';
import type { PolicyStanding } from '../parts/policy-standing.ts';
import { policyStanding } from '../parts/policy-standing.ts';
import { useLawWords } from '../parts/law-words.ts';
import { useWords } from '../parts/words.ts';
import { articlesOf } from './articles-of.ts';
import { Entry } from './article-entry.tsx';
import { bindsHere, orderPacks } from '../parts/order-packs.ts';

interface Props {
  readonly answer: Answer;
  /** Id of the document that is opened. */
  readonly at: string | null;
}

/** Document by document, article by article: what models it, or why nothing does. */
export function ArticlesTab({ answer, at }: Props) {
  const { lang } = useWords();
  const words = useLawWords().articles;
  const apply = useApply();
  const packs = useSession(packsOf) ?? [];
  const own = useSession((session) => session.own);
  const { asOf } = answer.question;
  const { project } = answer.question.city;
  const listed = orderPacks(packs, project, asOf);
  const chosen = listed.find(({ id }) => id === at) ?? listed[0];
  if (chosen === undefined) return null;
  return (
    <div className="articles">
      <nav className="documents" aria-label={words.documents}>
        <h3>{words.documents}</h3>
        <ul>
          {listed.map((pack) => {
            const { state } = policyStanding(pack, asOf);
            return (
              <li key={pack.id}>
                <button
                  type="button"
                  className={`document policy-${state}`}
                  aria-current={pack === chosen ? 'page' : undefined}
                  onClick={() => {
                    apply(openLaw({ tab: 'articles', at: pack.id }));
                  }}
                >
                  <span className="policy-title">{pack.shortTitle[lang]}</span>
                  <span className="document-state">
                    {standingWords(words, pack, state)}
                    {!bindsHere(pack, project) && ` · ${words.elsewhere}`}
                    {own.some((known) => known.pack === pack) && <em className="own-mark">{words.own}</em>}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <Document key={chosen.id} pack={chosen} answer={answer} />
    </div>
  );
}

function standingWords(words: LawWords['articles'], { inForce: { from, until } }: RulePack, state: PolicyStanding['state']): string {
  return state === 'inForce' ? words.state.inForce : state === 'notYet' ? words.notYetFrom(from ?? '') : words.lapsedOn(until ?? '');
}

function Document({ pack, answer }: { readonly pack: RulePack; readonly answer: Answer }) {
  const { lang } = useWords();
  const words = useLawWords().articles;
  const [onlyModelled, setOnlyModelled] = useState(false);
  const articles = articlesOf(pack);
  const aside = articles.filter(({ entries }) => entries.length === 0).length;
  return (
    <article className="document-body">
      <DocumentHead pack={pack} answer={answer} />
      <div className="document-bar">
        <p>{pack.coverage.length === 0 ? words.noCoverage : words.summary(formatCount(lang, articles.length), formatCount(lang, articles.length - aside), formatCount(lang, aside))}</p>
        {aside > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={onlyModelled}
              onChange={(event) => {
                setOnlyModelled(event.target.checked);
              }}
            />
            {words.onlyModelled}
          </label>
        )}
      </div>
      <ol className="article-list">
        {articles
          .filter(({ entries }) => !onlyModelled || entries.length > 0)
          .map(({ key, article, heading, why, entries }) => (
            <li key={key} className={entries.length === 0 ? 'article article-aside' : 'article'}>
              <div className="article-head">
                <span className="article-number">{article}</span>
                <h4>{heading === null ? '' : heading[lang]}</h4>
                {entries.length === 0 && <span className="article-none">{words.notModelled}</span>}
              </div>
              {why !== null && <p className="article-why">{why[lang]}</p>}
              {entries.length > 0 && (
                <ul className="entries">
                  {entries.map((entry) => (
                    <Entry key={`${entry.kind}/${entry.items.map(({ id }) => id).join()}`} entry={entry} pack={pack} answer={answer} />
                  ))}
                </ul>
              )}
            </li>
          ))}
      </ol>
    </article>
  );
}

function DocumentHead({ pack, answer }: { readonly pack: RulePack; readonly answer: Answer }) {
  const { lang, w } = useWords();
  const words = useLawWords().articles;
  const apply = useApply();
  const { asOf, packs } = answer.question;
  const { state, standing } = policyStanding(pack, asOf);
  const ticked = packs.some(({ id }) => id === pack.id);
  const { from, until } = pack.inForce;
  return (
    <header className={`document-head policy-${state}`}>
      <h3>{pack.title[lang]}</h3>
      <dl className="document-facts">
        <Fact name={words.number} value={pack.documentNumber || words.noNumber} />
        <Fact name={words.issued} value={pack.issued ?? words.noIssued} />
        <Fact name={words.jurisdiction} value={placeName(lang, pack.jurisdiction)} />
        <Fact name={words.period} value={words.periodOf(from ?? words.openStart, until ?? words.openEnd)} />
        <div className={`document-standing standing-${state}`}>
          <dt className="visually-hidden">{words.period}</dt>
          <dd>{standingWords(words, pack, state)}</dd>
        </div>
      </dl>
      {state === 'lapsed' && standing.length > 0 && <p className="document-kept">{words.standingKept(standing.map(({ title }) => title[lang]).join(w.listSeparator))}</p>}
      {!ticked && (
        <p className="document-unticked">
          <label className="check">
            <input
              type="checkbox"
              checked={false}
              onChange={() => {
                apply(togglePack(pack.id));
              }}
            />
            {words.unticked}
          </label>
        </p>
      )}
    </header>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
