import { useId, useState } from 'react';
import { parseCrs, type Crs } from '../../ingest/datum/crs.ts';
import { useImportWords } from './use-import-words.ts';

/** A system that the user knows and nobody guessed, by its name or EPSG code. */
export function OtherCrs({ onPick }: { readonly onPick: (crs: Crs) => void }) {
  const words = useImportWords().crs;
  const [text, setText] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const id = useId();
  return (
    <form
      className="other-crs"
      onSubmit={(event) => {
        event.preventDefault();
        const crs = parseCrs(text);
        setUnknown(crs === null);
        if (crs !== null) onPick(crs);
      }}
    >
      <label htmlFor={id}>{words.otherLabel}</label>
      <input
        id={id}
        className="filter-text"
        value={text}
        placeholder={words.otherHint}
        aria-invalid={isUnknown}
        onChange={({ target }) => {
          setText(target.value);
          setUnknown(false);
        }}
      />
      <button type="submit" className="button" disabled={text.trim() === ''}>
        {words.otherTake}
      </button>
      <span role="status" className="import-warning">
        {isUnknown && words.otherUnknown}
      </span>
    </form>
  );
}
