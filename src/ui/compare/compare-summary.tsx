import type { Change } from '../../assess/change.ts';
import { CHANGES } from '../../assess/change.ts';
import type { ChangeTotals } from '../../assess/compare-totals.ts';
import { totalsOf } from '../../assess/compare-totals.ts';
import type { Tally } from '../../assess/summary.ts';
import type { Fuel } from '../../domain/facility.ts';
import type { CoverChange } from '../../draft/cover-change.ts';
import { muOf } from '../../draft/measures.ts';
import { memoiseLast } from '../../state/memoise.ts';
import { compareWords } from '../../text/compare.ts';
import { formatArea } from '../../text/draw-formats.ts';
import { formatCount, formatTph } from '../../text/formats.ts';
import { tphText } from '../draw/tally-text.ts';
import { divisionName } from '../parts/counties.ts';
import { useWords } from '../parts/words.ts';
import type { Done } from './use-comparison.ts';

interface Props {
  readonly done: Done;
  readonly cover: CoverChange | 'unknown' | null;
  /** The bucket that the table shows; `null`: all. */
  readonly bucket: Change | null;
  readonly onBucket: (bucket: Change | null) => void;
}

const totals = memoiseLast(({ comparison, sides: [before, after] }: Done) => totalsOf(comparison, before.world.data, after.world.data));

/** The buckets with their totals, the ground gained and lost, and the same by county and fuel. */
export function CompareSummary({ done, cover, bucket, onBucket }: Props) {
  const { lang } = useWords();
  const w = compareWords[lang];
  const { all } = totals(done);
  const count = ({ count: units }: Tally): string => formatCount(lang, units);
  return (
    <div className="compare-summary">
      <section aria-label={w.buckets}>
        <p className="compare-balance">{w.reconciles(count(all.affectedBefore), count(all.byChange.newlyAffected), count(all.byChange.released), count(all.affectedAfter))}</p>
        <div className="compare-buckets">
          {CHANGES.map((change) => (
            <button
              key={change}
              type="button"
              className={`compare-bucket compare-${change}`}
              aria-pressed={bucket === change}
              title={w.changeHint[change]}
              onClick={() => {
                onBucket(bucket === change ? null : change);
              }}
            >
              <span>{w.change[change]}</span>
              <b>{w.units(count(all.byChange[change]))}</b>
              <small>{tphText(lang, all.byChange[change])}</small>
            </button>
          ))}
        </div>
      </section>
      <Ground cover={cover} />
      <Groups done={done} />
    </div>
  );
}

function Ground({ cover }: Pick<Props, 'cover'>) {
  const { lang } = useWords();
  const w = compareWords[lang];
  if (cover === null) return null;
  return (
    <section className="compare-ground" aria-label={w.ground}>
      <h3>{w.ground}</h3>
      {cover === 'unknown' ? (
        <p className="draft-warning">{w.groundUnknown}</p>
      ) : (
        <>
          {cover.gainedM2 > 0 && <p className="draft-change draft-change-enters">{w.gained(formatArea(lang, cover.gainedM2, muOf(cover.gainedM2)))}</p>}
          {cover.lostM2 > 0 && <p className="draft-change draft-change-leaves">{w.lost(formatArea(lang, cover.lostM2, muOf(cover.lostM2)))}</p>}
          {cover.gainedM2 === 0 && cover.lostM2 === 0 && <p className="hint">{w.noGround}</p>}
        </>
      )}
    </section>
  );
}

function Groups({ done }: Pick<Props, 'done'>) {
  const { lang, t } = useWords();
  const w = compareWords[lang];
  const { byCounty, byFuel } = totals(done);
  const { divisions } = done.sides[1].world.data;
  const counties = [...byCounty].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, group]) => [code === '' ? t.unknown : (divisionName(divisions, code, lang) ?? code), group] as const);
  const fuels = [...byFuel].map(([fuel, group]: readonly [Fuel | null, ChangeTotals]) => [fuel === null ? t.unknown : t.fuel[fuel], group] as const);
  return (
    <>
      <GroupTable title={w.byCounty} groups={counties} />
      <GroupTable title={w.byFuel} groups={fuels} />
    </>
  );
}

/** Columns of the buckets that a meeting asks about first; the rest is in the exported totals. */
const SHOWN = ['newlyAffected', 'released', 'dutyChanged'] as const satisfies readonly Change[];

function GroupTable({ title, groups }: { readonly title: string; readonly groups: readonly (readonly [string, ChangeTotals])[] }) {
  const { lang } = useWords();
  const w = compareWords[lang];
  return (
    <table className="compare-groups">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{w.group}</th>
          {SHOWN.map((change) => (
            <th key={change} scope="col" title={w.change[change]}>
              {w.changeShort[change]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(([name, { byChange }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {SHOWN.map((change) => (
              <td key={change} className={byChange[change].count === 0 ? 'is-nothing' : undefined}>
                {formatCount(lang, byChange[change].count)}
                {byChange[change].count > 0 && <small>{w.tphShort(formatTph(lang, byChange[change].tph), formatCount(lang, byChange[change].unknownTph))}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
