import { useState } from 'react';
import { answerItem, correctRow } from '../../state/imports/import-commands.ts';
import type { ImportItem } from '../../state/imports/imports.ts';
import { useApply, useSessionStore } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { sayInPage } from '../../text/import-problems.ts';
import type { ImportResult } from '../../worker/import-results.ts';
import { useWords } from '../parts/words.ts';
import { saveMapping, saveQuarantine } from '../start/import-desk.ts';
import { withoutRow } from './corrected-rows.ts';
import { CrsAnswer } from './crs-answer.tsx';
import { IgnoredList } from './ignored-list.tsx';
import { MappingTable } from './mapping-table.tsx';
import { NoticedList } from './noticed-list.tsx';
import { QuarantineList } from './quarantine-list.tsx';
import { RowSum } from './row-sum.tsx';
import { useImportWords } from './use-import-words.ts';

type Data = Extract<ImportResult, { kind: 'data' }>;

/** What of a finding stands above the list of messages already. */
const SAID_ABOVE: readonly string[] = ['crs-decided', 'crs-assumed', 'crs-stated', 'axes-swapped', 'columns-unknown'];

/** What became of a file: its rows as a sum, how it was read, what to look at, what was set aside and why. */
export function ResultView({ item, result }: { readonly item: ImportItem; readonly result: Data }) {
  const { lang } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const store = useSessionStore();
  const { input, crs, mapping, sample, what } = result;
  const messages = result.messages.filter(({ code }) => !SAID_ABOVE.includes(code));
  const isTable = mapping !== null;
  return (
    <>
      <RowSum input={input} />
      <section className="import-part">
        <h4>{words.result.facts}</h4>
        {what !== 'airReadings' && (
          <CrsAnswer
            crs={crs?.crs ?? input.crs}
            isOfAreas={what === 'zones' || what === 'divisions'}
            finding={crs}
            onPick={(picked) => {
              apply(answerItem(item.id, { crs: picked }));
            }}
          />
        )}
        {mapping !== null && sample !== null && <Columns key={item.id} item={item} what={what} mapping={mapping} sample={sample} />}
        {messages.map((message, k) => (
          <p key={k} className={message.level === 'info' ? 'import-message' : 'import-message import-warning'}>
            {sayInPage(lang, message.code, message.params)}
          </p>
        ))}
      </section>
      <QuarantineList
        quarantine={result.quarantine}
        count={input.quarantined}
        corrections={item.answers.corrections}
        isEditable={isTable}
        onCorrect={(row, corrections) => {
          apply(correctRow(item.id, row, corrections));
        }}
        onUndo={(row) => {
          // A row that has joined is among the others: the file is read again without its correction.
          apply(answerItem(item.id, { corrections: withoutRow(item.answers.corrections, row) }));
        }}
        onDownload={() => {
          void saveQuarantine(store, item.id);
        }}
      />
      {result.noticed.length > 0 && <NoticedList noticed={result.noticed} />}
      {input.ignored > 0 && <IgnoredList ignored={result.ignored} count={input.ignored} />}
    </>
  );
}

function Columns({ item, what, mapping, sample }: { readonly item: ImportItem } & Pick<Data, 'what'> & { readonly mapping: NonNullable<Data['mapping']>; readonly sample: NonNullable<Data['sample']> }) {
  const { lang } = useWords();
  const words = useImportWords().mapping;
  const apply = useApply();
  const store = useSessionStore();
  const [open, setOpen] = useState(false);
  const read = mapping.columns.filter(({ field }) => field !== null).length;
  if (open) {
    return (
      <MappingTable
        what={what}
        mapping={mapping}
        sample={sample}
        groups={item.answers.groups}
        onTake={(taken, groups) => {
          setOpen(false);
          apply(answerItem(item.id, { mapping: taken, groups }));
        }}
        onCancel={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <p className="import-fact">
      <span>
        {words.read(formatCount(lang, read), formatCount(lang, mapping.columns.length - read))}
        {item.isRemembered && ` ${words.remembered}`}
      </span>
      <button
        type="button"
        className="button button-link"
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.change}
      </button>
      <button
        type="button"
        className="button button-link"
        onClick={() => {
          saveMapping(store, item.id);
        }}
      >
        {words.save}
      </button>
    </p>
  );
}
