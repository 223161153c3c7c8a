import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { answerItem, cancelItem, chooseSheets, retryItem, setItemKind } from '../../state/imports/import-commands.ts';
import type { ImportItem } from '../../state/imports/imports.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { sayInPage } from '../../text/import-problems.ts';
import { importStates } from '../../text/import-states.ts';
import { sayPackProblem } from '../../text/pack-problems.ts';
import { sayProjectProblem } from '../../text/project-file.ts';
import type { ImportQuestion, ImportRefusal, ImportResult } from '../../worker/import-results.ts';
import { useWords } from '../parts/words.ts';
import { CrsQuestion } from './crs-question.tsx';
import { FileHead } from './file-head.tsx';
import { stageText } from './item-words.ts';
import { MappingTable } from './mapping-table.tsx';
import { EncodingQuestion, KindQuestion, SheetQuestion } from './questions.tsx';
import { RepairQuestion } from './repair-question.tsx';
import { ResultView } from './result-view.tsx';
import { useImportWords } from './use-import-words.ts';

/** One file: how far it has come, what it asks, or what became of it. */
export function ItemView({ item }: { readonly item: ImportItem }) {
  const article = useRef<HTMLElement>(null);
  const { stage } = item;
  const step = stage.kind === 'asking' ? stage.question.kind : stage.kind;
  useEffect(() => {
    // The button that was pressed has gone with its question: whoever works by keyboard goes on here.
    if (document.activeElement === document.body) article.current?.focus({ preventScroll: true });
  }, [step]);
  return (
    <article className="import-item" aria-label={item.name} ref={article} tabIndex={-1}>
      <FileHead item={item} />
      <Stage item={item} />
    </article>
  );
}

function Stage({ item }: { readonly item: ImportItem }): ReactNode {
  const { lang } = useWords();
  const words = useImportWords();
  const apply = useApply();
  const { stage } = item;
  switch (stage.kind) {
    case 'waiting':
    case 'reading':
      return <Reading item={item} share={stage.kind === 'reading' ? stage.share : 0} />;
    case 'asking':
      return <Asking item={item} question={stage.question} />;
    case 'read':
      return stage.result.kind === 'data' ? <ResultView item={item} result={stage.result} /> : <OwnDocument result={stage.result} />;
    case 'refused':
      return <Refusal refusal={stage.refusal} file={item.name} />;
    case 'broken':
    case 'cancelled':
      return (
        <div className="import-part">
          <p className={stage.kind === 'broken' ? 'import-warning' : undefined}>{stage.kind === 'broken' ? importStates[lang].broken[stage.code] : words.cancelled}</p>
          <p className="import-acts">
            <button
              type="button"
              className="button"
              onClick={() => {
                apply(retryItem(item.id));
              }}
            >
              {words.readAgain}
            </button>
          </p>
        </div>
      );
  }
}

function Reading({ item, share }: { readonly item: ImportItem; readonly share: number }) {
  const { lang, w } = useWords();
  const words = useImportWords();
  const apply = useApply();
  return (
    <div className="import-part import-progress">
      <p role="status">{stageText(lang, words, item)}</p>
      <progress max={1} value={share} aria-label={words.phase.reading} />
      <button
        type="button"
        className="button"
        onClick={() => {
          apply(cancelItem(item.id));
        }}
      >
        {w.cancel}
      </button>
    </div>
  );
}

function Asking({ item, question }: { readonly item: ImportItem; readonly question: ImportQuestion }): ReactNode {
  const apply = useApply();
  const divisions = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.divisions : NONE));
  const { id } = item;
  switch (question.kind) {
    case 'encoding':
      return (
        <EncodingQuestion
          samples={question.samples}
          onPick={(encoding) => {
            apply(answerItem(id, { encoding }));
          }}
        />
      );
    case 'sheet':
      return (
        <SheetQuestion
          sheets={question.sheets}
          onTake={(sheets) => {
            apply(chooseSheets(id, sheets));
          }}
        />
      );
    case 'what':
      return (
        <KindQuestion
          sample={question.sample}
          onPick={(kind) => {
            apply(setItemKind(id, kind));
          }}
        />
      );
    case 'columns':
      return (
        <MappingTable
          what={question.what}
          mapping={question.mapping}
          sample={question.sample}
          groups={item.answers.groups}
          contradicting={question.contradicting}
          onTake={(mapping, groups) => {
            apply(answerItem(id, { mapping, groups }));
          }}
        />
      );
    case 'crs':
      return (
        <CrsQuestion
          what={question.what}
          file={item.name}
          candidates={question.candidates}
          divisions={divisions}
          onPick={(crs) => {
            apply(answerItem(id, { crs }));
          }}
        />
      );
    case 'repair':
      return (
        <RepairQuestion
          zones={question.zones}
          onAnswer={(repair) => {
            apply(answerItem(id, { repair }));
          }}
        />
      );
  }
}

/** The same list for each session without a city, so that nothing is drawn anew. */
const NONE = [] as const;

function OwnDocument({ result }: { readonly result: Exclude<ImportResult, { kind: 'data' }> }) {
  const { lang } = useWords();
  const words = useImportWords();
  return (
    <div className="import-part">
      {result.kind === 'project' && <p>{words.projectHolds(formatCount(lang, result.facilities), formatCount(lang, result.zones), formatCount(lang, result.scenarios), result.asOf)}</p>}
      {result.kind === 'policy' && <p>{words.packHolds(result.title[lang])}</p>}
      {result.kind === 'mapping' && <p>{words.mappingHolds(formatCount(lang, result.mapping.columns.length))}</p>}
    </div>
  );
}

/** More sentences about one broken file than these help nobody. */
const SAID = 8;

function Refusal({ refusal, file }: { readonly refusal: ImportRefusal; readonly file: string }) {
  const { lang } = useWords();
  const words = useImportWords();
  const sentences = ((): readonly string[] => {
    switch (refusal.kind) {
      case 'messages':
        return refusal.messages.filter(({ level }) => level === 'error').map(({ code, params }) => sayInPage(lang, code, params));
      case 'project':
        return refusal.problems.map((problem) => sayProjectProblem(lang, problem, file));
      case 'policy':
        return refusal.problems.map((problem) => sayPackProblem(lang, problem));
      case 'json':
        return [refusal.sentence[lang]];
    }
  })();
  return (
    <div className="import-part import-refused" role="alert">
      <h4>{words.phase.refused}</h4>
      <ul>
        {sentences.slice(0, SAID).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
