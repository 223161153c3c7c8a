import { useState } from 'react';
import { changeSite } from '../../state/commands/change-site.ts';
import { openPlace } from '../../state/commands/open-place.ts';
import { reachOf } from '../../state/selectors/findings.ts';
import { lackingForBans, siteAnswerOf, siteVerdict } from '../../state/selectors/site.ts';
import type { SiteBan, SiteAnswer } from '../../assess/siting.ts';
import type { Answer } from '../../state/session.ts';
import { NEW_SITE } from '../../state/site.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount, formatKm } from '../../text/formats.ts';
import { CardFindings } from '../card/card-findings.tsx';
import { FindingTests, FindingWhere } from '../card/finding-item.tsx';
import { divisionName } from '../parts/counties.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { fieldNames } from '../parts/field-names.ts';
import { useLawWords } from '../parts/law-words.ts';
import { useWords } from '../parts/words.ts';
import { SiteForm } from './site-form.tsx';
import '../styles/law.css';

/** May this be built here, by which article, and what would bind it once it stood. */
export default function SiteCard() {
  const words = useLawWords().site;
  const apply = useApply();
  const answer = useSession((session) => session.run.answer);
  const site = useSession((session) => session.view.site) ?? NEW_SITE;
  const found = siteAnswerOf(answer, site);
  // Another form for another facility: what was half typed goes with the old one.
  const [fresh, setFresh] = useState(0);
  return (
    <>
      <SiteForm key={fresh} site={site} />
      {answer === null || found === null ? (
        <div className="site-first">
          <p>
            <b>{words.first}</b>
          </p>
          <p className="hint">{words.firstHint}</p>
        </div>
      ) : (
        <>
          <Conclusion found={found} />
          <Bans bans={found.bans} />
          {found.findings.length === 0 ? <p className="card-section hint">{words.noDemands}</p> : <CardFindings answer={answer} findings={found.findings} deciding={null} title={words.demands} />}
          <Around answer={answer} found={found} />
        </>
      )}
      <p className="card-section">
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            apply(changeSite(NEW_SITE));
            setFresh(fresh + 1);
          }}
        >
          {words.reset}
        </button>
      </p>
    </>
  );
}

function Conclusion({ found }: { readonly found: SiteAnswer }) {
  const { w, t } = useWords();
  const words = useLawWords().site;
  const kind = siteVerdict(found);
  const lacking = fieldNames(t, lackingForBans(found)).join(w.listSeparator);
  const { duty, possibleDuty, certainty } = found.verdict;
  const banned = kind === 'banned' || kind === 'inPrinciple';
  return (
    <div className={`card-verdict ${banned || duty === 'close' ? 'duty-close' : ''}`} role="status">
      <DutyMark duty={banned ? 'close' : duty} possibleDuty={kind === 'mayBan' ? 'close' : banned ? 'close' : possibleDuty} certainty={kind === 'mayBan' ? 'review' : banned ? 'certain' : certainty} size={36} />
      <div>
        <p className="card-verdict-words">{kind === 'mayBan' && lacking !== '' ? words.lacking(lacking) : words[kind]}</p>
        {duty !== 'none' && <p>{words.closes(t.duty[duty])}</p>}
        {possibleDuty !== duty && <p>{words.mayClose(t.duty[possibleDuty])}</p>}
        {kind === 'free' && duty === 'none' && possibleDuty === 'none' && found.bans.length > 0 && <p className="hint">{words.freeHint}</p>}
      </div>
    </div>
  );
}

const OPEN_ORDER: readonly string[] = ['applies', 'review', 'unknown'];

function Bans({ bans }: { readonly bans: readonly SiteBan[] }) {
  const { lang } = useWords();
  const words = useLawWords().site;
  const clear = bans.filter(({ finding }) => finding.outcome === 'outside' || finding.outcome === 'exempt');
  const speaking = bans.filter((ban) => !clear.includes(ban)).sort((a, b) => OPEN_ORDER.indexOf(a.finding.outcome) - OPEN_ORDER.indexOf(b.finding.outcome));
  return (
    <section className="card-section findings">
      <h3>{words.bans}</h3>
      {bans.length === 0 && <p className="hint">{words.noBans}</p>}
      {speaking.length > 0 && (
        <ul className="bans">
          {speaking.map((ban) => (
            <Ban key={`${ban.pack.id}/${ban.ban.id}`} ban={ban} />
          ))}
        </ul>
      )}
      {clear.length > 0 && (
        <details className="finding-group outcome-outside">
          <summary>
            <span className="outcome-dot" aria-hidden="true" />
            {words.outside(formatCount(lang, clear.length))}
          </summary>
          <ul>
            {clear.map((ban) => (
              <Ban key={`${ban.pack.id}/${ban.ban.id}`} ban={ban} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Ban({ ban: { ban, pack, finding } }: { readonly ban: SiteBan }) {
  const { lang, t } = useWords();
  const words = useLawWords();
  return (
    <li className="finding">
      <p className="finding-title">
        <DutyMark duty={finding.outcome === 'outside' ? 'none' : 'close'} certainty={finding.outcome === 'review' || finding.outcome === 'unknown' ? finding.outcome : 'certain'} size={18} />
        <span>
          <b>{words.articles.strength[ban.strength]}</b> {ban.title[lang]}
        </span>
        <em>{t.outcome[finding.outcome]}</em>
      </p>
      <FindingWhere rule={ban} pack={pack} />
      <FindingTests finding={finding} withClause />
    </li>
  );
}

function Around({ answer, found }: { readonly answer: Answer; readonly found: SiteAnswer }) {
  const { lang } = useWords();
  const words = useLawWords();
  const apply = useApply();
  const { zones, heatSources, divisions } = answer.question.city.project;
  return (
    <section className="card-section">
      <h3>{words.site.around}</h3>
      <dl className="facts">
        <div className="fact">
          <dt>{words.site.division}</dt>
          <dd>{found.division === null ? <span className="cell-unknown">{words.site.noDivision}</span> : (divisionName(divisions, found.division, lang) ?? found.division)}</dd>
        </div>
        <div className="fact">
          <dt>{words.site.zones}</dt>
          <dd>
            {found.zones.length === 0 && words.site.noZones}
            {found.zones.map((at) => {
              const zone = zones[at];
              return (
                zone !== undefined && (
                  <button
                    key={zone.id}
                    type="button"
                    className="button-link place-link"
                    onClick={() => {
                      apply(openPlace({ kind: 'zone', id: zone.id }));
                    }}
                  >
                    {zone.name}
                  </button>
                )
              );
            })}
          </dd>
        </div>
        <div className="fact">
          <dt>{words.site.sources}</dt>
          <dd>
            {found.sources.length === 0 && words.site.noSources}
            {found.sources.map(({ source, distanceM, eligible }) => {
              const record = heatSources[source];
              return (
                record !== undefined && (
                  <button
                    key={record.id}
                    type="button"
                    className="button-link place-link"
                    onClick={() => {
                      apply(openPlace({ kind: 'source', id: record.id }));
                    }}
                  >
                    {`${record.name} · ${formatKm(lang, distanceM, 3, reachOf(answer, source) ?? undefined)} · ${words.sources.verdict[eligible]}`}
                  </button>
                )
              );
            })}
          </dd>
        </div>
      </dl>
    </section>
  );
}
