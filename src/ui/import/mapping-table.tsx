import { useId, useState } from 'react';
import type { LayerAnswers } from '../../ingest/layer-answers.ts';
import type { DataKind } from '../../ingest/layer-kind.ts';
import type { ColumnChoice, Mapping } from '../../ingest/mapping.ts';
import { crsName } from '../../text/crs-names.ts';
import { formatCount } from '../../text/formats.ts';
import type { TableSample } from '../../worker/import-results.ts';
import { useWords } from '../parts/words.ts';
import { accepted, choose, fieldName, fieldsOf, standing, unitsOf } from './field-choices.ts';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly what: DataKind;
  readonly mapping: Mapping;
  readonly sample: TableSample;
  readonly groups: LayerAnswers['groups'];
  /** Columns that mean the same and say different things. */
  readonly contradicting?: readonly string[];
  readonly onTake: (mapping: Mapping, groups: LayerAnswers['groups']) => void;
  readonly onCancel?: () => void;
}

/** What each column is taken for, with the reason and what it holds; the user confirms or corrects. */
export function MappingTable({ what, mapping: found, sample, groups: before, contradicting = [], onTake, onCancel }: Props) {
  const { lang, w } = useWords();
  const words = useImportWords().mapping;
  const [mapping, setMapping] = useState(found);
  const [groups, setGroups] = useState(before);
  const { toConfirm, kept } = standing(mapping);
  const group = useId();
  return (
    <section className="import-part">
      <h4>{words.title}</h4>
      <p className="hint">{words.hint}</p>
      {contradicting.length > 0 && <p className="import-warning">{words.columnsQuestion(contradicting.join(w.listSeparator))}</p>}
      <div className="mapping-scroll" tabIndex={0} role="group" aria-label={words.title}>
        <table className="mapping">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.readAs}</th>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.sample}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((column, k) => (
              <MappingRow
                key={column.header}
                what={what}
                column={column}
                isContradicting={contradicting.includes(column.header) && column.field !== null}
                cells={sample.rows.map((row) => row[k] ?? '')}
                onChoose={(choice) => {
                  setMapping(choose(what, mapping, k, choice));
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {what === 'facilities' && (
        <fieldset className="mapping-groups">
          <legend>{words.groups}</legend>
          {(['count', 'split'] as const).map((way) => (
            <label key={way}>
              <input
                type="radio"
                name={group}
                checked={(groups ?? 'count') === way}
                onChange={() => {
                  setGroups(way);
                }}
              />
              {way === 'count' ? words.groupsCount : words.groupsSplit}
            </label>
          ))}
        </fieldset>
      )}
      <p className="import-acts">
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            onTake(accepted(mapping), groups);
          }}
        >
          {words.take}
        </button>
        {onCancel !== undefined && (
          <button type="button" className="button" onClick={onCancel}>
            {w.cancel}
          </button>
        )}
        <span className="hint">
          {[toConfirm > 0 ? words.toConfirm(formatCount(lang, toConfirm)) : '', kept > 0 ? words.kept(formatCount(lang, kept)) : ''].filter((part) => part !== '').join(' · ')}
        </span>
      </p>
    </section>
  );
}

interface RowProps {
  readonly what: DataKind;
  readonly column: ColumnChoice;
  readonly isContradicting: boolean;
  readonly cells: readonly string[];
  readonly onChoose: (choice: Partial<Pick<ColumnChoice, 'field' | 'unit'>>) => void;
}

function MappingRow({ what, column, isContradicting, cells, onChoose }: RowProps) {
  const { lang } = useWords();
  const words = useImportWords();
  const { header, field, unit } = column;
  const units = unitsOf(what, field);
  const state = isContradicting ? 'mapping-doubt' : column.why === 'alike' ? 'mapping-doubt' : field === null ? 'mapping-kept' : '';
  return (
    <tr className={state}>
      <th scope="row">{header}</th>
      <td>
        <select
          className="select"
          aria-label={words.mapping.from(header)}
          value={field ?? ''}
          onChange={({ target }) => {
            onChoose({ field: target.value === '' ? null : target.value });
          }}
        >
          <option value="">{words.mapping.keep}</option>
          {fieldsOf(what).map(({ group, fields }) => {
            const options = fields.map((one) => (
              <option key={one} value={one}>
                {fieldName(lang, words, what, one)}
              </option>
            ));
            return group === null ? (
              options
            ) : (
              <optgroup key={group} label={words.fieldGroup[group]}>
                {options}
              </optgroup>
            );
          })}
        </select>
      </td>
      <td>
        {units.length === 0 ? (
          <span className="cell-faint">{words.mapping.noUnit}</span>
        ) : (
          <select
            className="select"
            aria-label={words.mapping.unitOf(header)}
            value={unit ?? units[0]}
            onChange={({ target }) => {
              onChoose({ unit: target.value });
            }}
          >
            {units.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </td>
      <td className="mapping-why">
        <Why column={column} />
      </td>
      <td className="mapping-sample">
        {cells.map((cell, k) => (
          <span key={k}>{cell.trim() === '' ? words.result.emptyCell : cell}</span>
        ))}
      </td>
    </tr>
  );
}

function Why({ column: { why, like, confidence, datum } }: { readonly column: ColumnChoice }) {
  const { lang } = useWords();
  const words = useImportWords().mapping;
  const share = `${formatCount(lang, Math.round(confidence * 100))}%`;
  const reason = { name: words.whyName, alike: words.whyAlike(like ?? '', share), chosen: words.whyChosen, none: words.whyNone }[why];
  return (
    <>
      {reason}
      {datum !== null && <span className="mapping-datum">{words.datum(crsName(lang, datum))}</span>}
    </>
  );
}
