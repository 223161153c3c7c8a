import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

const PAGE = 20;

interface Props<Item> {
  readonly items: readonly Item[];
  /** How many there are in all, where `items` holds only the first. */
  readonly all: number;
  readonly className: string;
  readonly children: (item: Item, at: number) => ReactNode;
}

/** A list that shows its first entries and more on request, and says how many it does not hold. */
export function PagedList<Item>({ items, all, className, children }: Props<Item>) {
  const { lang } = useWords();
  const words = useImportWords().result;
  const [shown, setShown] = useState(PAGE);
  const next = Math.min(PAGE, items.length - shown);
  if (items.length === 0) return null;
  return (
    <>
      <ul className={className}>{items.slice(0, shown).map(children)}</ul>
      {next > 0 ? (
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {words.more(formatCount(lang, next), formatCount(lang, all - shown))}
        </button>
      ) : (
        all > items.length && <p className="hint">{words.notListed(formatCount(lang, all - items.length))}</p>
      )}
    </>
  );
}
