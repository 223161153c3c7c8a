import type { Reconciled } from '../../assess/reconcile.ts';
import { reconcile } from '../../assess/reconcile.ts';
import type { Answer } from '../../state/session.ts';
import type { Filters } from '../../state/filters.ts';
import { sayCondition } from '../../text/conditions.ts';
import { formatCount, number } from '../../text/formats.ts';
import type { Lang } from '../../text/lang.ts';
import { lawWords } from '../../text/law.ts';
import { placeName } from '../../text/place-names.ts';
import { fieldNames } from '../parts/field-names.ts';
import { useLawWords } from '../parts/law-words.ts';
import { PickButton } from '../parts/pick-button.tsx';
import { useWords } from '../parts/words.ts';
import { orderPacks } from '../parts/order-packs.ts';

/** The ledger against every published total, difference by difference, with what cannot be told set apart. */
export function TotalsTab({ answer }: { readonly answer: Answer }) {
  const { lang } = useWords();
  const words = useLawWords();
  const { city, packs, asOf, choices } = answer.question;
  const rows = reconcile(city.project, packs, asOf, choices);
  const documents = orderPacks(packs, city.project, asOf).filter((pack) => rows.some((row) => row.pack === pack));
  return (
    <div className="law-column">
      <h3 className="law-title">{words.totals.title}</h3>
      <p className="law-hint">{words.totals.hint}</p>
      {city.project.sample && rows.length > 0 && <p className="law-sample">{words.totals.sample}</p>}
      {rows.length === 0 && <p className="hint">{words.totals.none}</p>}
      {documents.map((pack) => {
        const own = rows.filter((row) => row.pack === pack);
        return (
          <section key={pack.id} className="area-group">
            <h4 className="area-document">{pack.shortTitle[lang]}</h4>
            <div className="law-table-scroller">
              <table className="law-table totals-table">
                <thead>
                  <tr>
                    <th scope="col">{words.totals.scope}</th>
                    <th scope="col" className="cell-end">
                      {words.totals.published}
                    </th>
                    <th scope="col" className="cell-end">
                      {words.totals.counted}
                    </th>
                    <th scope="col" className="cell-end">
                      {words.totals.open}
                    </th>
                    <th scope="col">{words.totals.difference}</th>
                    <th scope="col">{words.area.article}</th>
                  </tr>
                </thead>
                <tbody>
                  {own.map((row) => (
                    <TotalRow key={row.total.id} row={row} />
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        );
      })}
    </div>
  );
}

function TotalRow({ row }: { readonly row: Reconciled }) {
  const { lang, w, t } = useWords();
  const { totals: words, area } = useLawWords();
  const { article } = area;
  const { pack, total, counted, open, records, named, unloaded } = row;
  const scopeIn = (of: Lang): string => `${placeName(of, total.divisionCode)} · ${sayCondition(of, total.where, pack)}`;
  const scope = scopeIn(lang);
  const hasTph = total.capacityTph !== null;
  const missing = fieldNames(t, open.missing).join(w.listSeparator);
  return (
    <>
      <tr>
        <th scope="row" title={total.phrase}>
          <span className="law-scope" title={scope}>
            {scope}
          </span>
          {unloaded.length > 0 && <small className="law-unloaded">{words.unloaded(unloaded.map((kind) => t.zoneKind[kind]).join(w.listSeparator))}</small>}
        </th>
        <td className="cell-end" data-label={words.published}>
          {total.count === null ? words.noFigure : words.unit(formatCount(lang, total.count))}
          {total.capacityTph !== null && <small className="unbroken">{words.tph(number(lang, total.capacityTph, 1))}</small>}
        </td>
        <td className="cell-end" data-label={words.counted}>
          {records.counted.length === 0 ? (
            words.unit('0')
          ) : (
            <PickButton filters={namedIn((of) => lawWords[of].totals.pickedCounted(scopeIn(of)), records.counted)} title={words.showCounted}>
              {words.unit(formatCount(lang, counted.count))}
            </PickButton>
          )}
          {hasTph && <small className="unbroken">{words.tph(number(lang, counted.tph, 1))}</small>}
        </td>
        <td className="cell-end" data-label={words.open}>
          {records.open.length === 0 ? (
            <span className="cell-faint">0</span>
          ) : (
            <>
              <PickButton className="pick pick-may" filters={namedIn((of) => lawWords[of].totals.pickedOpen(scopeIn(of)), records.open)} title={words.showOpen}>
                {words.unit(formatCount(lang, open.count))}
              </PickButton>
              {missing !== '' && <small>{words.missing(missing)}</small>}
            </>
          )}
        </td>
        <td data-label={words.difference}>
          <Difference row={row} />
        </td>
        <td className="law-article" data-label={article}>{total.article}</td>
      </tr>
      {named.map((one) => (
        <tr key={one.enterprise} className="totals-part">
          <th scope="row">{one.enterprise}</th>
          <td className="cell-end" data-label={words.published}>
            <AmountWords {...one.published} />
          </td>
          <td className="cell-end" data-label={words.counted}>
            <AmountWords count={one.count} tph={one.tph} />
          </td>
          <td />
          <td data-label={words.difference}>{differenceWords(words, lang, one.count - one.published.count)}</td>
          <td />
        </tr>
      ))}
    </>
  );
}

function namedIn(name: (lang: Lang) => string, indices: readonly number[]): Partial<Filters> {
  return { picked: { label: { zh: name('zh'), en: name('en') }, indices } };
}

type TotalWords = ReturnType<typeof useLawWords>['totals'];

function AmountWords({ count, tph }: { readonly count: number; readonly tph: number | null }) {
  const { lang } = useWords();
  const words = useLawWords().totals;
  return (
    <>
      {words.unit(formatCount(lang, count))}
      {tph !== null && <small className="unbroken">{words.tph(number(lang, tph, 1))}</small>}
    </>
  );
}

function differenceWords(words: TotalWords, lang: Lang, difference: number): string {
  if (difference === 0) return words.equal;
  return difference > 0 ? words.over(formatCount(lang, difference)) : words.under(formatCount(lang, -difference));
}

/** The bar shows how the ledger (whole), with what is open (hatched), stands to the published figure (the line). */
function Difference({ row: { total, counted, open, difference, unloaded } }: { readonly row: Reconciled }) {
  const { lang } = useWords();
  const words = useLawWords().totals;
  if (unloaded.length > 0) return <span className="cell-unknown">{words.cannotCount}</span>;
  if (difference.count === null || total.count === null) return <span className="cell-faint">{words.noFigure}</span>;
  const most = Math.max(total.count, counted.count + open.count, 1);
  const share = (count: number): string => `${String((count / most) * 100)}%`;
  const mayAgree = difference.count < 0 && difference.count + open.count >= 0;
  return (
    <div className="difference">
      <span className={difference.count === 0 ? 'difference-equal' : 'difference-words'}>
        {differenceWords(words, lang, difference.count)}
        {difference.tph !== null && difference.tph !== 0 && <small className="unbroken">{difference.tph > 0 ? words.tphOver(number(lang, difference.tph, 1)) : words.tphUnder(number(lang, -difference.tph, 1))}</small>}
        {mayAgree && <small>{words.within}</small>}
      </span>
      <span className="difference-bar" aria-hidden="true">
        <i className="difference-counted" style={{ width: share(counted.count) }} />
        <i className="difference-open" style={{ width: share(open.count) }} />
        <i className="difference-published" style={{ left: share(total.count) }} />
      </span>
    </div>
  );
}
