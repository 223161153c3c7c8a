import { useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import type { ChangedFacility } from '../../worker/import-results.ts';
import { useWords } from '../parts/words.ts';
import { factName, factValue } from './fact-words.ts';
import { PagedList } from './paged-list.tsx';
import { useImportWords } from './use-import-words.ts';

const NONE = [] as const;

/** Facilities of both ledgers that are not the same in them, fact by fact. */
export function ChangedList({ title, changed, count }: { readonly title: string; readonly changed: readonly ChangedFacility[]; readonly count: number }) {
  const said = useWords();
  const words = useImportWords();
  const divisions = useSession(({ city }) => (city.kind === 'ready' ? city.city.project.divisions : NONE));
  return (
    <section className="import-part">
      <h4>
        {title} <span className="import-count">{formatCount(said.lang, count)}</span>
      </h4>
      {count === 0 && <p className="hint">{words.difference.none}</p>}
      <PagedList items={changed} all={count} className="changed">
        {({ name, enterprise, by, changes }, k) => (
          <li key={k}>
            <p>
              <b>{name}</b> {enterprise !== name && <span className="cell-faint">{enterprise}</span>} <span className="hint">{words.difference.by[by]}</span>
            </p>
            <dl>
              {changes.map(({ fact, before, after }) => (
                <div key={fact}>
                  <dt>{factName(said, words, fact)}</dt>
                  <dd>
                    <del>{factValue(said, divisions, fact, before)}</del> <span aria-hidden="true">→</span> <ins>{factValue(said, divisions, fact, after)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        )}
      </PagedList>
    </section>
  );
}
