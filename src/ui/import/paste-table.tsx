import { useId, useState } from 'react';
import { useImportWords } from './use-import-words.ts';

/** A table from the clipboard, for those who have no file of it. */
export function PasteTable({ onTake }: { readonly onTake: (text: string) => void }) {
  const words = useImportWords();
  const [text, setText] = useState('');
  const id = useId();
  return (
    <form
      className="paste-table"
      onSubmit={(event) => {
        event.preventDefault();
        onTake(text);
        setText('');
      }}
    >
      <label htmlFor={id}>{words.pasteLabel}</label>
      <textarea
        id={id}
        rows={4}
        value={text}
        placeholder={words.pasteHint}
        spellCheck={false}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {words.pasteTake}
      </button>
    </form>
  );
}
