import type { InputFile } from '../../domain/project.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { useImportWords } from './use-import-words.ts';

/** Rows in = accepted + set aside + ignored: always shown, as a sum and as a bar. */
export function RowSum({ input: { rows, accepted, quarantined, ignored } }: { readonly input: InputFile }) {
  const { lang } = useWords();
  const words = useImportWords().result;
  const parts = [
    ['accepted', accepted],
    ['quarantined', quarantined],
    ['ignored', ignored],
  ] as const;
  return (
    <div className="row-sum">
      <p role="status">
        <b>{words.read(formatCount(lang, rows))}</b>
        {parts.map(([part, count], k) => (
          <span key={part}>
            {k === 0 ? '= ' : '+ '}
            <i className={`row-sum-key row-sum-${part}`} aria-hidden="true" />
            {words[part]} <b>{formatCount(lang, count)}</b>
          </span>
        ))}
      </p>
      <div className="row-sum-bar" aria-hidden="true">
        {parts.map(([part, count]) => count > 0 && <i key={part} className={`row-sum-${part}`} style={{ flexGrow: count }} />)}
      </div>
    </div>
  );
}
