import { useState } from 'react';
import { readProjectFile } from '../../ingest/read-project-file.ts';
import { openCompare } from '../../state/commands/open-compare.ts';
import type { OtherWork, Side } from '../../state/selectors/sides.ts';
import { useApply } from '../../state/use-session.ts';
import { compareWords } from '../../text/compare.ts';
import { sayProjectProblem } from '../../text/project-file.ts';
import { FileButton, JSON_FILES } from '../parts/file-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { sideName } from './side-name.ts';

interface Props {
  readonly sides: readonly Side[];
  readonly before: Side;
  readonly after: Side;
  readonly onOther: (other: OtherWork) => void;
}

/** Which two: today's law, any scenario, or those of another project file. */
export function SideChooser({ sides, before, after, onOther }: Props) {
  const { lang } = useWords();
  const w = compareWords[lang];
  const apply = useApply();
  const choose = (which: 'before' | 'after', chosen: Side) => (
    <label className="compare-side">
      <span>{w[which]}</span>
      <select
        className="select"
        value={chosen.key}
        onChange={({ target }) => {
          apply(openCompare({ before: before.key, after: after.key, [which]: target.value }));
        }}
      >
        {sides.map((side) => (
          <option key={side.key} value={side.key}>
            {sideName(w, side)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="compare-sides">
      {choose('before', before)}
      <button
        type="button"
        className="button button-icon"
        aria-label={w.swap}
        title={w.swap}
        onClick={() => {
          apply(openCompare({ before: after.key, after: before.key }));
        }}
      >
        <Icon name="swap" />
      </button>
      {choose('after', after)}
      <AddFile onOther={onOther} />
    </div>
  );
}

const SAID = 3;

function AddFile({ onOther }: Pick<Props, 'onOther'>) {
  const { lang } = useWords();
  const w = compareWords[lang];
  const [said, setSaid] = useState<readonly string[]>([]);
  const open = async (file: File): Promise<void> => {
    const read = readProjectFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (read.ok) onOther({ file: file.name, work: read.value });
    setSaid(read.ok ? [w.addedFile(file.name)] : read.problems.slice(0, SAID).map((problem) => sayProjectProblem(lang, problem, file.name)));
  };
  return (
    <>
      <FileButton
        className="button button-link"
        title={w.addFileHint}
        accept={JSON_FILES}
        onFiles={([file]) => {
          if (file !== undefined) void open(file);
        }}
      >
        {w.addFile}
      </FileButton>
      <div role="status" className="compare-said">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}
