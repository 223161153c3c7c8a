import { useId, useState } from 'react';
import type { DragEvent } from 'react';
import { addOwnPack, removeOwnPack } from '../../state/commands/change-own-packs.ts';
import type { OwnPack } from '../../state/own-packs.ts';
import { packsOf } from '../../state/selectors/packs.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { sayPackProblem } from '../../text/pack-problems.ts';
import { useLawWords } from '../parts/law-words.ts';
import { useWords } from '../parts/words.ts';
import { keepOwnPacks } from '../start/kept-packs.ts';
import type { Refusal } from './read-own-pack.ts';
import { MOST_BYTES, readOwnPack } from './read-own-pack.ts';
import '../styles/law.css';

/** As many faults as one mends in one go. */
const LISTED = 8;

type State =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'asking'; readonly own: OwnPack; readonly id: string; readonly title: string }
  | { readonly kind: 'loaded'; readonly title: string; readonly kept: boolean };

/** The reader's own rule packs: loaded from a file or dropped here, kept in this browser. */
export default function OwnPacks() {
  const { lang } = useWords();
  const words = useLawWords().own;
  const store = useSessionStore();
  const apply = useApply();
  const broken = useSession((session) => session.own).filter(({ pack }) => pack === null);
  const [state, setState] = useState<State>({ kind: 'quiet' });
  const [over, setOver] = useState(false);
  const inputId = useId();

  const add = (own: OwnPack): void => {
    apply(addOwnPack(own));
    setState({ kind: 'loaded', title: own.pack?.title[lang] ?? own.file, kept: keepOwnPacks(store.get().own) });
  };
  const take = async (file: File): Promise<void> => {
    const read = readOwnPack(file.name, new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()));
    if (!read.ok) {
      const [refusal] = read.problems;
      if (refusal !== undefined) setState({ kind: 'refused', refusal });
      return;
    }
    const { pack } = read.value;
    const embedded = store.get().own.some((known) => known.pack?.id === pack?.id) ? undefined : packsOf(store.get())?.find(({ id }) => id === pack?.id);
    if (embedded === undefined) add(read.value);
    else setState({ kind: 'asking', own: read.value, id: embedded.id, title: embedded.title[lang] });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void take(file);
  };

  return (
    <section
      className={over ? 'own-packs own-packs-over' : 'own-packs'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <h3>{words.title}</h3>
      <p className="hint">{over ? words.drop : words.hint}</p>
      <label className="button" htmlFor={inputId}>
        {words.choose}
        <input
          id={inputId}
          className="visually-hidden"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void take(file);
            // The same file, mended, may be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      <div role="status">
        {state.kind === 'loaded' && <p className="own-done">{state.kept ? words.loaded(state.title) : `${words.loaded(state.title)} ${words.notKept}`}</p>}
        {state.kind === 'refused' && <RefusalNote refusal={state.refusal} />}
      </div>
      {state.kind === 'asking' && (
        <div className="own-ask" role="alertdialog" aria-label={words.sameId(state.id, state.title)}>
          <p>{words.sameId(state.id, state.title)}</p>
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              add(state.own);
            }}
          >
            {words.useMine}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setState({ kind: 'quiet' });
            }}
          >
            {words.keepEmbedded}
          </button>
        </div>
      )}
      {broken.map(({ file, problems }) => (
        <div key={file} className="own-refused">
          <p>{words.broken(file)}</p>
          <ProblemList problems={problems} />
          <button
            type="button"
            className="button button-link"
            onClick={() => {
              apply(removeOwnPack(file));
            }}
          >
            {words.remove(file)}
          </button>
        </div>
      ))}
    </section>
  );
}

function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  const { lang } = useWords();
  const words = useLawWords().own;
  switch (refusal.kind) {
    case 'too-large':
      return <p className="own-refused">{words.tooLarge(refusal.file, `${formatCount(lang, MOST_BYTES / 1e6)} MB`)}</p>;
    case 'not-text':
      return <p className="own-refused">{words.notText(refusal.file)}</p>;
    case 'not-json':
      return (
        <p className="own-refused">
          {refusal.file}
          {lang === 'zh' ? '：' : ': '}
          {refusal.sentence[lang]}
        </p>
      );
    case 'not-a-pack':
      return (
        <div className="own-refused">
          <p>{words.problems(refusal.file, formatCount(lang, refusal.problems.length))}</p>
          <ProblemList problems={refusal.problems} />
        </div>
      );
  }
}

function ProblemList({ problems }: { readonly problems: OwnPack['problems'] }) {
  const { lang } = useWords();
  const words = useLawWords().own;
  return (
    <>
      <ul className="own-problems">
        {problems.slice(0, LISTED).map((problem) => (
          <li key={`${problem.path} ${problem.code} ${problem.got}`}>
            {sayPackProblem(lang, problem)}
          </li>
        ))}
      </ul>
      {problems.length > LISTED && <p>{words.moreProblems(formatCount(lang, problems.length - LISTED))}</p>}
    </>
  );
}
