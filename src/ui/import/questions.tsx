import { useId, useState } from 'react';
import { ENCODING_NAMES } from './encodings.ts';
import { DATA_KINDS, type DataKind } from '../../ingest/layer-kind.ts';
import type { Encoding } from '../../ingest/decode.ts';
import { formatCount } from '../../text/formats.ts';
import type { ImportQuestion, TableSample } from '../../worker/import-results.ts';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

/** The first lines in each encoding: the reader sees which one makes sense. */
export function EncodingQuestion({ samples, onPick }: { readonly samples: Extract<ImportQuestion, { kind: 'encoding' }>['samples']; readonly onPick: (encoding: Encoding) => void }) {
  const words = useImportWords();
  return (
    <section className="import-part">
      <h4>{words.encodingLabel}</h4>
      <p className="hint">{words.encodingQuestion}</p>
      <ul className="encodings">
        {samples.map(({ encoding, text }) => (
          <li key={encoding}>
            <button
              type="button"
              className="button"
              onClick={() => {
                onPick(encoding);
              }}
            >
              {ENCODING_NAMES[encoding]}
            </button>
            <pre>{text}</pre>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which sheets of a workbook are ledgers; several can be chosen. */
export function SheetQuestion({ sheets, onTake }: { readonly sheets: readonly string[]; readonly onTake: (sheets: readonly string[]) => void }) {
  const { lang } = useWords();
  const words = useImportWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <section className="import-part">
      <h4>{words.sheetLabel}</h4>
      <p className="hint">{words.sheetsQuestion}</p>
      <ul className="sheets">
        {sheets.map((sheet) => (
          <li key={sheet}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(sheet)}
                onChange={({ target }) => {
                  // In the order of the workbook.
                  setChosen(sheets.filter((one) => (one === sheet ? target.checked : chosen.includes(one))));
                }}
              />
              {sheet}
            </label>
          </li>
        ))}
      </ul>
      <p className="import-acts">
        <button
          type="button"
          className="button button-primary"
          disabled={chosen.length === 0}
          onClick={() => {
            onTake(chosen);
          }}
        >
          {words.sheetsTake(formatCount(lang, chosen.length))}
        </button>
      </p>
    </section>
  );
}

/** Nothing tells what a file holds: somebody must. */
export function KindQuestion({ sample, onPick }: { readonly sample: TableSample | null; readonly onPick: (kind: DataKind) => void }) {
  const words = useImportWords();
  return (
    <section className="import-part">
      <h4>{words.kindLabel}</h4>
      <p className="hint">{words.kindQuestion}</p>
      <div className="kind-choices">
        {DATA_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            onClick={() => {
              onPick(kind);
            }}
          >
            {words.kind[kind]}
          </button>
        ))}
      </div>
      {sample !== null && <SampleRows sample={sample} />}
    </section>
  );
}

/** The first rows of a table as they stand. */
export function SampleRows({ sample: { header, rows } }: { readonly sample: TableSample }) {
  const words = useImportWords().mapping;
  const id = useId();
  return (
    <div className="mapping-scroll" tabIndex={0} role="group" aria-labelledby={id}>
      <table className="sample">
        <caption id={id}>{words.rows}</caption>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, k) => (
            <tr key={k}>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
