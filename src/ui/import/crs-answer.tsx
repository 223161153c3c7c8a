import { useState } from 'react';
import type { Crs } from '../../ingest/datum/crs.ts';
import type { CrsFinding } from '../../ingest/datum/judge-crs.ts';
import { crsName } from '../../text/crs-names.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { OtherCrs } from './other-crs.tsx';
import { useImportWords } from './use-import-words.ts';

/** Systems that people ask for most. */
const USUAL = ['wgs84', 'EPSG:4490', 'gcj02', 'bd09'] as const satisfies readonly Crs[];

interface Props {
  readonly crs: string;
  readonly isOfAreas: boolean;
  /** On what ground; `null` where there are no positions. */
  readonly finding: CrsFinding | null;
  readonly onPick: (crs: Crs) => void;
}

/** The system that was found, on what ground, and another one if the user knows better. */
export function CrsAnswer({ crs, isOfAreas, finding, onPick }: Props) {
  const { lang } = useWords();
  const words = useImportWords().crs;
  const [open, setOpen] = useState(false);
  const fit = finding?.candidates.find((candidate) => candidate.crs === crs);
  const isAssumed = finding?.basis === 'assumed';
  const pick = (picked: Crs): void => {
    setOpen(false);
    onPick(picked);
  };
  return (
    <div className="import-fact-box">
      <p className="import-fact">
        <span className={isAssumed ? 'import-warning' : undefined}>
          {(finding === null ? words.plain : words.basis[finding.basis])(crsName(lang, crs))}
          {fit !== undefined && fit.tested > 0 && `${lang === 'zh' ? '；' : '; '}${(isOfAreas ? words.fitAreas : words.fit)(formatCount(lang, fit.inside), formatCount(lang, fit.tested))}`}
        </span>
        <button
          type="button"
          className="button button-link"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {words.change}
        </button>
      </p>
      {isAssumed && <p className="hint">{words.assumedHint}</p>}
      {finding?.isSwapped === true && <p className="import-warning">{words.swapped}</p>}
      {open && (
        <div className="crs-choices">
          {USUAL.filter((one) => one !== crs).map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              onClick={() => {
                pick(one);
              }}
            >
              {crsName(lang, one)}
            </button>
          ))}
          <OtherCrs onPick={pick} />
        </div>
      )}
      {!isOfAreas && <p className="hint">{words.kept}</p>}
    </div>
  );
}
