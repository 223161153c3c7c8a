import type { Rejected } from '../../domain/issue.ts';
import { formatCount } from '../../text/formats.ts';
import { sayInPage } from '../../text/import-problems.ts';
import { useWords } from '../parts/words.ts';
import { PagedList } from './paged-list.tsx';
import { useImportWords } from './use-import-words.ts';

/** Rows that are no records, with the reason. */
export function IgnoredList({ ignored, count }: { readonly ignored: readonly Rejected[]; readonly count: number }) {
  const { lang } = useWords();
  const words = useImportWords().result;
  return (
    <section className="import-part">
      <h4>
        {words.ignoredTitle} <span className="import-count">{formatCount(lang, count)}</span>
      </h4>
      <PagedList items={ignored} all={count} className="ignored">
        {({ row, code, params, original }) => (
          <li key={row}>
            <b>{words.row(String(row))}</b> {sayInPage(lang, code, params)}
            <span className="cell-faint ignored-cells">{Object.values(original).filter((cell) => cell.trim() !== '').join(' · ')}</span>
          </li>
        )}
      </PagedList>
    </section>
  );
}
